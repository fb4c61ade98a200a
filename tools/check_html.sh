#!/bin/sh
# Checks every HTML file of a built site with the Nu HTML checker: tools/check_html.sh [site]
set -eu
version=26.9.27
site=${1:-site}
cd "$(dirname "$0")/.."
cache=${VNU_CACHE:-.venv/cache/vnu-jar-$version}
jar=$cache/vnu.jar

if [ ! -d "$site" ] || [ -z "$(find "$site" -name '*.html' -print -quit)" ]; then
  echo "No HTML in $site: run 'make site' first." >&2
  exit 1
fi
command -v java >/dev/null || {
  echo "The HTML checker needs Java. Install it with: sudo apt-get install default-jre-headless" >&2
  exit 1
}
if [ ! -f "$jar" ]; then
  command -v npm >/dev/null || {
    echo "The HTML checker comes from npm. Install it with: sudo apt-get install npm" >&2
    exit 1
  }
  mkdir -p "$cache"
  fetched=$(mktemp -d "$cache/fetch.XXXXXX")
  trap 'rm -rf "$fetched"' EXIT
  # Only the file is fetched; no script of the package runs and nothing is installed.
  npm pack --silent --pack-destination "$fetched" "vnu-jar@$version" >/dev/null
  tar -xzf "$fetched"/vnu-jar-*.tgz -C "$fetched" package/build/dist/vnu.jar
  mv "$fetched/package/build/dist/vnu.jar" "$jar"
fi
java -jar "$jar" --errors-only --skip-non-html "$site"
echo "Nu HTML checker $version: no errors in $(find "$site" -name '*.html' | wc -l) pages."
