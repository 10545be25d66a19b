"""The modules of the app and what they import: for the preload lists of web/index.html and for tests of its shape.

Run it after adding or removing an import that the first screen needs: it writes the lists, one for everybody and one for those who have
begun, whose first screen is Today.
"""

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

WEB = Path(__file__).resolve().parent.parent / "web"
ENTRY = "main.js"
TODAY = ("ui/screens/today-screen.js", "app/together.js", "app/space.js", "app/photos.js", "app/pairing.js")
LIST_START, LIST_END = "    <!-- modules of the start, written by tools/modules.py -->\n", "    <!-- end of modules -->\n"
TODAY_START, TODAY_END = "    <!-- modules of Today, asked for by boot.js; written by tools/modules.py -->\n", "    <!-- end of Today -->\n"

COMMENT = re.compile(r"/\*.*?\*/|(?<![:'\"`\\])//[^\n]*", re.DOTALL)
STATIC = re.compile(r"(?:^|;)\s*(?:import|export)\b(?:[^;'\"`()]*?\bfrom)?\s*['\"]([^'\"\n]+)['\"]", re.MULTILINE)
DYNAMIC = re.compile(r"\bimport\(\s*['\"]([^'\"\n]+)['\"]\s*\)")


@dataclass(frozen=True, slots=True)
class Imports:
    """What one module imports, as paths from the web folder."""

    at_start: tuple[str, ...]
    later: tuple[str, ...]


def read_imports(path: str, source: str) -> Imports:
    """Return the imports of a module; those in comments (types) do not count."""
    code = COMMENT.sub("", source)
    found = [tuple(resolve(path, name) for name in pattern.findall(code)) for pattern in (STATIC, DYNAMIC)]
    return Imports(*found)


def resolve(importer: str, name: str) -> str:
    """Return the path from the web folder that a relative import means.

    Raises:
        ValueError: it is not relative, which no browser resolves without an import map.
    """
    if not name.startswith(("./", "../")):
        raise ValueError(f"{importer} imports {name!r}")
    parts: list[str] = list(PurePosixPath(importer).parent.parts)
    for part in PurePosixPath(name).parts:
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def read_modules(web: Path = WEB) -> dict[str, Imports]:
    """Return every module of ours by its path from the web folder; not the vendored ones, the worker and the watchdog."""
    found = {}
    for file in sorted(web.rglob("*.js")):
        path = file.relative_to(web).as_posix()
        if not path.startswith("vendor/") and path not in ("sw.js", "boot.js"):
            found[path] = read_imports(path, file.read_text(encoding="utf-8"))
    return found


def eager_modules(modules: dict[str, Imports], entry: str = ENTRY) -> list[str]:
    """Return what the browser must have before the entry runs, nearest first; without the entry itself."""
    order = [entry]
    for path in order:
        imports = modules.get(path)
        order += [name for name in dict.fromkeys(imports.at_start if imports else ()) if name not in order]
    return order[1:]


def today_modules(modules: dict[str, Imports]) -> list[str]:
    """Return what the first screen of those who have begun needs beyond that."""
    at_start = {ENTRY, *eager_modules(modules)}
    needed = [name for root in TODAY for name in (root, *eager_modules(modules, root))]
    return [name for name in dict.fromkeys(needed) if name not in at_start]


def preload_list(paths: list[str]) -> str:
    """Return the lines of index.html that ask for them all at once."""
    return "".join(f'    <link rel="modulepreload" href="/{path}" />\n' for path in paths)


def main() -> None:
    """Write the lists into index.html."""
    index = WEB / "index.html"
    text = index.read_text(encoding="utf-8")
    modules = read_modules()
    for start, end, paths in (
        (LIST_START, LIST_END, eager_modules(modules)),
        (TODAY_START, TODAY_END, today_modules(modules)),
    ):
        before, _, rest = text.partition(start)
        _, _, after = rest.partition(end)
        text = before + start + preload_list(paths) + end + after
    index.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
