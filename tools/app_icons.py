"""Renders web/icons/*.png from the SVG beside them, with the Chromium that the browser tests use.

`make vendor` runs it; what it makes is committed. iOS takes only PNG, and some Android launchers do too.
"""

import os
from pathlib import Path

from playwright.sync_api import sync_playwright

ICONS = Path(__file__).resolve().parent.parent / "web" / "icons"
# iOS rounds the corners itself and paints transparency black: it gets the full-bleed drawing.
RENDERED = {
    "app-icon-192.png": ("app-icon.svg", 192),
    "app-icon-512.png": ("app-icon.svg", 512),
    "app-icon-maskable-192.png": ("app-icon-maskable.svg", 192),
    "app-icon-maskable-512.png": ("app-icon-maskable.svg", 512),
    "app-icon-monochrome-192.png": ("app-icon-monochrome.svg", 192),
    "app-icon-monochrome-512.png": ("app-icon-monochrome.svg", 512),
    "apple-touch-icon.png": ("app-icon-maskable.svg", 180),
}


def main() -> None:
    """Write every PNG."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for name, (source, size_px) in RENDERED.items():
            page = browser.new_page(viewport={"width": size_px, "height": size_px})
            drawing = (ICONS / source).read_text()
            style = f"<style>body{{margin:0}}svg{{display:block;width:{size_px}px;height:{size_px}px}}</style>"
            page.set_content(style + drawing)
            page.screenshot(path=ICONS / name, omit_background=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
