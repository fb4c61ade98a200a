#!/bin/sh
# What GitHub, GitLab and Azure DevOps all run: tools/check_changes.sh BASE SUMMARY FORMAT[=FILE]...
#
# Checks all cards, once for each FORMAT: to the log, or to FILE. Then writes the cards that changed
# since the commit BASE into the file SUMMARY, for whoever reviews them.
# Ends with the highest exit code: 0 clean, 1 problems found, 2 the check itself could not run.
set -eu
if [ $# -lt 3 ]; then
  echo "Usage: tools/check_changes.sh BASE SUMMARY FORMAT[=FILE]..." >&2
  exit 2
fi
base=$1
summary=$2
shift 2
cd "$(dirname "$0")/.."
PATH=$PWD/.venv/bin:$PATH
# Reports are UTF-8, also on an agent without a language.
export PATH PYTHONUTF8=1

worst=0
keep() {
  if [ "$1" -gt "$worst" ]; then worst=$1; fi
}

for each in "$@"; do
  status=0
  case $each in
    *=*) spreekkamer check --output-format "${each%%=*}" >"${each#*=}" || status=$? ;;
    *) spreekkamer check --output-format "$each" || status=$? ;;
  esac
  keep "$status"
done

# The base may be missing: a first push (zeros), a rewritten branch, a shallow clone, no parent.
# That costs the summary and nothing else: everything was checked above.
known=$(git rev-parse --verify --quiet --end-of-options "$base^{commit}") &&
  known=$(git merge-base "$known" HEAD) || known=""
if [ -z "$known" ]; then
  echo "What changed is not known here, so there is no summary. All cards were checked." >&2
  exit "$worst"
fi

# Names end in NUL all the way, so a strange name stays one argument; all begin with learnings/, so
# none is taken for an option. A deleted card cannot be shown. The problems are in the log already:
# of this run only a failure of the tool counts.
changed=$(mktemp)
trap 'rm -f "$changed"' EXIT
git diff --name-only -z --diff-filter=d "$known" HEAD -- \
  'learnings/cards/*.yml' 'learnings/cards/*.yaml' >"$changed"
# shellcheck disable=SC2016 # the inner shell expands
xargs -0 -r sh -c '"$@" >/dev/null || test $? -eq 1' sh \
  spreekkamer check --output-format text --summary "$summary" <"$changed" || keep 2
exit "$worst"
