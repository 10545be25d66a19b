"""Photos: from chosen to shown on both phones, through killed servers and full ones; taken back, they are nowhere."""

import io
import sqlite3
import time
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from e2e.support.phone import Phone
from e2e.support.photo import PLACE, take_photo
from e2e.support.server import Server


@pytest.fixture(scope="session")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = take_photo(tmp_path_factory.mktemp("photos") / "IMG_0001.jpg")
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


def test_a_server_killed_in_the_middle_of_an_upload_goes_on_where_it_stopped(couple, server, photo):
    noor, sam = couple
    watch_pictures(noor, sam)
    sent: list[str] = []

    def watch(route):
        request = route.request
        if request.method != "PUT":
            route.continue_()
            return
        sent.append(request.url)
        if len(sent) == 2:
            server.kill()
        route.continue_()

    noor.page.route("**/blob/**", watch)
    write_page(noor, photo, "In the middle", shared_with="Sam")
    wait_for(lambda: len(sent) >= 2, noor)
    assert server.process is None
    server.start()
    noor.page.reload()  # what is known of the upload outlives the page
    sam.page.evaluate("dispatchEvent(new Event('online'))")
    noor.go("today")
    noor.is_synced()
    assert sent.count(sent[0]) == 1, "what the server had answered for is not sent again"
    watch_pictures(noor)
    open_page(noor, "In the middle")
    open_page(sam, "In the middle")
    assert picture(sam, "A photo without words") == picture(noor, "A photo without words")
    assert chunks(server) == len(set(sent))


def test_a_full_server_is_said_and_nothing_is_lost(couple, server, photo):
    noor, sam = couple
    server.stop()
    server.arguments = ["--photos-mib", "0"]
    server.start()
    for phone in (noor, sam):
        phone.page.evaluate("dispatchEvent(new Event('online'))")
    write_page(noor, photo, "No room", shows="The attic", shared_with="Sam")
    noor.sees("The server has no more room for your photos.")
    open_page(noor, "No room")
    noor.sees("The server has no room for this photo. It stays on this phone; the words travel without it.")
    expect(noor.page.get_by_role("img", name="The attic")).to_be_visible()
    noor.check_access("a photo without room")
    open_page(sam, "No room")
    sam.sees("A photo. Noor’s phone has not sent it yet.")
    sam.sees("The attic")
    noor.write_page("Words go on", shared_with="Sam")
    sam.go("journal")
    sam.sees("Words go on")
    server.stop()
    server.arguments = []
    server.start()
    noor.page.reload()
    open_page(noor, "No room")
    expect(noor.page.get_by_role("img", name="The attic")).to_be_visible()
    noor.sees_not("The server has no room")
    sam.page.evaluate("dispatchEvent(new Event('online'))")
    open_page(sam, "No room")
    expect(sam.page.get_by_role("img", name="The attic")).to_be_visible(timeout=30_000)


def test_a_private_photo_stays_mine_until_it_is_shared_and_drafts_keep_theirs(couple, server, photo):
    noor, sam = couple
    write_page(noor, photo, "Only mine", shows="My desk")
    noor.go("today")
    noor.is_synced()
    before = chunks(server)
    assert before > 0
    sam.go("journal")
    sam.sees_not("Only mine")
    open_page(noor, "Only mine")
    noor.tap("Edit")
    noor.page.get_by_role("radiogroup", name="Who reads this").get_by_role("radio", name="Us").click()
    noor.tap("Share with Sam")
    open_page(sam, "Only mine")
    expect(sam.page.get_by_role("img", name="My desk")).to_be_visible(timeout=20_000)
    wait_for(lambda: len(stored(noor)) == 1 and chunks(server) == before, noor)

    noor.go("page/new")
    add_photo(noor, photo)
    noor.page.get_by_label("What does it show?").fill("Unfinished")
    noor.page.wait_for_timeout(600)
    noor.page.reload()
    expect(noor.page.get_by_role("img", name="Unfinished")).to_be_visible()
    noor.check_access("writing a page with a photo")
    noor.tap("Take the photo out")
    wait_for(lambda: len(stored(noor)) == 1, noor)
    with noor.page.expect_file_chooser() as chooser:
        noor.tap("Add a photo")
    chooser.value.set_files({"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"no picture"})
    noor.sees("This phone cannot open that picture.")


def test_a_wiped_server_gets_photos_back_from_the_phones(couple, server, photo):
    noor, sam = couple
    write_page(noor, photo, "Before the flood", shows="A dry street", shared_with="Sam")
    noor.go("today")
    noor.is_synced()
    before = chunks(server)
    server.kill()
    server.wipe()
    server.start()
    noor.page.evaluate("dispatchEvent(new Event('online'))")
    wait_for(lambda: chunks(server) == before, noor)
    sam.page.evaluate("dispatchEvent(new Event('online'))")
    open_page(sam, "Before the flood")
    expect(sam.page.get_by_role("img", name="A dry street")).to_be_visible(timeout=20_000)


def test_a_photo_is_seen_in_every_tab_whichever_holds_the_connection(couple, server, photo):
    noor, sam = couple
    other = sam.open("#/journal")
    write_page(noor, photo, "Two tabs", shows="A window", shared_with="Sam")
    other.locator("a.entry", has_text="Two tabs").click()
    expect(other.get_by_role("img", name="A window")).to_be_visible(timeout=20_000)
