#!/bin/sh
# Makes sure that a Chromium, nginx and pdftotext are there for the tests.
set -eu
has() { command -v "$1" >/dev/null || [ -x "/usr/sbin/$1" ]; }
# The shell of Chromium draws no window: it opens a page with less than half the work.
missing=""
has chromium-headless-shell || missing="$missing chromium-headless-shell"
has nginx || missing="$missing nginx-light"
has pdftotext || missing="$missing poppler-utils"
if [ -z "$missing" ]; then exit 0; fi
if [ "$(id -u)" = 0 ]; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq || true
  for each in $missing; do
    apt-get install -y -qq --no-install-recommends "$each" >/dev/null || true
  done
fi
# The whole browser will do too; a system that is not Debian has no other.
if { has chromium-headless-shell || has chromium; } && has nginx && has pdftotext; then exit 0; fi
echo "The tests need:$missing. Install with: sudo apt-get install$missing" >&2
exit 1
