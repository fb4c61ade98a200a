#!/bin/sh
# Fetches the published schema of JUnit reports, with which the tests compare ours. No wheel carries
# it; pytest's sources do (junit-10.xsd of the xUnit plugin of Jenkins, MIT). The version and hashes
# are those of the locked pytest, and --no-build-isolation lets pip use locked tools only.
set -eu
venv=$(cd "$1" && pwd)
requirements=$(cd "$(dirname "$0")/../requirements" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
sed -n '/^pytest==/,/[^\\]$/p' "$requirements/dev.txt" > pytest.txt
"$venv/bin/python" -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes \
  --no-binary pytest --no-build-isolation -r pytest.txt
tar xzf pytest-*.tar.gz
mkdir -p "$venv/schemas"
cp pytest-*/testing/example_scripts/junit-10.xsd "$venv/schemas/"
