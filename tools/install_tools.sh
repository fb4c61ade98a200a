#!/bin/sh
# Makes sure that Chromium, nginx and pdftotext are there for the tests.
set -eu
missing=""
command -v chromium >/dev/null || missing="$missing chromium"
command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || missing="$missing nginx-light"
command -v pdftotext >/dev/null || missing="$missing poppler-utils"
if [ -z "$missing" ]; then exit 0; fi
if [ "$(id -u)" != 0 ]; then
  echo "The tests need:$missing. Install with: sudo apt-get install$missing" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# shellcheck disable=SC2086 # each word is a package
apt-get install -y -qq --no-install-recommends $missing >/dev/null
# Only saves time, and not every Debian has it.
apt-get install -y -qq --no-install-recommends chromium-headless-shell >/dev/null 2>&1 || true
