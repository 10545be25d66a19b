#!/bin/sh
# Runs the tests: test.sh all | check | e2e [FILE]
# Installs what it can. What it cannot install it names: in CI (CI=true) that is a failure, elsewhere those tests are left out.
set -eu
cd "$(dirname "$0")/.."
mode=$1 file=${2:-e2e}
export CHROMIUM="${CHROMIUM:-/usr/bin/chromium}"
bin=.venv/bin
left_out=""

missing() {
  left_out="$left_out
  - $1"
  if [ "${CI:-}" = true ]; then
    echo "CI: $1" >&2
    exit 1
  fi
}

# apt_install COMMAND-OR-FILE PACKAGE… : true when it is there in the end
apt_install() {
  wanted=$1
  shift
  if [ -e "$wanted" ] || command -v "$wanted" >/dev/null 2>&1; then return 0; fi
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then return 1; fi
  echo "Installing $*"
  apt-get update -qq >/dev/null 2>&1 || true
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1 || true
  [ -e "$wanted" ] || command -v "$wanted" >/dev/null 2>&1
}

has_node() {
  command -v npm >/dev/null 2>&1 && node -e 'const [major, minor] = process.versions.node.split(".").map(Number); process.exit(major > 20 || (major === 20 && minor >= 10) ? 0 : 1)' 2>/dev/null
}

prepare() {
  make --no-print-directory .venv/installed-dev
  if has_node; then make --no-print-directory node_modules/installed; fi
}

check() {
  echo "== lint and types"
  $bin/ruff check .
  $bin/ruff format --check .
  $bin/mypy
  $bin/lint-imports
  if has_node; then
    npx biome check .
    npx tsc -p . && echo "tsc: no errors"
    node tools/packs.mjs --check
  else
    missing "Node 20.10 or newer is not here: JavaScript was not linted or type-checked. Install it from your system or nodejs.org."
  fi
}

unit() {
  echo "== Python"
  $bin/python -m pytest -q -n 2 -m "not soak" tests
  echo "== JavaScript"
  if has_node; then
    node --test --test-concurrency=2 tests/web/
  else
    missing "Node 20.10 or newer is not here: the tests in tests/web were not run."
  fi
}

# pytest says 5 when a FILE has no test of this kind; of the whole folder that is a failure
none_chosen() {
  [ "$1" = 5 ] && [ "$file" != e2e ]
}

browsers() {
  echo "== two phones in browsers"
  if ! has_node; then
    missing "Node 20.10 or newer is not here: no test in a browser was run (axe comes by npm). Install it from your system or nodejs.org."
    return
  fi
  apt_install /usr/share/fonts/truetype/noto/NotoColorEmoji.ttf fonts-noto-color-emoji ||
    echo "The emoji font is not here: pictures may show boxes. apt install fonts-noto-color-emoji"
  leave_out="soak"
  if ! apt_install /usr/bin/WebKitWebDriver webkit2gtk-driver || ! apt_install Xvfb xvfb xauth; then
    missing "WebKit is not here: its test was left out. apt install webkit2gtk-driver xvfb xauth"
    leave_out="$leave_out or webkit"
  fi
  if ! apt_install certutil libnss3-tools; then
    missing "certutil is not here: the test of phones at home was left out. apt install libnss3-tools"
    leave_out="$leave_out or certutil"
  fi
  if apt_install "$CHROMIUM" chromium; then
    $bin/python -m pytest -q -n 3 --durations=10 --reruns 1 -rR -m "not ($leave_out or alone)" "$file" || none_chosen $?
    $bin/python -m pytest -q --reruns 1 -rR -m "alone and not ($leave_out)" "$file" || none_chosen $?
  else
    missing "Chromium is not at $CHROMIUM: no test in a browser was run. apt install chromium, or set CHROMIUM to its path."
  fi
}

prepare
case $mode in
  check) check ;;
  e2e)
    if has_node; then node tools/packs.mjs; fi
    browsers
    ;;
  # one after the other, not joined by &&, which would switch off `set -e` inside
  all)
    check
    unit
    browsers
    ;;
esac
if [ -n "$left_out" ]; then
  echo "Left out:$left_out"
else
  echo "Nothing was left out."
fi
