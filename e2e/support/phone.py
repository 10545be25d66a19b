"""A phone: one browser context with the app open, used as a person would, by roles and names."""

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, expect

from e2e.support.handset import PHONE, Handset
from e2e.support.link import Link
from e2e.support.server import Server

ROOT = Path(__file__).parent.parent.parent
AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text()
EVERY_RULE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
#: What a screen is built of, each piece once.
PIECES = """() => [...new Set([...document.querySelectorAll('main, main *:not(svg *)')].map((each) =>
  `${each.localName}.${each.getAttribute('class') ?? ''}.${each.getAttribute('role') ?? ''}`))].sort().join(' ')"""
LEAVE = """place => {
  if (location.hash === place) return;
  document.querySelector('#app > *')?.toggleAttribute('data-left', true);
  location.hash = place;
}"""
#: The screen of the place in the address is drawn, and not the one before it any more.
SHOWS_ITS_PLACE = """() => {
  const name = location.hash.split('/')[1];
  return document.querySelector(name ? `${name}-screen h1` : 'h1') !== null;
}"""
#: Chromium says these when a network is cut on purpose.
EXPECTED_NOISE = re.compile(r"WebSocket connection to|Failed to load resource|net::ERR|ERR_CONNECTION")


class Phone:
    """Noor's or Sam's phone, on a way to the server that can be cut."""

    def __init__(
        self, name: str, browser: Browser, server: Server, *, is_direct: bool = False, handset: Handset | None = None, **options: Any
    ) -> None:
        self.name = name
        self.server = server
        self.handset = handset
        self.link = Link(server.port, handset.port if handset else None)
        self.is_direct = is_direct
        self.faults: list[str] = []
        try:
            self.context: BrowserContext = handset.fresh() if handset else browser.new_context(**(PHONE | options))
            self.context.set_default_timeout(8_000)
            self.page = self.open()
        except BaseException:
            self.link.close()  # the next phone of this handset needs its port
            raise

    @property
    def origin(self) -> str:
        return self.server.origin if self.is_direct else self.link.origin

    def open(self, place: str = "") -> Page:
        """Open a tab; what it complains about fails the test at the end."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.faults.append(f"{self.name}: {error}"))
        page.on(
            "console",
            lambda message: (
                self.faults.append(f"{self.name}: {message.text}")
                if message.type == "error" and not EXPECTED_NOISE.search(message.text)
                else None
            ),
        )
        page.goto(f"{self.origin}/{place}", wait_until="commit" if self.handset else "load")  # two phones of a pair start side by side
        return page

    def close(self) -> None:
        try:
            if self.handset:
                self.handset.rest()
            else:
                self.context.close()
        finally:
            self.link.close()

    # what a person does

    def tap(self, name: str, role: str = "button", *, exact: bool = True) -> None:
        self.page.get_by_role(role, name=name, exact=exact).first.click()  # type: ignore[arg-type]

    def go(self, place: str) -> None:
        """Open a place by its address, and wait until what was shown before is gone: much has the same name in two places."""
        self.page.evaluate(LEAVE, f"#/{place}")
        expect(self.page.locator("[data-left]")).to_have_count(0)

    def sees(self, text: str, *, exact: bool = False) -> None:
        expect(self.page.get_by_text(text, exact=exact).first).to_be_visible()

    def sees_not(self, text: str) -> None:
        expect(self.page.get_by_text(text)).to_have_count(0)

    def heading(self, text: str) -> None:
        expect(self.page.get_by_role("heading", name=text).first).to_be_visible()

    def is_synced(self) -> None:
        expect(self.page.get_by_text("Up to date").first).to_be_visible()

    def cut(self) -> None:
        """No network: the app learns it as on a phone."""
        self.context.set_offline(offline=True)
        self.link.cut()

    def reconnect(self) -> None:
        self.link.restore()
        self.context.set_offline(offline=False)

    # pairing

    def invite(self, relationship: str = "Partner") -> str:
        """Go to the link; return it."""
        self.tap("Begin with someone")
        self._say_who(relationship)
        self.tap("Send a link instead")
        expect(self.page.locator("#link")).to_contain_text("#j/")
        return self.page.locator("#link").inner_text()

    def follow(self, link: str) -> None:
        """Open a link; each phone reaches the server by a way of its own."""
        self.page.goto(re.sub(r"^https?://[^/]+", self.origin, link))

    def introduce(self, relationship: str = "Partner") -> None:
        self._say_who(relationship)
        self.tap("Go on")

    def _say_who(self, relationship: str) -> None:
        self.tap(relationship, "radio")
        if self.page.get_by_label("Your name").count():
            self.page.get_by_label("Your name").fill(self.name)

    def pictures(self) -> list[str]:
        pictures = self.page.get_by_role("list", name="Four pictures").get_by_role("listitem")
        expect(pictures).to_have_count(4)
        return pictures.all_inner_texts()

    # the check-in

    def check_in(self, sky: str, *, words: tuple[str, ...] = (), mattered: str = "", worry: str = "", share: tuple[str, ...] = ()) -> None:
        """From Today through the six questions; `share` names lines marked Us."""
        self.go("check-in")
        self.page.get_by_role("radio", name=re.compile(f"^{sky}")).click()
        self.tap("Next")
        for word in words:
            self.page.get_by_label("Search all words").fill(word)
            self.page.get_by_role("button", name=word, exact=True).first.click()
            self.page.get_by_label("Search all words").fill("")
        self.tap("Next" if words else "No words")
        self.tap("Skip")
        if mattered:
            self.page.get_by_role("textbox", name="What mattered most").fill(mattered)
        self.tap("Next" if mattered else "Leave it empty")
        if worry:
            self.page.get_by_role("textbox", name="Is a worry").fill(worry)
        self.tap("Next" if worry else "No")
        for line in share:
            self.page.get_by_role("radiogroup", name=line, exact=True).get_by_role("radio", name="Us").click()
        self.tap("Share these" if share else "Share nothing")
        expect(self.page).to_have_url(re.compile("#/day/"))

    def write_page(self, words: str, *, shared_with: str = "") -> None:
        self.go("page/new")
        self.page.get_by_label("Your words").fill(words)
        if shared_with:
            self.page.get_by_role("radiogroup", name="Who reads this").get_by_role("radio", name="Us").click()
            self.tap(f"Share with {shared_with}")
        else:
            self.tap("Keep")
        self.heading("Journal")

    def save_copy(self) -> dict[str, Path]:
        """Save the readable copy; return where its two files lie, by the names they were given."""
        self.go("settings")
        with (
            self.page.expect_download(lambda file: file.suggested_filename.endswith(".html")) as page,
            self.page.expect_download(lambda file: file.suggested_filename.endswith(".json")) as data,
        ):
            self.tap("Save a readable copy")
        return {file.suggested_filename: file.path() for file in (page.value, data.value)}

    # looking

    def check_access(self, what: str, schemes: tuple[str, ...] = ("light", "dark")) -> None:
        """Run axe on the screen as it is, in the second scheme what depends on colours; no sentence has a gap."""
        self.page.wait_for_function(SHOWS_ITS_PLACE)
        assert "{$" not in self.page.inner_text("body"), what
        for scheme, rules in zip(schemes, (EVERY_RULE, COLOUR_RULES), strict=False):
            self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            self.page.evaluate(AXE)
            # what is half-way between two colours is nobody's contrast
            self.page.evaluate(
                """() => Promise.all(document.getAnimations()
                  .filter((each) => each.effect.getTiming().iterations === 1)
                  .map((each) => each.finished.catch(() => {}))).then(() => true)"""
            )
            found = self.page.evaluate(
                """async (rules) => {
                  // a button that is held at the foot lies over nothing once one has scrolled to the end
                  await document.fonts.ready;
                  if (document.querySelector('.live')) window.scrollTo(0, document.documentElement.scrollHeight);
                  const { violations } = await axe.run(document, { runOnly: rules });
                  return violations.map(({ id, nodes }) => (
                    { id, nodes: nodes.map(({ target, failureSummary }) => [target.join(' '), failureSummary]) }));
                }""",
                rules,
            )
            assert found == [], f"{what}, {scheme}: {json.dumps(found, indent=1)[:3000]}"
        self.page.emulate_media(color_scheme="light", reduced_motion="no-preference")

    def check_access_once(self, what: str, seen: set[str]) -> None:
        """Check a screen, in one scheme or the other by turns, unless one that is built of the same pieces was checked."""
        pieces = self.page.evaluate(PIECES)
        if pieces not in seen:
            seen.add(pieces)
            self.check_access(what, ("dark",) if len(seen) % 2 else ("light",))


def pair(noor: Phone, sam: Phone, relationship: str = "Partner") -> None:
    """Pair two phones by link, through the screens."""
    link = noor.invite(relationship)
    sam.follow(link)
    sam.introduce(relationship)
    assert noor.pictures() == sam.pictures()
    for phone in (noor, sam):
        phone.tap("Yes, the same four")
    for phone in (noor, sam):
        phone.tap("Go to today")
        expect(phone.page.get_by_role("heading", name="Today")).to_be_attached()
