"""Pairing by the camera: one phone shows the code, the other reads it."""

import io
import os
from pathlib import Path

from PIL import Image
from playwright.sync_api import Playwright, expect

from e2e.conftest import ARGUMENTS, CHROMIUM
from e2e.support.phone import Phone
from e2e.support.server import Server


def write_video(png: bytes, path: Path, width: int = 640, height: int = 480) -> None:
    """Make a short film of a still picture, as a fake camera of Chromium reads it (YUV4MPEG2)."""
    image = Image.open(io.BytesIO(png)).convert("L")
    image.thumbnail((width - 40, height - 40))
    ground = Image.new("L", (width, height), 170)
    ground.paste(image, ((width - image.width) // 2, (height - image.height) // 2))
    frame = b"FRAME\n" + ground.tobytes() + b"\x80" * (width * height // 2)
    path.write_bytes(b"YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C420jpeg\n" % (width, height) + frame * 2)


def test_scan_the_code_of_the_other_phone(driver: Playwright, server: Server, tmp_path: Path):
    film = tmp_path / "camera.y4m"
    write_video(blank_picture(), film)
    camera = ["--use-fake-device-for-media-stream", f"--use-file-for-fake-video-capture={film}"]
    browser = driver.chromium.launch(executable_path=os.environ.get("CHROMIUM", CHROMIUM), args=[*ARGUMENTS, *camera])
    noor = Phone("Noor", browser, server, is_direct=True)
    sam = Phone("Sam", browser, server, is_direct=True, permissions=["camera"])
    try:
        noor.tap("Begin with someone")
        noor.tap("Friend", "radio")
        noor.page.get_by_label("Your name").fill("Noor")
        noor.tap("Show the code")
        code = noor.page.get_by_role("img", name="A code for the other phone’s camera")
        expect(code).to_be_visible()
        noor.check_access("the code")
        write_video(noor.page.locator(".qr").screenshot(), film)
        sam.tap("I have a link or a code")
        sam.tap("Scan their code")
        sam.introduce("Friend")
        assert noor.pictures() == sam.pictures()
        for phone in (noor, sam):
            phone.tap("Yes, the same four")
        noor.heading("You and Sam")
        sam.heading("You and Noor")
        assert noor.faults + sam.faults == []
    finally:
        noor.close()
        sam.close()
        browser.close()


def test_no_camera_leads_to_pasting(device):
    sam = device("Sam")
    sam.tap("I have a link or a code")
    sam.tap("Scan their code")
    sam.sees("Paste the link instead")
    expect(sam.page.get_by_label("Link")).to_be_visible()


def blank_picture() -> bytes:
    """Return a grey picture: what a camera sees before the code is in front of it."""
    made = io.BytesIO()
    Image.new("L", (64, 64), 128).save(made, "PNG")
    return made.getvalue()
