#!/bin/sh
# What the browser tests need besides Rust: looked for, installed by apt-get where that is allowed, asked for in words otherwise.
set -eu
. "$(dirname "$0")/../prepare.sh"

# The names of the Debian packages that are still missing.
missing() {
    command -v "${CHROMIUM:-chromium}" >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || echo chromium
    has_java || echo openjdk-17-jre-headless
    command -v fc-list >/dev/null 2>&1 && fc-list :lang=ja | grep -q . || echo fontconfig fonts-morisawa-bizud-gothic
}

need_node 'ブラウザーでの検査'
need_packages 'ブラウザーでの検査'
