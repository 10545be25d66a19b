"""What the documents promise about the code beside them."""

import base64
import hashlib
import json
import re
from pathlib import Path

import pytest

from server.__main__ import make_parser

ROOT = Path(__file__).parent.parent
WEB = ROOT / "web"
DOCUMENTS = [path for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("bench/*.md")] if path.stat().st_size]


def test_hosting_names_every_setting_and_command():
    text = (ROOT / "docs" / "hosting.md").read_text()
    for file in (ROOT / "server").glob("*.py"):
        for name in re.findall(r"ATTUNE_[A-Z_]+[A-Z]", file.read_text()):
            assert f"`{name}`" in text, f"{name} of {file.name}"
    (commands,) = [action for action in make_parser()._actions if action.dest == "command"]
    for command, parser in commands.choices.items():
        assert f"attune {command}" in text
        for action in parser._actions:
            for flag in action.option_strings:
                assert flag in ("-h", "--help") or f"`{flag}`" in text, f"{flag} of {command}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(document: Path):
    for target in re.findall(r"\]\(([^)\s]+)\)", document.read_text()):
        path, _, anchor = target.partition("#")
        if ":" in path:
            continue
        file = document if not path else (document.parent / path).resolve()
        assert file.exists(), target
        if anchor and file.suffix == ".md":
            headings = re.findall(r"^#+ (.*)$", file.read_text(), re.MULTILINE)
            slugs = [re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings]
            assert anchor in slugs, target


def test_make_lists_every_target():
    makefile = (ROOT / "Makefile").read_text()
    (phony,) = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert set(phony.split()) == set(re.findall(r"^([a-z0-9]+):.*## ", makefile, re.MULTILINE))


def test_vendored_libraries_are_what_the_lock_says():
    lock = json.loads((WEB / "vendor" / "vendor.lock.json").read_text())
    assert {path.name for path in (WEB / "vendor").glob("*.js")} == set(lock)
    installed = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    for name, entry in lock.items():
        digest = hashlib.sha256((WEB / "vendor" / name).read_bytes()).digest()
        assert entry["integrity"] == f"sha256-{base64.b64encode(digest).decode()}", name
        assert (WEB / "vendor" / name).with_suffix(".d.ts").is_file()
        for package, about in entry["packages"].items():
            assert installed[f"node_modules/{package}"]["version"] == about["version"], package
            assert about["license"]


def test_fonts_are_what_the_lock_says_and_small():
    lock = json.loads((WEB / "fonts" / "fonts.lock.json").read_text())
    assert {path.name for path in (WEB / "fonts").glob("*.woff2")} == set(lock)
    for name, entry in lock.items():
        assert entry["sha256"] == hashlib.sha256((WEB / "fonts" / name).read_bytes()).hexdigest()
    assert sum((WEB / "fonts" / name).stat().st_size for name in lock) <= 70_000
    assert len(list((WEB / "fonts").glob("*-license.txt"))) == 2


def test_locks_name_no_registry():
    for name in ("package-lock.json", "package.json", "pyproject.toml"):
        text = (ROOT / name).read_text()
        assert '"resolved"' not in text
        assert "registry" not in text
        assert "index-url" not in text


def test_the_manifest_is_neutral_and_its_files_exist():
    manifest = json.loads((WEB / "manifest.webmanifest").read_text())
    assert manifest["name"] == manifest["short_name"] == "Attune"
    purposes = set()
    for icon in [*manifest["icons"], *(icon for shortcut in manifest["shortcuts"] for icon in shortcut["icons"])]:
        file = WEB / icon["src"].removeprefix("/")
        if file.suffix == ".png":
            width, height = (int.from_bytes(file.read_bytes()[start : start + 4]) for start in (16, 20))
            assert icon["sizes"] == f"{width}x{height}"
        else:
            assert file.is_file()
        purposes.add(icon.get("purpose", "any"))
    assert purposes == {"any", "maskable", "monochrome"}
    shown = json.dumps([manifest[key] for key in ("name", "description", "shortcuts")]).lower()
    assert not re.search(r"couple|partner|love|relationship|together|feeling|conflict", shown)
