"""Makes web/fonts/*.woff2: the Latin subsets Attune serves, from the npm packages pinned in package-lock.json.

`make vendor` runs it; what it makes is committed. All three files together stay under 70 kB, so each keeps only what the
interface uses: the sans its weights 400 to 700, the serif one weight and its optical sizes from 20 to 40.
"""

import hashlib
import io
import json
import shutil
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "node_modules" / "@fontsource-variable"
OUT = ROOT / "web" / "fonts"
BUDGET_BYTES = 70_000

SANS, SERIF = "atkinson-hyperlegible-next", "source-serif-4"
FONTS = {
    f"{SANS}-latin-wght-normal.woff2": (SANS, {"wght": (400, 700)}),
    f"{SERIF}-latin-opsz-normal.woff2": (SERIF, {"wght": 400, "opsz": (20, 40)}),
    f"{SERIF}-latin-opsz-italic.woff2": (SERIF, {"wght": 400, "opsz": 20}),
}
# Basic Latin and Latin-1, the letters French, German, Finnish and Turkish miss there, and the punctuation of good typesetting.
CHARACTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x100),
    *map(ord, "ıŒœŠšŸŽž"),
    *map(ord, "\u2009\u202f\u2010\u2011\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2022\u2026\u2032\u2033\u2039\u203a"),
    *map(ord, "€\u2212←→"),
]
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "calt", "lnum", "pnum", "tnum"]


def make(source: Path, axes: dict[str, float | tuple[float, float]]) -> bytes:
    """Return `source` with its variation axes limited to `axes` and its glyphs to `CHARACTERS`, as woff2."""
    limited = io.BytesIO()
    font = instancer.instantiateVariableFont(TTFont(source, recalcTimestamp=False), axes)
    font.flavor = None
    font.save(limited)  # the subsetter needs the limited tables as they are stored, not as the instancer left them
    font = TTFont(io.BytesIO(limited.getvalue()), recalcTimestamp=False)
    options = subset.Options(layout_features=FEATURES, hinting=False, name_IDs=[1, 2, 13, 14], notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    font.flavor = "woff2"
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()


def main() -> None:
    """Write every font with its licence, and what they were made from."""
    OUT.mkdir(exist_ok=True)
    lock = {}
    total = 0
    for name, (package, axes) in FONTS.items():
        folder = PACKAGES / package
        made = make(folder / "files" / name, axes)
        (OUT / name).write_bytes(made)
        shutil.copyfile(folder / "LICENSE", OUT / f"{package}-license.txt")
        about = json.loads((folder / "package.json").read_text())
        lock[name] = {
            "package": about["name"],
            "version": about["version"],
            "license": about["license"],
            "sha256": hashlib.sha256(made).hexdigest(),
        }
        total += len(made)
        print(f"{name}: {len(made)} bytes")
    (OUT / "fonts.lock.json").write_text(json.dumps(lock, indent=2) + "\n")
    if total > BUDGET_BYTES:
        raise SystemExit(f"the fonts are {total} bytes together; they must stay under {BUDGET_BYTES}")


if __name__ == "__main__":
    main()
