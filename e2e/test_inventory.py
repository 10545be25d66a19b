"""The inventory: for one person, in their own space, and without a trace anywhere else."""

import json
import re

from playwright.sync_api import Browser

from e2e.support.phone import Phone, pair
from e2e.support.server import Server
from e2e.test_privacy import DUMP

WORDS = ["Kaltmamsell", "Zwetschgenmus", "Firlefanz", "Hupfdohle", "Bramarbas"]
#: All that came from the server: how many rows each store of the phone has, and the pair's records as the app opens them.
OPENED = """async () => {
  const { attune } = document.querySelector('#app').firstElementChild.app;
  const types = ['session', 'session-note', 'carried', 'inventory', 'declined', 'entry', 'act', 'check-in', 'person'];
  const opened = types.flatMap((type) => attune.currentSpace.recordsOfType(type).map(({ byPerson }) =>
    [type, [...byPerson.values()].map((fields) => [...fields].map(([name, field]) => [name, String(field.value)]))]));
  const rows = [];
  for (const { name } of await indexedDB.databases()) {
    const done = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const keys = await done(database.transaction(store).objectStore(store).getAllKeys());
      // The index is this phone's own, made of what it has whenever it has a moment.
      rows.push([store, keys.filter((key) => !/^space\\/.*\\/(index|page)/.test(key)).length]);
    }
    database.close();
  }
  return JSON.stringify([opened, rows]);
}"""


def write_page(phone: Phone) -> None:
    phone.go("live/self-empathy-inventory")
    phone.heading("Self-empathy inventory")
    phone.tap("Begin")
    phone.heading("Nobody else is here")
    phone.check_access("the inventory")
    phone.tap("Begin")
    phone.page.get_by_label("Search all words").fill("unheard")
    phone.page.get_by_role("button", name="unheard", exact=True).first.click()
    phone.sees("This says what happened too.")
    phone.tap("Next")
    phone.page.get_by_role("textbox", name="A line about it?").fill("Kaltmamsell")
    phone.tap("Next")
    phone.tap("Body")
    phone.tap("rest")
    phone.page.get_by_label("In my own word").fill("Zwetschgenmus")
    phone.tap("Next")
    phone.page.locator("#field-helped").fill("Firlefanz")
    phone.tap("Next")
    phone.page.locator("#field-kind").fill("Hupfdohle")
    phone.tap("Next")
    phone.heading("To yourself")
    phone.sees("Hupfdohle")
    phone.tap("Continue")
    phone.heading("What should happen with this?")


def test_a_page_is_kept_read_back_and_carried_on_and_the_other_phone_and_the_server_know_nothing(chromium: Browser, server: Server):
    noor, sam = Phone("Noor", chromium, server), Phone("Sam", chromium, server)
    try:
        pair(noor, sam)
        sam.is_synced()
        before = sam.page.evaluate(OPENED)
        write_page(noor)
        noor.tap("Keep it here")
        noor.heading("Heard for yourself")
        noor.page.get_by_role("link", name=re.compile("unheard")).click()
        noor.sees("Firlefanz")
        noor.tap("Take a line on")
        noor.page.get_by_role("radio", name="Firlefanz", exact=True).click()
        noor.tap("Say one line in tomorrow’s check-in")
        noor.sees("It waits there for you")
        noor.check_access("a page of the inventory")

        write_page(noor)  # erased at its end: never kept anywhere
        noor.tap("Erase it")
        noor.heading("Practice")
        noor.go("inventory")
        noor.page.get_by_role("link", name="Needs that came up this week").click()
        noor.sees("Not enough pages yet")
        noor.tap("Close")
        noor.heading("Heard for yourself")
        write_page(noor)
        noor.tap("Keep it here")
        noor.heading("Heard for yourself")
        noor.page.get_by_role("link", name="Needs that came up this week").click()
        noor.sees("rest, Zwetschgenmus")
        noor.check_access("the needs of a week")

        noor.go("check-in")
        noor.page.get_by_role("radio", name=re.compile("^Rain")).click()
        noor.tap("Next")
        noor.tap("No words")
        noor.tap("Skip")
        noor.tap("Use it: Firlefanz")
        mattered = noor.page.get_by_role("textbox", name="What mattered most")
        assert mattered.input_value() == "Firlefanz"
        mattered.fill("")
        noor.page.reload()
        noor.go("inventory")
        noor.heading("Heard for yourself")
        noor.go("today")
        noor.is_synced()
        sam.go("today")
        sam.is_synced()
        after = sam.page.evaluate(OPENED)
        assert json.loads(after) == json.loads(before), "nothing of it came to the other phone, not even that it was"
        held = sam.page.evaluate(DUMP) + noor.page.evaluate(DUMP)
        assert [word for word in WORDS if word in held or word in after] == []
        assert noor.faults + sam.faults == []
    finally:
        noor.close()
        sam.close()
    server.stop()
    stored = b"".join(file.read_bytes() for file in sorted(server.data.rglob("*")) if file.is_file())
    log = (server.data.parent / "server.log").read_bytes()
    assert [word for word in [*WORDS, "inventory", "unheard"] if word.encode() in stored + log] == []
