#!/bin/sh
# What the browser tests need besides Rust: looked for, installed by apt-get where that is allowed, asked for in words otherwise.
set -eu

# The names of the Debian packages that are still missing.
missing() {
    command -v "${CHROMIUM:-chromium}" >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || echo chromium
    java -version 2>&1 | grep -Eq 'version "(1[7-9]|[2-9][0-9])' || echo openjdk-17-jre-headless
    command -v fc-list >/dev/null 2>&1 && fc-list :lang=ja | grep -q . || echo fontconfig fonts-morisawa-bizud-gothic
}

if ! node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)' 2>/dev/null || ! command -v npm >/dev/null 2>&1; then
    echo 'ブラウザーでの検査には、Node.js 20 以上と npm が必要です。入れてから、もう一度お試しください。' >&2
    exit 1
fi

packages=$(missing | tr '\n' ' ')
[ -n "$packages" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "ブラウザーでの検査に必要なもの（$packages）を入れます。"
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086 # several names
    { apt-get update -q && apt-get install -y -q --no-install-recommends $packages; } >&2 || true
    packages=$(missing | tr '\n' ' ')
fi

if [ -n "$packages" ]; then
    echo "ブラウザーでの検査に必要なものがありません: $packages" >&2
    echo "「sudo apt-get install $packages」などで入れてから、もう一度お試しください。" >&2
    exit 1
fi
