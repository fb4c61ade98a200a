#!/bin/sh
# Renews the scripts of others in docs/assets/vendor/: exact versions, compared with known hashes.
# The build never runs this; it needs npm, pip and unzip. After a change of version: new hash, new
# folder, and the addresses in hooks/spreekkamer/addresses.py.
set -eu
vendor=$(cd "$(dirname "$0")/.." && pwd)/docs/assets/vendor
python=${PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

same() { # file, sha512 in base64 as the npm registry gives it
  found=$(openssl dgst -sha512 -binary "$1" | openssl base64 -A)
  if [ "$found" != "$2" ]; then echo "$1 is not what it was: sha512-$found" >&2; exit 1; fi
}

# MiniSearch (MIT): finds words. Without the line that asks for a source map that is not there.
npm pack --silent minisearch@7.2.0 >/dev/null
same minisearch-7.2.0.tgz dqT2XBYUOZOiC5t2HRnwADjhNS2cecp9u+TJRiJ1Qp/f5qjkeT5APcGPjHw+bz89Ms8Jp+cG4AlE+QZ/QnDglg==
tar xzf minisearch-7.2.0.tgz
mkdir -p "$vendor/minisearch-7.2.0"
sed '/^\/\/# sourceMappingURL=/d' package/dist/umd/index.js > "$vendor/minisearch-7.2.0/minisearch.js"
cp package/LICENSE.txt "$vendor/minisearch-7.2.0/LICENSE"

# Snowball (BSD): Dutch stems. Its project has no npm package; Sphinx carries its own build of it.
cat > sphinx.txt <<EOF
sphinx==9.0.4 --hash=sha256:5bebc595a5e943ea248b99c13814c1c5e10b3ece718976824ffa7959ff95fffb
snowballstemmer==3.1.1 --hash=sha256:7e207fa178741da09cdee59d3ecec3827ad5f92b1fc5c9ff3755b639f71f5752
EOF
"$python" -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes \
  --only-binary :all: -r sphinx.txt
unzip -q -o sphinx-9.0.4-py3-none-any.whl 'sphinx/search/minified-js/*'
unzip -q -o snowballstemmer-3.1.1-py3-none-any.whl
mkdir -p "$vendor/snowball-3.0.1"
for each in base dutch_porter; do
  cp "sphinx/search/minified-js/$each-stemmer.js" "$vendor/snowball-3.0.1/$each-stemmer.js"
done
find . -path '*snowballstemmer-*' -name COPYING -exec cp {} "$vendor/snowball-3.0.1/LICENSE" \;
