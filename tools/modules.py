"""The modules of the app and what they import, for tests of its shape."""

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

WEB = Path(__file__).resolve().parent.parent / "web"
ENTRY = "main.js"

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
    """Return every module of ours by its path from the web folder; not the vendored ones, the packs, the worker and the watchdog."""
    found = {}
    for file in sorted(web.rglob("*.js")):
        path = file.relative_to(web).as_posix()
        if not path.startswith(("vendor/", "packs/")) and path not in ("sw.js", "boot.js"):
            found[path] = read_imports(path, file.read_text(encoding="utf-8"))
    return found


def eager_modules(modules: dict[str, Imports], entry: str = ENTRY) -> list[str]:
    """Return what the browser must have before the entry runs, nearest first; without the entry itself."""
    order = [entry]
    for path in order:
        imports = modules.get(path)
        order += [name for name in dict.fromkeys(imports.at_start if imports else ()) if name not in order]
    return order[1:]
