#!/bin/sh
# What the readers need besides Rust: Debian packages as in the browser tests, and the Python ones of requirements.txt, which go into the
# folder `$1` (a whole path).
set -eu
cd "$(dirname "$0")"
. ../prepare.sh

# The names of the Debian packages that are still missing.
missing() {
    python3 -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || echo python3 python3-venv
    has_java || echo openjdk-17-jre-headless
    command -v pdfinfo >/dev/null || echo poppler-utils
    command -v unzip >/dev/null || echo unzip
    # Without a typeface nothing is printed.
    command -v fc-list >/dev/null 2>&1 && fc-list :lang=ja | grep -q . || echo fontconfig fonts-morisawa-bizud-gothic
}

need_node 'ほかのソフトによる読み取りの検査'
need_packages 'ほかのソフトによる読み取りの検査'

# A copy of the list stands in the folder once everything is installed, so that a second run has nothing to do.
if ! cmp -s requirements.txt "$1/installed.txt" || ! "$1/bin/python" -c '' 2>/dev/null; then
    rm -rf "$1"
    python3 -m venv "$1"
    "$1/bin/pip" install -q --disable-pip-version-check --no-deps --only-binary :all: --require-hashes -r requirements.txt
    cp requirements.txt "$1/installed.txt"
fi
