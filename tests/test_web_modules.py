"""The shape of the app: which module may import which, and what index.html asks for at the start."""

import re
from pathlib import Path

import pytest

from tools.modules import WEB, Imports, eager_modules, read_imports, read_modules

MODULES = read_modules()
MAY_IMPORT = {
    "core": ("core/", "vendor/msgpack.js"),  # the encoding of the protocol is MessagePack
    "io": ("io/", "vendor/"),
    "app": ("app/", "core/", "practices/", "io/database.js"),  # everything else of io arrives as an argument
    "practices": ("practices/",),  # common.js holds what several of them share
    "ui": ("ui/", "app/", "core/", "practices/", "vendor/lit.js", "vendor/fluent.js", "vendor/qr-encode.js"),
    "main.js": ("",),
    "ahead-worker.js": ("app/index-rows.js", "app/vault.js", "io/aes.js", "io/database.js"),
}


def all_imports(path: str) -> tuple[str, ...]:
    return MODULES[path].at_start + MODULES[path].later


@pytest.mark.parametrize("path", MODULES)
def test_imports_point_one_way_and_to_files(path: str):
    layer = path.split("/", maxsplit=1)[0]
    for name in all_imports(path):
        assert (WEB / name).is_file(), f"{path} imports {name}, which is not there"
        assert name.startswith(MAY_IMPORT[layer]), f"{path} may not import {name}"


def test_no_module_needs_itself_to_start():
    for path in MODULES:
        assert path not in eager_modules(MODULES, path), f"{path} is part of a cycle"


def test_the_first_screens_wait_for_one_pack_or_two():
    """Those packs are named in index.html, so that they are asked for at once: what they import would come a journey later."""
    packs = {name: read_imports(f"packs/{name}", (WEB / "packs" / name).read_text()).at_start for name in ("main.js", "today.js")}
    assert packs == {"main.js": (), "today.js": ("packs/main.js",)}
    assert not (WEB / "packs" / "welcome-screen.js").exists()
    assert not (WEB / "packs" / "today-screen.js").exists()


def test_index_names_only_what_is_there():
    index = (WEB / "index.html").read_text()
    for name in re.findall(r"(?:src|href)=\"/([^\"]*)\"", index):
        assert (WEB / name).is_file(), name


def test_index_has_nothing_inline():
    """The policy would drop it, and silently."""
    index = (WEB / "index.html").read_text()
    assert not re.search(r"<script(?![^>]*\bsrc=)", index)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", index)


@pytest.mark.parametrize("path", [*MODULES, "boot.js", "sw.js"])
def test_no_door_around_the_templates(path: str):
    source = (WEB / path).read_text()
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|document\.write|\beval\(|new Function\(", source)


def test_the_reader_of_imports():
    source = """
    /** @type {import('./types.js').A} and import x from './comment.js' */
    import { a,
      b } from './a.js'; // import c from './line.js'
    import './effect.js';
    export * from '../core/c.js';
    const url = 'https://example.org/import';
    const later = () => import('./later.js');
    """
    assert read_imports("ui/x.js", source) == Imports(("ui/a.js", "ui/effect.js", "core/c.js"), ("ui/later.js",))
    with pytest.raises(ValueError, match="lit"):
        read_imports("ui/x.js", "import { html } from 'lit';")


def test_eager_modules_are_found_through_others():
    modules = {"main.js": Imports(("a.js",), ("z.js",)), "a.js": Imports(("b.js",), ()), "b.js": Imports(("a.js",), ())}
    assert eager_modules(modules) == ["a.js", "b.js"]
    assert "a.js" in eager_modules(modules, "a.js")[1:] or "b.js" in eager_modules(modules, "a.js")


def test_web_is_the_folder_beside_the_tests():
    assert Path(__file__).parent.parent / "web" == WEB


def test_index_loads_every_stylesheet():
    index = (WEB / "index.html").read_text()
    lists = re.findall(r"styles: \[([^\]]+)\]", (WEB / "ui/router.js").read_text())  # with the screens that need them
    later = [name for names in lists for name in re.findall(r"'([a-z-]+)'", names)]
    for file in (WEB / "styles").glob("*.css"):
        assert f'href="/styles/{file.name}"' in index or file.stem in later, file.name
