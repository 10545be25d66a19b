"""Offline days, killed and wiped servers, two tabs: nothing is lost, and both phones show the same."""

import json
import re
import sqlite3

from PIL import Image
from playwright.sync_api import expect

from e2e.support.handset import MARK
from e2e.support.phone import Phone
from e2e.test_memories import lay
from e2e.test_moments import write as write_moment


def pages_of(phone: Phone) -> list[str]:
    phone.go("journal")
    phone.heading("Journal")
    return sorted(phone.page.locator(".entry .said").all_inner_texts())


def test_one_phone_offline_for_a_day_both_write_both_identical(installed_couple):
    noor, sam = installed_couple
    sam.page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    sam.go("journal")
    sam.cut()
    noor.check_in("Rain", mattered="The rain on the roof", share=("Sky", "What mattered"))
    noor.write_page("Noor’s evening", shared_with="Sam")
    sam.check_in("Breeze", mattered="The bicycle", share=("Sky", "What mattered"))
    sam.write_page("Sam’s evening", shared_with="Noor")
    sam.sees("Sam’s evening")
    sam.go("today")
    sam.sees("Offline, ")
    sam.page.reload()  # the app opens with no network, and everything is there
    sam.sees("Breeze")
    sam.reconnect()
    for phone in (noor, sam):
        phone.go("journal")
        phone.sees("Noor’s evening")
        phone.sees("Sam’s evening")
    assert pages_of(noor) == pages_of(sam)
    sam.go("today")
    sam.is_synced()
    noor.go("today")
    for phone in (noor, sam):
        phone.tap("Open together")
        phone.tap("Open together")
        phone.go("today")
        phone.sees("Opened together")


def test_server_killed_in_the_middle_of_a_burst(couple, server):
    noor, sam = couple
    for i in range(6):
        noor.write_page(f"Page {i} of the evening", shared_with="Sam")
        if i == 3:
            server.kill()
    noor.sees("Page 5 of the evening")
    server.start()
    noor.page.evaluate("dispatchEvent(new Event('online'))")
    noor.go("today")
    noor.is_synced()
    sam.page.evaluate("dispatchEvent(new Event('online'))")
    sam.go("journal")
    for i in range(6):
        sam.sees(f"Page {i} of the evening")
    database = sqlite3.connect(server.data / "attune.sqlite3")
    assert database.execute("SELECT count(*), count(DISTINCT op_id) FROM ops").fetchone()[0] > 6
    database.close()


def test_wiped_server_is_healed_by_the_phones(couple, server):
    noor, sam = couple
    noor.write_page("Before the flood", shared_with="Sam")
    sam.go("journal")
    sam.sees("Before the flood")
    noor.go("today")
    noor.is_synced()
    server.kill()
    server.wipe()
    server.start()
    for phone in (noor, sam):
        phone.page.evaluate("dispatchEvent(new Event('online'))")
    noor.go("today")
    noor.sees("Your phone has put them back")
    noor.is_synced()
    sam.write_page("After the flood", shared_with="Noor")
    noor.go("journal")
    noor.sees("After the flood")
    noor.sees("Before the flood")
    database = sqlite3.connect(server.data / "attune.sqlite3")
    assert database.execute("SELECT count(*) FROM spaces").fetchone() == (3,), "two of their own, and theirs"
    database.close()


def test_two_tabs_are_one_phone(couple):
    noor, sam = couple
    other = noor.open("#/journal")
    expect(other.get_by_role("heading", name="Journal")).to_be_visible()
    noor.write_page("From the first tab", shared_with="Sam")
    expect(other.get_by_text("From the first tab")).to_be_visible()
    other.goto(f"{noor.origin}/#/page/new")
    other.get_by_label("Your words").fill("From the second tab")
    other.get_by_role("radiogroup", name="Who reads this").get_by_role("radio", name="Us").click()
    other.get_by_role("button", name="Share with Sam").click()
    noor.sees("From the second tab")
    sam.go("journal")
    sam.sees("From the first tab")
    sam.sees("From the second tab")
    noor.page.close()  # the tab that held the connection
    noor.page = other
    noor.write_page("Led by the other", shared_with="Sam")
    sam.sees("Led by the other")


def test_a_frozen_connection_is_noticed_and_replaced(couple):
    noor, sam = couple
    noor.page.clock.install()
    noor.page.reload()
    noor.is_synced()
    noor.link.hold()
    noor.page.clock.run_for(70_000)
    noor.link.cut()
    noor.link.restore()
    noor.page.clock.run_for(40_000)
    noor.write_page("Still here", shared_with="Sam")
    noor.page.clock.run_for(2_000)
    sam.go("journal")
    sam.sees("Still here")


def test_erase_this_device_says_what_is_lost_and_leaves_nothing(couple):
    noor, _ = couple
    noor.write_page("A page of my own")
    noor.go("settings")
    noor.tap("Erase this phone’s Attune")
    noor.sees("every page that only you can read")
    noor.check_access("erasing")
    noor.tap("Erase everything here")
    noor.heading("Two skies, one horizon")
    names = noor.page.evaluate("async () => (await indexedDB.databases()).map(({ name }) => name)")
    assert {name for name in names if not name.endswith(MARK)} <= {"attune"}
    noor.go("journal")
    noor.sees_not("A page of my own")


