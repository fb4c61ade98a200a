#!/bin/sh
# Makes sure that Chromium and nginx are there for the tests.
set -eu
export DEBIAN_FRONTEND=noninteractive
# Chromium draws a window around each page, even where nobody looks: with this one the tests take
# two thirds of the time. They do without it too.
quicker=chromium-headless-shell
if command -v $quicker >/dev/null || [ "$(id -u)" != 0 ]; then quicker=""; fi
missing=""
command -v chromium >/dev/null || missing="$missing chromium"
command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || missing="$missing nginx-light"
if [ -z "$missing$quicker" ]; then exit 0; fi
if [ "$(id -u)" != 0 ]; then
  echo "The tests need:$missing. Install with: sudo apt-get install$missing" >&2
  exit 1
fi
if [ -n "$missing" ]; then
  apt-get update -qq
  # shellcheck disable=SC2086 # each word is a package
  apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi
if [ -n "$quicker" ]; then
  # Without a network this must not keep anybody waiting at each run.
  { apt-get update -qq -o Acquire::Retries=0 -o Acquire::http::Timeout=5 \
    && apt-get install -y -qq --no-install-recommends $quicker; } >/dev/null 2>&1 \
    || echo "Without $quicker the tests take longer." >&2
fi
