"""Photos: from chosen to shown on both phones, through killed servers and full ones; taken back, they are nowhere."""

import io
import sqlite3
import time
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from e2e.support.phone import Phone
from e2e.support.server import Server

PLACE = "Harbour wall, 53.5461N"


@pytest.fixture(scope="session")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve megapixels, lying on its side as cameras write them, with where and with what it was taken."""
    sky = Image.linear_gradient("L").resize((4000, 3000))
    grain = Image.effect_noise((4000, 3000), 40)
    picture = Image.merge("RGB", (sky, grain, sky.rotate(180)))
    exif = Image.Exif()
    exif[0x0112] = 6  # turn by a quarter
    exif[0x010F] = "Camera of Noor"
    exif[0x010E] = PLACE
    exif.get_ifd(0x8825)[2] = (53.0, 32.0, 46.0)
    path = tmp_path_factory.mktemp("photos") / "IMG_0001.jpg"
    picture.save(path, exif=exif, quality=92)
    assert PLACE.encode() in path.read_bytes()
    return path


def chunks(server: Server) -> int:
    database = sqlite3.connect(server.data / "attune.sqlite3")
    try:
        return database.execute("SELECT count(*) FROM chunks").fetchone()[0]
    finally:
        database.close()


def add_photo(phone: Phone, photo: Path) -> None:
    with phone.page.expect_file_chooser() as chooser:
        phone.tap("Add a photo")
    chooser.value.set_files(photo)
    expect(phone.page.get_by_label("What does it show?")).to_be_visible()


def write_page(phone: Phone, photo: Path, words: str, *, shows: str = "", shared_with: str = "") -> None:
    phone.go("page/new")
    phone.page.get_by_label("Your words").fill(words)
    add_photo(phone, photo)
    if shows:
        phone.page.get_by_label("What does it show?").fill(shows)
    if shared_with:
        phone.page.get_by_role("radiogroup", name="Who reads this").get_by_role("radio", name="Us").click()
        phone.tap(f"Share with {shared_with}")
    else:
        phone.tap("Keep")
    phone.heading("Journal")


def open_page(phone: Phone, words: str) -> None:
    phone.go("journal")
    phone.page.locator("a.entry", has_text=words).first.click()
    expect(phone.page.get_by_role("article")).to_be_visible()


def picture(phone: Phone, shows: str) -> bytes:
    """The bytes of the picture on the screen, once it has been drawn."""
    image = phone.page.get_by_role("img", name=shows)
    expect(image).to_be_visible(timeout=20_000)
    got = image.evaluate("async (img) => { await img.decode(); return [...new Uint8Array(await window.made.get(img.src).arrayBuffer())] }")
    return bytes(got)


def watch_pictures(*phones: Phone) -> None:
    """Remember what is behind the addresses the app makes: its own policy lets no script read them."""
    for phone in phones:
        phone.page.evaluate(
            """() => {
              window.made = new Map();
              const make = URL.createObjectURL;
              URL.createObjectURL = (blob) => { const url = make.call(URL, blob); window.made.set(url, blob); return url; };
            }"""
        )


def stored(phone: Phone) -> list[str]:
    """Names of the photos on this phone."""
    return phone.page.evaluate(
        """() => new Promise((resolve) => {
          const open = indexedDB.open('attune');
          open.onsuccess = () => {
            const keys = open.result.transaction('sealed').objectStore('sealed').getAllKeys(IDBKeyRange.bound('blob/', 'blob/\\uffff'));
            keys.onsuccess = () => { open.result.close(); resolve(keys.result); };
          };
        })"""
    )


def test_twelve_megapixels_from_chosen_to_shown_on_both_phones_and_taken_back(couple, server, photo):
    noor, sam = couple
    watch_pictures(noor, sam)
    write_page(noor, photo, "At the harbour", shows="The sea wall at dusk", shared_with="Sam")
    open_page(noor, "At the harbour")
    kept = picture(noor, "The sea wall at dusk")
    assert Image.open(io.BytesIO(kept)).size == (1536, 2048), "smaller, and upright"
    assert not dict(Image.open(io.BytesIO(kept)).getexif())
    assert PLACE.encode() not in kept
    noor.check_access("a page with a photo")
    open_page(sam, "At the harbour")
    assert picture(sam, "The sea wall at dusk") == kept
    assert chunks(server) > 1
    assert b"\xff\xd8\xff" not in b"".join(file.read_bytes() for file in server.data.glob("attune.sqlite3*")), "no JPEG begins there"
    # seen once, it is there without a network
    sam.go("journal")
    sam.cut()
    open_page(sam, "At the harbour")
    assert picture(sam, "The sea wall at dusk") == kept
    sam.reconnect()

    noor.tap("Take it back")
    noor.tap("Yes, take it back")
    sam.sees("Noor took this page back.")
    sam.sees_not("The sea wall at dusk")
    for phone in (noor, sam):
        expect_nothing_stored(phone)
    wait_for(lambda: chunks(server) == 0)


def expect_nothing_stored(phone: Phone) -> None:
    wait_for(lambda: stored(phone) == [], phone)


def wait_for(done, phone: Phone | None = None, seconds: float = 15) -> None:
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end
        if phone:
            phone.page.wait_for_timeout(100)
        else:
            time.sleep(0.1)
