# Needs Rust, make and coreutils; the tests need Node.js as well. Everything else is looked for and installed where that is allowed.

CARGO ?= cargo
# Where cargo puts what it builds, so that another folder can be chosen from outside.
BUILT := $(or $(CARGO_TARGET_DIR),target)
OUT ?= public
# The day of the sample content, so that a commit which passes today passes tomorrow.
SAMPLE_DAY := 2026-11-22
FONT := fonts-morisawa-bizud-gothic

.PHONY: site test reference readers browser bench serve font

# The site, from the manuscripts to files in public/.
site: font
	$(CARGO) build --release
	"$(BUILT)/release/kairan" build --root . --out "$(OUT)"

# A look at the site on this computer while it is being written.
serve:
	$(CARGO) build --release
	"$(BUILT)/release/kairan" serve --root .

# Everything that must hold before a change is handed in.
test: font
	$(CARGO) fmt --check
	$(CARGO) clippy --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --no-deps
	$(CARGO) test
	$(CARGO) run -- check --root . --today $(SAMPLE_DAY)
	@out="$$(mktemp -d)" && trap 'rm -rf "$$out"' EXIT && \
		echo '$(CARGO) run -- build --root . --out <temporary folder> --today $(SAMPLE_DAY)' && \
		$(CARGO) run -- build --root . --out "$$out" --today $(SAMPLE_DAY)
	$(MAKE) reference
	$(MAKE) readers
	$(MAKE) browser

# The built site in a real browser: axe-core, the keyboard, small screens, print, and the Nu HTML checker.
browser:
	tests/browser/prepare.sh
	$(CARGO) build --bins --example components
	cd tests/browser && npm ci --ignore-scripts --no-audit --no-fund
	cd tests/browser && BUILT="$(abspath $(BUILT))" npm test

# Markdown beside its reference implementations; needs Node.js and npm.
reference:
	npm --prefix tests/reference ci --ignore-scripts --no-audit --no-fund
	$(CARGO) build --example markdown
	cd tests/reference && CARGO_TARGET_DIR="$(abspath $(BUILT))" node --test

# Calendars, feeds, structured data and what is printed, as other programs read them.
readers:
	tests/readers/prepare.sh "$(abspath $(BUILT))/readers"
	npm --prefix tests/readers ci --ignore-scripts --no-audit --no-fund
	$(CARGO) build --bins
	cd tests/readers && BUILT="$(abspath $(BUILT))" npm test

# How long 1,000 and 10,000 manuscripts take, and how much memory.
bench:
	$(CARGO) bench --bench site

# Flyers and hand-outs need a Japanese font; pages do not, so its absence stops no build. The tests of what is printed ask for it.
font:
	@if command -v fc-list >/dev/null 2>&1 && fc-list :lang=ja | grep -q .; then \
		: ; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 && \
		{ DEBIAN_FRONTEND=noninteractive apt-get install -y -q $(FONT) >/dev/null 2>&1 || \
		{ apt-get update -q >/dev/null 2>&1 && DEBIAN_FRONTEND=noninteractive apt-get install -y -q $(FONT) >/dev/null 2>&1; }; }; then \
		echo '日本語のフォント（$(FONT)）を入れました。'; \
	else \
		echo '日本語のフォントが見つかりません。ページは作れます。'; \
	fi
