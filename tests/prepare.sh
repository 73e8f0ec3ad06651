# Read by the prepare.sh of each folder of tests that need more than Rust; `$1` is what the tests are called in sentences.

# Node.js and npm are asked for in words, as what Debian has may be too old.
need_node() {
    if ! node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)' 2>/dev/null || ! command -v npm >/dev/null 2>&1; then
        echo "$1には、Node.js 20 以上と npm が必要です。入れてから、もう一度お試しください。" >&2
        exit 1
    fi
}

# Debian packages named by `missing`, a function of the caller: installed by apt-get where that is allowed, asked for in words otherwise.
need_packages() {
    packages=$(missing | tr '\n' ' ')
    [ -n "$packages" ] || return 0

    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "$1に必要なもの（$packages）を入れます。"
        export DEBIAN_FRONTEND=noninteractive
        # shellcheck disable=SC2086 # several names
        { apt-get update -q && apt-get install -y -q --no-install-recommends $packages; } >&2 || true
        packages=$(missing | tr '\n' ' ')
    fi

    if [ -n "$packages" ]; then
        echo "$1に必要なものがありません: $packages" >&2
        echo "「sudo apt-get install $packages」などで入れてから、もう一度お試しください。" >&2
        exit 1
    fi
}

has_java() {
    java -version 2>&1 | grep -Eq 'version "(1[7-9]|[2-9][0-9])'
}