def test_the_readable_copy_holds_what_i_can_read_and_my_photos(couple, tmp_path):
    noor, sam = couple
    write_moment(sam, "The ferry", "Kaltmamsell", "Us, sealed")
    noor.write_page("A page of <b>my</b> own")
    noor.check_in("Rain", mattered="Mum called", share=("Sky",))
    picture = tmp_path / "stairs.png"
    Image.linear_gradient("L").save(picture)
    lay(noor, "Soup on the stairs", "You had the step below mine", "Us", photo=picture)
    noor.go("today")
    noor.heading("A sealed page, for reading together")
    html, data = noor.save_copy().items()
    assert re.fullmatch(r"attune-\d{4}-\d\d-\d\d\.html", html[0])
    wanted = {"Mum called", "The ferry", "step below mine"}
    for text in (html[1].read_text(), data[1].read_text()):
        assert {word for word in {*wanted, "Kaltmamsell"} if word in text} == wanted
    photos = json.loads(data[1].read_text())["photos"]
    assert photos["photo-1"].startswith("data:image/jpeg;base64,")
    copied = noor.context.new_page()
    copied.goto(html[1].rename(tmp_path / "copy.html").as_uri())
    expect(copied.get_by_text("A page of <b>my</b> own")).to_be_visible()
    shown = copied.get_by_role("img", name="Photo of Soup on the stairs")
    assert shown.evaluate("async (img) => { await img.decode(); return img.naturalWidth }") == 256


def test_a_full_phone_says_so_and_loses_no_word(device):
    noor = device("Noor")
    noor.tap("Look around alone first")
    noor.page.get_by_label("Your name").fill("Noor")
    noor.tap("Look around")
    noor.is_synced()
    noor.go("page/new")
    noor.page.get_by_label("Your words").fill("Words on a full phone")
    noor.page.evaluate("""() => {
      window.putBefore = IDBObjectStore.prototype.put;
      window.addBefore = IDBObjectStore.prototype.add;
      const full = () => { throw new DOMException('no room', 'QuotaExceededError'); };
      IDBObjectStore.prototype.put = full;
      IDBObjectStore.prototype.add = full;
    }""")
    noor.tap("Keep")
    noor.sees("This phone has no more room. What you typed is still here.")
    noor.check_access("a full phone")
    expect(noor.page.get_by_label("Your words")).to_have_value("Words on a full phone")
    noor.page.evaluate("""() => {
      IDBObjectStore.prototype.put = window.putBefore;
      IDBObjectStore.prototype.add = window.addBefore;
    }""")
    noor.tap("Keep")
    noor.heading("Journal")
    noor.sees("Words on a full phone")
    noor.sees_not("no more room")
    noor.page.reload()
    noor.sees("Words on a full phone")


def test_a_double_click_keeps_one_page_and_a_place_that_is_none_says_so(couple):
    noor, _ = couple
    noor.go("page/new")
    noor.page.get_by_label("Your words").fill("Once is enough")
    noor.page.get_by_role("button", name="Keep", exact=True).dblclick()
    assert pages_of(noor) == ["Once is enough"]
    noor.go("live/xx")
    noor.heading("There is no such practice here.")
    noor.tap("Practice", "link")
    noor.heading("Practice")


WRITE_BEHIND = """async () => {
  const { Database, deleteDatabase } = await import('/io/database.js');
  const open = () => new Database('scratch', { onReplaced: () => {} });
  const write = (database) => database.run('readwrite', ['sealed'], (tx) => tx.objectStore('sealed').put(1, 'a'));
  const [here, otherTab] = [open(), open()];
  await Promise.all([write(here), write(otherTab)]);
  here.end();
  await deleteDatabase('scratch');
  const written = [];
  for (const database of [here, otherTab]) void write(database).finally(() => written.push(database)).catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 300));
  const isThere = (await indexedDB.databases()).some(({ name }) => name === 'scratch');
  return { written: written.length, isThere };
}"""


def test_what_is_still_being_written_while_a_device_is_erased_makes_no_new_database(device):
    """It would hold words without their keys, which no start could open."""
    assert device("Noor").page.evaluate(WRITE_BEHIND) == {"written": 0, "isThere": False}


NO_KEYS = """
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (value, ...key) {
  if (value instanceof CryptoKey) throw new DOMException('no keys here', 'DataCloneError');
  return put.call(this, value, ...key);
};
"""


def test_a_browser_that_keeps_no_keys_keeps_bytes_and_us_says_so(device):
    noor = device("Noor")
    noor.page.wait_for_selector("html[data-started]")
    noor.page.evaluate("import('/io/database.js').then(({ deleteDatabase }) => deleteDatabase('attune'))")
    noor.page.add_init_script(NO_KEYS)
    noor.page.goto("about:blank")
    noor.page.goto(noor.origin)
    noor.page.get_by_role("button", name="Look around alone first").click()
    noor.page.get_by_label("Your name").fill("Noor")
    noor.page.get_by_role("button", name="Look around", exact=True).click()
    noor.heading("Today")
    noor.write_page("Kept all the same")
    noor.page.reload()
    noor.go("journal")
    noor.sees("Kept all the same")
    noor.go("settings")
    noor.sees("kept as plain bytes: this browser holds no keys of its own")
