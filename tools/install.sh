#!/bin/sh
# Makes the virtual environment and installs Attune into it: install.sh PYTHON VENV WHAT
set -eu
python=$1 venv=$2 what=$3

command -v "$python" >/dev/null 2>&1 || {
  echo "Attune needs Python 3.11 or newer, and there is no $python here. Install it, or name another: make run PYTHON=python3.12" >&2
  exit 1
}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
  echo "Attune needs Python 3.11 or newer; $python is $("$python" --version 2>&1). Name another: make run PYTHON=python3.12" >&2
  exit 1
}
if [ ! -x "$venv/bin/pip" ]; then
  "$python" -m venv "$venv" || {
    rm -rf "$venv"
    echo "A virtual environment could not be made. On Debian and Ubuntu: apt install python3-venv" >&2
    exit 1
  }
fi
echo "Installing Python packages into $venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check --editable "$what" || {
  echo "The Python packages could not be installed; the lines above say why. Attune needs the network once for this." >&2
  exit 1
}
