"""No word that was typed is found on the server, on the way, or at rest on a phone; a control run without sealing finds them all."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from e2e.support.phone import ROOT, Phone, pair
from e2e.support.server import Server
from e2e.support.walk import begin, end, play, walks

NAMES = {"Noor": "Quendrika", "Sam": "Vossimund"}
WORDS = ["Zwetschgenmus", "Kaltmamsell", "Bramarbas", "Firlefanz", "Hupfdohle", *NAMES.values()]

#: What Noor keeps, in every place there is for it. Sam has of it no more than one appreciation of two, and the title of a sealed page.
KEPT_ALONE = {
    "request": "Papperlapapp",
    "value": "Remmidemmi",
    "thanks": "Tohuwabohu",
    "moment": "Techtelmechtel",
    "sealed": "Kokolores",
    "act": "Mumpitz",
    "memory": "Halligalli",
    "inventory": "Klimbim",
    "retreat": "Brimborium",
    "carried": "Kinkerlitzchen",
    "page": "Fisimatenten",
}
GIVEN = {"first": "Sammelsurium", "title": "Wolkenkuckucksheim"}
KEEP_ALL = """async (words) => {
  const { attune } = document.querySelector('#app').firstElementChild.app;
  await attune.prepareLive();
  await attune.requests.keep({ need: words.request, when: '', why: '', words: [] });
  await attune.entries.keep('values', { five: ['own/' + words.value], 'own-cards': [words.value] });
  await attune.thanks.giveDaily([{ deed: words.first }, { deed: words.thanks }]);
  await attune.moments.write({ title: '', page: words.moment, audience: 0 });
  await attune.moments.write({ title: words.title, page: words.sealed, audience: 1 });
  await attune.entries.keep('act', { act: words.act, sees: 2 });
  await attune.memories.lay({ title: words.memory }, null, 'me');
  await attune.entries.keep('inventory', { helped: words.inventory });
  await attune.entries.keep('revisit', { camera: words.page });
  await attune.retreats.gather('own-need', words.retreat);
  await attune.sessions.carry({ kind: 'summary', practice: 'structured-listening', session: '', day: attune.today(), text: words.carried });
}"""

#: Everything a page can find in its own storage, as Latin-1 text of the bytes and strings.
DUMP = """async () => {
  const parts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie];
  const text = (bytes) => Array.from(new Uint8Array(bytes.buffer ?? bytes), (byte) => String.fromCharCode(byte)).join('');
  const walk = (value) => {
    if (value instanceof Uint8Array || value instanceof ArrayBuffer) parts.push(text(value));
    else if (typeof value === 'string') parts.push(value);
    else if (value && typeof value === 'object' && !(value instanceof CryptoKey)) Object.values(value).forEach(walk);
  };
  for (const { name } of await indexedDB.databases()) {
    const done = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      (await done(database.transaction(store).objectStore(store).getAll())).forEach(walk);
      (await done(database.transaction(store).objectStore(store).getAllKeys())).forEach(walk);
    }
    database.close();
  }
  return parts.join('\\n');
}"""


def collect(into: bytearray) -> Callable[[str | bytes], None]:
    """Frames as a page sends or receives them: on the wire they are masked."""
    return lambda frame: into.extend(frame if isinstance(frame, bytes) else frame.encode())


def live_an_evening(chromium: Browser, server: Server) -> dict[str, bytes]:
    """Pair, write, share, keep, draft; return all that the server, the wire and the phones hold."""
    noor, sam = Phone(NAMES["Noor"], chromium, server), Phone(NAMES["Sam"], chromium, server)
    said, heard = bytearray(), bytearray()
    for phone in (noor, sam):
        phone.link.record = bytearray()
        phone.page.on("websocket", lambda socket: socket.on("framesent", collect(said)))
    sam.page.on("websocket", lambda socket: socket.on("framereceived", collect(heard)))
    try:
        pair(noor, sam)
        noor.page.evaluate(KEEP_ALL, KEPT_ALONE | GIVEN)
        noor.check_in("Rain", mattered="Zwetschgenmus", worry="Kaltmamsell", share=("Sky", "What mattered"))
        sam.check_in("Still", mattered="Bramarbas", share=("Sky", "What mattered"))
        noor.write_page("Firlefanz")
        sam.go("page/new")
        sam.page.get_by_label("Your words").fill("Hupfdohle")
        sam.page.evaluate("dispatchEvent(new Event('pagehide'))")  # a draft is written at once
        noor.go("today")
        noor.is_synced()
        sam.go("today")
        sam.sees(GIVEN["title"])  # and all that came before it is there too
        phones = {key: phone.page.evaluate(DUMP).encode("latin-1", "replace") for key, phone in (("Noor", noor), ("Sam", sam))}
        traffic = bytes(noor.link.record or b"") + bytes(sam.link.record or b"")
    finally:
        noor.close()
        sam.close()
    server.stop()
    stored = b"".join(file.read_bytes() for file in sorted(server.data.rglob("*")) if file.is_file())
    log = (server.data.parent / "server.log").read_bytes()
    return {"server": stored, "log": log, "traffic": traffic, "sent": bytes(said), "to Sam": bytes(heard), **phones}


def found(where: bytes, words: Iterable[str] = WORDS) -> set[str]:
    return {word for word in words if word.encode() in where or word.encode("utf-16-le") in where}


@pytest.fixture
def open_web(tmp_path: Path) -> Iterator[Path]:
    """The app with sealing switched off: plaintext and sixteen zero bytes instead of AES-GCM."""
    web = tmp_path / "open-web"
    shutil.copytree(ROOT / "web", web)
    aes = web / "io" / "aes.js"
    sealing = aes.read_text()
    assert "  return aes;\n}" in sealing
    opened = """  aes.sealWithKey = async (_key, _nonce, _aad, plaintext) => Uint8Array.of(...plaintext, ...new Uint8Array(16));
  aes.openWithKey = async (_key, _nonce, _aad, sealed) => sealed.slice(0, -16);
  return aes;
}"""
    aes.write_text(sealing.replace("  return aes;\n}", opened, 1))
    subprocess.run(["node", "tools/packs.mjs"], cwd=ROOT, env=os.environ | {"WEB": str(web)}, check=True, stdout=subprocess.DEVNULL)
    return web


def test_no_word_is_found_anywhere(chromium: Browser, server: Server):
    held = live_an_evening(chromium, server)
    words = {*WORDS, *KEPT_ALONE.values(), *GIVEN.values()}
    assert {where: found(held[where], words) for where in held} == {key: set() for key in held}


def test_the_search_finds_every_word_when_sealing_is_off(chromium: Browser, tmp_path: Path, open_web: Path):
    server = Server(tmp_path / "data", web=open_web).start()
    held = live_an_evening(chromium, server)
    shared = {"Zwetschgenmus", "Bramarbas", *NAMES.values()}
    assert shared | {"Kaltmamsell", "Firlefanz"} <= found(held["server"])
    assert found(held["Noor"]) | found(held["Sam"]) == set(WORDS)
    assert shared <= found(held["traffic"])
    assert shared | {"Kaltmamsell", "Firlefanz"} <= found(held["sent"])
    assert found(held["log"]) == set(), "the log never quotes"
    kept, given = set(KEPT_ALONE.values()), set(GIVEN.values())
    assert found(held["Noor"], kept | given) == kept | given
    assert found(held["server"], kept) == kept, "under Noor’s own key, were it sealed"
    assert found(held["to Sam"], kept | given) == given
    assert found(held["Sam"], kept | given | {"Kaltmamsell", "Firlefanz"}) == given, "what is Noor’s alone is not on the other phone at all"


#: What Sam shows, and what Sam keeps, in a session with Noor.
SHOWN = {"topic": "Schabernack"}
KEPT = {"note": "Larifari", "summary": "Kuddelmuddel"}
URGE = "irritated"


def listen_and_keep(chromium: Browser, server: Server) -> dict[str, bytes]:
    """Sam listens, taps an urge, and writes; return all that Noor's phone, Sam's phone and the server hold, and what Noor's was sent."""
    walk = next(walk for walk in walks("live") if walk["practice"] == "structured-listening")
    noor, sam = Phone("Noor", chromium, server), Phone("Sam", chromium, server)
    said, heard, seen = bytearray(), bytearray(), []
    sam.page.on("websocket", lambda socket: socket.on("framesent", collect(said)))
    noor.page.on("websocket", lambda socket: socket.on("framereceived", collect(heard)))
    try:
        pair(noor, sam)
        for step in begin(noor, sam, walk):
            if step["phase"] == "speak" and step["phone"] == 0:
                sam.tap(URGE)
                sam.sees("Noticed. Back to Noor")
            if step["phone"] == 1:
                for field in step["fills"]:
                    field["value"] = (SHOWN | KEPT).get(str(field["value"]).removesuffix(" of Sam"), field["value"])
                step["tap"] = "Keep" if step["phase"] == "summarise" else step["tap"]
            play((noor, sam), [step])
            seen.append(noor.page.inner_text("body"))
        end(noor, sam, walk)
        noor.page.locator("a[href^='#/session/']").first.click()
        noor.sees(SHOWN["topic"])  # all of the session has come
        seen.append(noor.page.inner_text("body"))
        seen.extend(path.read_text() for path in noor.save_copy().values())
        held = {phone.name: phone.page.evaluate(DUMP).encode("latin-1", "replace") for phone in (noor, sam)}
    finally:
        noor.close()
        sam.close()
    server.stop()
    stored = b"".join(file.read_bytes() for file in sorted(server.data.rglob("*")) if file.is_file())
    return {**held, "seen by Noor": "\n".join(seen).encode(), "to Noor": bytes(heard), "from Sam": bytes(said), "server": stored}


def test_what_is_kept_in_a_session_is_found_nowhere_on_the_way(chromium: Browser, server: Server):
    held = listen_and_keep(chromium, server)
    words = {*SHOWN.values(), *KEPT.values()}
    assert found(held.pop("seen by Noor"), words) == set(SHOWN.values())
    assert {where: found(held[where], {*words, URGE}) for where in held} == {where: set() for where in held}


def test_with_sealing_off_the_other_still_holds_only_what_was_shown(chromium: Browser, tmp_path: Path, open_web: Path):
    held = listen_and_keep(chromium, Server(tmp_path / "data", web=open_web).start())
    shown, kept = set(SHOWN.values()), set(KEPT.values())
    words = shown | kept | {URGE}
    assert found(held["Noor"], words) == shown
    assert found(held["to Noor"], words) == shown
    assert found(held["seen by Noor"], words - {URGE}) == shown, "Noor has the same urges to tap"
    assert found(held["Sam"], words) >= shown | kept
    assert found(held["server"], words) == shown | kept, "Sam's own notes, under Sam's own key; an urge never"
    assert URGE.encode() not in held["from Sam"]
