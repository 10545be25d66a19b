"""Pictures of every screen into build/screens, to be looked at: `make screens`, or `python -m e2e.screens today live` for some.

Each stop is taken as people may see it: light and dark, narrow, text twice as large, wide, forced colours, with sentences 40 % longer and
from right to left. Nothing is compared by machine: the pictures are held against the principles of the look by eye.
"""

import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect, sync_playwright

from e2e.conftest import ARGUMENTS, CHROMIUM
from e2e.support.phone import Phone
from e2e.support.photo import take_photo
from e2e.support.server import Server
from e2e.support.walk import fill, leave_without_carrying, walks
from e2e.test_inventory import write_page as write_inventory
from e2e.test_memories import lay
from e2e.test_moments import write as write_moment
from e2e.test_retreat import gather
from e2e.test_revisit import write_cards

OUT = Path(__file__).parent.parent / "build" / "screens"
PHONE = {"width": 390, "height": 844}
#: name -> viewport, emulated media, root font size
LOOKS: dict[str, tuple[dict[str, int], dict[str, Any], str]] = {
    "light": (PHONE, {}, ""),
    "dark": (PHONE, {"color_scheme": "dark"}, ""),
    "320": ({"width": 320, "height": 640}, {}, ""),
    "200": (PHONE, {}, "200%"),
    "wide": ({"width": 1200, "height": 800}, {}, ""),
    "forced": (PHONE, {"forced_colors": "active"}, ""),
}
LANGUAGES = {"long": "en-XA", "rtl": "ar-XB"}


class Camera:
    """Takes the stops somebody asked for; all without a name."""

    def __init__(self, wanted: list[str]) -> None:
        self.wanted = wanted
        self.count = 0

    def take(self, phone: Phone, name: str, *, languages: bool = True) -> None:
        """Take one stop in every look. `languages` opens it again, so only for what a reload brings back."""
        self.count += 1
        if self.wanted and not any(want in name for want in self.wanted):
            return
        page = phone.page
        for look, (viewport, media, size) in LOOKS.items():
            page.set_viewport_size(viewport)  # type: ignore[arg-type]
            page.emulate_media(**{"color_scheme": "light", "forced_colors": "none", "reduced_motion": "reduce", **media})
            page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
            self._shoot(page, name, look)
            page.evaluate("() => { document.documentElement.style.fontSize = '' }")
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        page.emulate_media(color_scheme="light", forced_colors="none", reduced_motion="reduce")
        if languages:
            place = page.evaluate("() => location.hash")
            for look, tag in LANGUAGES.items():
                page.goto(f"{phone.origin}/?lang={tag}{place}")
                self._shoot(page, name, look)
            page.goto(f"{phone.origin}/{place}")
            page.locator("main").first.wait_for()
        print(name, flush=True)

    def glance(self, phone: Phone, name: str) -> None:
        """Take one stop as it is, light only: for the many screens of the practices."""
        self.count += 1
        if not self.wanted or any(want in name for want in self.wanted):
            self._shoot(phone.page, name, "light")

    def _shoot(self, page: Page, name: str, look: str) -> None:
        page.locator("main").first.wait_for()
        page.evaluate("() => document.fonts.ready")
        page.wait_for_timeout(250)  # two frames and a fade
        page.screenshot(path=str(OUT / f"{self.count:02d}-{name}-{look}.png"))
        wider = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wider > 0:
            print(f"  {name}-{look}: {wider} px wider than the screen", flush=True)


def first_run(camera: Camera, noor: Phone, sam: Phone) -> None:
    camera.take(noor, "welcome")
    noor.go("server-sees")
    camera.take(noor, "server-sees")
    noor.go("welcome")
    noor.tap("Begin with someone")
    camera.take(noor, "invite")
    noor.page.get_by_label("Your name").fill("Noor")
    noor.tap("Partner", "radio")
    noor.tap("Send a link instead")
    noor.page.locator("#link").get_by_text("#j/").wait_for()
    link = noor.page.locator("#link").inner_text()
    camera.take(noor, "invite-link", languages=False)
    sam.follow(link)
    sam.page.get_by_label("Your name").wait_for()
    camera.take(sam, "join", languages=False)
    sam.introduce()
    noor.pictures()
    camera.take(noor, "compare", languages=False)
    for phone in (noor, sam):
        phone.tap("Yes, the same four")
    camera.take(noor, "paired", languages=False)
    for phone in (noor, sam):
        phone.tap("Go to today")


def own_time(camera: Camera, noor: Phone, sam: Phone) -> None:
    camera.take(noor, "today-empty")
    noor.go("check-in")
    noor.page.get_by_role("radio", name=re.compile("^Rain")).click()
    camera.take(noor, "check-in-sky")
    noor.tap("Next")
    camera.take(noor, "check-in-families")
    noor.page.get_by_label("Search all words").fill("unheard")
    noor.page.get_by_role("button", name="unheard", exact=True).first.click()
    camera.take(noor, "check-in-word", languages=False)
    noor.page.get_by_label("Search all words").fill("")
    noor.tap("Next")
    camera.take(noor, "check-in-energy")
    noor.page.get_by_role("radio", name="a little", exact=True).click()
    noor.tap("Next")
    noor.page.get_by_role("textbox", name="What mattered most").fill("Mum called. She had good news, and I had ten minutes.")
    camera.take(noor, "check-in-mattered")
    noor.tap("Next")
    camera.take(noor, "check-in-worry")
    noor.tap("No")
    for line in ("Sky", "Words", "What mattered"):
        noor.page.get_by_role("radiogroup", name=line, exact=True).get_by_role("radio", name="Us").click()
    camera.take(noor, "check-in-share")
    noor.tap("Share these")
    camera.take(noor, "day-sealed")
    noor.go("today")
    camera.take(noor, "today-sealed")
    sam.check_in("Still", words=("content", "tired"), mattered="The walk home in the dark", share=("Sky", "Words"))
    sam.tap("Open together")
    camera.take(sam, "day-open")
    sam.page.get_by_label("What did you hear?").fill("That ten minutes were enough.")
    sam.page.get_by_label("One thing you want to understand").fill("What was the best second of it?")
    sam.tap("Send both")
    noor.go(f"day/{sam.page.url.rsplit('/', 1)[1]}")
    noor.tap("Open together")
    camera.take(noor, "day-reply")
    noor.go("today")
    camera.take(noor, "today-open")
    noor.go("days")
    camera.take(noor, "days")


def journal_and_settings(camera: Camera, noor: Phone, sam: Phone) -> None:
    noor.go("journal")
    camera.take(noor, "journal-empty")
    noor.write_page("The kitchen smelled of bread. We said nothing for a while, and it was good.", shared_with="Sam")
    noor.write_page("A thing I do not say yet.")
    sam.write_page("You waved from the bus.", shared_with="Noor")
    camera.take(noor, "journal")
    noor.go("page/new")
    camera.take(noor, "page")
    with noor.page.expect_file_chooser() as chooser:
        noor.tap("Add a photo")
    chooser.value.set_files(take_photo(OUT / "photo.jpg"))
    noor.page.get_by_label("What does it show?").fill("Evening light on the harbour wall")
    noor.page.get_by_label("Your words").fill("We walked until the lamps came on.")
    camera.take(noor, "page-photo-writing", languages=False)
    noor.tap("Keep")
    noor.page.get_by_text("Evening light on the harbour wall").click()
    expect(noor.page.get_by_role("img", name="Evening light on the harbour wall")).to_be_visible()
    camera.take(noor, "page-photo-reading")
    noor.go("journal")
    camera.take(noor, "journal-photo", languages=False)
    noor.go("settings")
    camera.take(noor, "settings")
    noor.go("help")
    camera.take(noor, "help")
    noor.go("today")
    noor.cut()
    noor.sees("Offline")
    camera.take(noor, "today-offline", languages=False)
    noor.reconnect()
    noor.is_synced()


def memory_map(camera: Camera, noor: Phone, sam: Phone) -> None:
    lay(noor, "Soup on the stairs", "You had the step below mine. Nobody hurried.", "Us", when="Autumn 2019", photo=OUT / "photo.jpg")
    lay(noor, "The letter", "I wrote it twice.", "Us, sealed", when="2021")
    lay(noor, "A street at night", "I was not ready to go home.", "Only me")
    lay(sam, "The ferry", "Wind, and your scarf.", "Us", when="2022")
    sam.go("memories")
    sam.page.get_by_role("link", name=re.compile("Soup on the stairs")).click()
    sam.page.get_by_role("link", name="Add mine").click()
    sam.page.get_by_label("What happened").fill("I remember the spoon we shared.")
    sam.tap("Share")
    camera.take(sam, "memory-stone")
    noor.go("memories")
    noor.sees("The ferry")
    camera.take(noor, "memory-map")
    noor.page.get_by_role("link", name=re.compile("The letter")).click()
    noor.tap("Open it?")
    camera.take(noor, "memory-sealed", languages=False)
    noor.go("memories/keepsake")
    camera.take(noor, "memory-keepsake", languages=False)
    noor.go("memory/new")
    camera.take(noor, "memory-new")
    noor.go("live/memory-map")
    noor.tap("Begin")
    sam.go("today")
    sam.page.get_by_role("link", name="Open", exact=True).first.click()
    sam.tap("Now")
    for phone in (noor, sam):
        phone.page.get_by_role("radio", name="This one").first.wait_for()
        for choice in phone.page.get_by_role("radio", name="This one").all():
            choice.click()
        camera.take(phone, f"memory-choose-{phone.name}", languages=False)
        phone.tap("Ready")
    for phone in (noor, sam):
        phone.tap("Walk these")
    for phone in (noor, sam):
        phone.sees("Soup on the stairs")
        camera.take(phone, f"memory-tell-{phone.name}", languages=False)


def side_by_side(camera: Camera, noor: Phone, sam: Phone) -> None:
    noor.go("live")
    camera.take(noor, "live-setup")
    noor.tap("Begin")
    camera.take(noor, "live-waiting")
    sam.go("today")
    sam.sees("Noor would like to begin")
    camera.take(sam, "today-invited")
    sam.go("live")
    camera.take(sam, "live-invited")
    sam.tap("Now")
    # Both shared today already, so the skies open at once.
    noor.sees("Still beside Rain")
    camera.take(noor, "live-open")
    noor.tap("Talk, I begin")
    camera.take(sam, "live-listen")
    sam.tap("wanting to fix")
    camera.take(sam, "live-urge", languages=False)
    noor.page.wait_for_timeout(10_000)  # the screen of the speaker rests
    camera.take(noor, "live-speak-resting", languages=False)
    noor.tap("Pause")
    camera.take(noor, "live-pause")
    noor.tap("This is a lot")
    camera.take(noor, "live-lot")
    noor.tap("Pause")
    camera.take(sam, "live-paused")
    for phone in (noor, sam):
        phone.tap("I am ready")
    for phone in (noor, sam):
        phone.tap("Continue")
    noor.tap("Pass the floor to Sam")
    sam.heading("Say back what you heard")
    camera.take(noor, "live-corrects")
    sam.tap("I have said it")
    noor.tap("That is it")
    sam.heading("Ask one thing")
    camera.take(sam, "live-ask")
    sam.tap("Asked")
    noor.tap("Answered")
    sam.sees("You have the floor")
    camera.take(sam, "live-swap")
    sam.tap("Pass the floor to Noor")
    noor.tap("I have said it")
    sam.tap("That is it")
    noor.tap("Asked")
    sam.tap("Answered")
    camera.take(noor, "live-close")
    for phone in (noor, sam):
        phone.tap("Nothing to park")
    sam.heading("Two days have been heard")
    camera.take(sam, "live-heard")
    for phone in (noor, sam):
        phone.tap("Close")
        phone.heading("Today")


def one_phone(camera: Camera, noor: Phone) -> None:
    noor.go("live")
    noor.tap("One phone", "radio")
    noor.tap("Begin")
    noor.tap("Share these")  # of today, shared before
    noor.heading("Pass the phone to Sam")
    camera.take(noor, "one-phone-cover")
    noor.tap("I am Sam")
    noor.tap("That is enough")
    noor.tap("Go to listening")
    noor.tap("Talk, I begin")
    camera.take(noor, "one-phone-table")
    noor.tap("Stop")
    camera.take(noor, "live-stopped")
    noor.tap("Close")


def library(camera: Camera, noor: Phone) -> None:
    for place in ("practices", "sessions", "known", "decks", "help", "pause", "pause/words"):
        noor.go(place)
        noor.page.locator(f"{place.split('/')[0]}-screen").wait_for()
        camera.take(noor, place.replace("/", "-"))
    noor.go("pause")
    noor.page.get_by_role("button", name=re.compile("^Pause until")).click()
    camera.take(noor, "paused")
    noor.tap("Write")
    camera.take(noor, "paused-write")
    noor.tap("A little longer")
    camera.take(noor, "paused-longer", languages=False)
    noor.tap("Leave it for today")


def own_pages(camera: Camera, noor: Phone, sam: Phone) -> None:
    """What one writes for oneself, and moments of both."""
    noor.go("live/self-empathy-inventory")
    camera.take(noor, "inventory-set-up")
    write_inventory(noor)
    camera.take(noor, "inventory-what-now", languages=False)
    noor.tap("Keep it here")
    noor.heading("Heard for yourself")
    camera.take(noor, "inventory")
    noor.page.get_by_role("link", name=re.compile("unheard")).first.click()
    noor.tap("Take a line on")
    camera.take(noor, "inventory-page", languages=False)
    noor.go("inventory/mirror")
    camera.take(noor, "inventory-mirror")
    noor.go("live/growth-revisit")
    write_cards(noor)
    camera.take(noor, "revisit-what-now", languages=False)
    noor.tap("Read together")
    noor.heading("Ready when you both are.")
    camera.take(noor, "revisit-together")
    for place in ("revisits", "revisits/friend"):
        noor.go(place)
        noor.page.locator(f"{place.split('/')[0]}-screen").wait_for()
        camera.take(noor, place.replace("/", "-"))
    noor.go("revisits")
    noor.page.get_by_role("link", name=re.compile("When it gets loud")).first.click()
    camera.take(noor, "revisit-try")
    noor.go("moments/new")
    camera.take(noor, "moment-new")
    write_moment(noor, "The ferry", "You handed me your gloves and said nothing.", "Us, sealed")
    camera.take(noor, "moment-mine")
    write_moment(sam, "Soup", "It steamed, and you laughed at the spoon.", "Us, open")
    noor.go("today")
    noor.heading("Sam wrote a page.")
    camera.take(noor, "today-moments")
    noor.page.get_by_role("link", name=re.compile("Sam wrote a page")).first.click()
    camera.take(noor, "moment-theirs")
    noor.go("moments")
    camera.take(noor, "moments")


def between_retreats(camera: Camera, noor: Phone, sam: Phone) -> None:
    noor.go("retreat")
    camera.take(noor, "retreat-empty")
    gather(noor, "Working", "We both put the phones away on Tuesday.")
    gather(noor, "A need", "one evening without plans")
    noor.page.get_by_label("What would you like to bring?").fill("When I come home, you never")
    camera.take(noor, "retreat")
    noor.page.get_by_label("What would you like to bring?").fill("")
    noor.tap("Choose a time")
    noor.page.get_by_label("Day", exact=True).fill("2030-11-28")
    camera.take(noor, "retreat-time", languages=False)
    noor.tap("Suggest it")
    sam.go("retreat")
    camera.take(sam, "retreat-theirs", languages=False)
    sam.tap("Yes")


def values_alone(camera: Camera, noor: Phone) -> None:
    noor.go("values")
    camera.take(noor, "values-empty")
    noor.go("live/values-alignment")
    noor.page.get_by_role("radio", name="Alone", exact=True).click()
    noor.tap("Begin")
    noor.heading("How much does this matter")
    camera.take(noor, "values-sort", languages=False)
    for _ in range(3):
        card = noor.page.locator(".value .big").inner_text()
        noor.tap("A lot")
        expect(noor.page.locator(".value .big")).not_to_have_text(card)
    noor.tap("Enough for now")
    noor.heading("Keep up to seven.")
    for button in noor.page.get_by_role("group", name="Keep up to seven.").get_by_role("button").all():
        button.click()
    for step, heading in (("keep", "Keep up to seven."), ("rank", "Which five come first?"), ("show", "How would it show between you?")):
        noor.heading(heading)
        camera.take(noor, f"values-{step}", languages=False)
        noor.page.wait_for_timeout(500)
        noor.tap("Next")
    noor.heading("These you bring to the table.")
    camera.take(noor, "values-table", languages=False)
    noor.page.wait_for_timeout(500)
    noor.tap("Ready")
    noor.heading("It is yours.")
    noor.page.wait_for_timeout(500)
    noor.tap("Keep")
    leave_without_carrying(noor)
    noor.go("values")
    camera.take(noor, "values-mine")


def appreciations(camera: Camera, noor: Phone, sam: Phone) -> None:
    noor.go("thanks/noticed")
    noor.page.get_by_label("I noticed").fill("you were so nice to my mother")
    noor.page.get_by_label("It made me feel").fill("looked after")
    noor.sees("When was that?")
    camera.take(noor, "thanks-noticed", languages=False)
    noor.page.get_by_label("I noticed").fill("on Sunday you called my mother")
    noor.tap("Share now")
    sam.go("today")
    sam.heading("Noor noticed something.")
    camera.take(sam, "today-thanks")
    sam.page.get_by_role("link", name=re.compile("Noor noticed something")).click()
    camera.take(sam, "thanks-theirs")
    sam.tap("Tell me more")
    noor.go("today")
    noor.page.get_by_role("link", name=re.compile("Sam would like to hear more")).click()
    camera.take(noor, "thanks-more")
    noor.page.get_by_label("One more line").fill("You did not even say so.")
    noor.tap("Share")
    noor.page.get_by_role("link", name="I noticed …").wait_for()
    noor.go("thanks/new")
    noor.page.get_by_label("You did").fill("You carried the shopping up four floors.")
    noor.tap("Another one")
    noor.page.get_by_label("You did").fill("You waited at the bus stop with my father.")
    noor.page.get_by_label("It shows me that you").fill("see who is tired")
    camera.take(noor, "thanks-new")
    noor.tap("Share the first")
    noor.page.get_by_role("link", name=re.compile("one a day")).click()
    camera.take(noor, "thanks-on-the-way")
    noor.go("thanks")
    camera.take(noor, "thanks-all")
    sam.go("jar")
    camera.take(sam, "jar")
    sam.tap("Take one out")
    camera.take(sam, "jar-out", languages=False)


def asking(camera: Camera, noor: Phone, sam: Phone) -> None:
    """One request, from the first question to what reached the other, on both phones."""
    noor.go("requests")
    camera.take(noor, "requests-none")
    noor.go("requests/new")
    camera.take(noor, "requests-fit", languages=False)
    noor.tap("Yes, all three")
    noor.page.get_by_label("The need").fill("You never sit with me before you fix it")
    camera.take(noor, "requests-need")
    noor.page.get_by_label("The need").fill("that you sit with me before you fix it")
    noor.tap("Next")
    noor.page.get_by_label("When", exact=True).fill("on evenings when I come home late")
    camera.take(noor, "requests-when")
    noor.tap("Next")
    noor.page.get_by_label("Why it matters").fill("I feel less alone with it")
    noor.page.get_by_text("Choose words for it").click()
    noor.tap("company")
    camera.take(noor, "requests-why")
    noor.tap("Next")
    camera.take(noor, "requests-preview")
    noor.tap("Send")
    camera.take(noor, "requests-live-with-no")
    noor.tap("Yes")
    noor.heading("It is with Sam.")
    camera.take(noor, "requests-with-them")
    sam.go("today")
    sam.heading("Noor is reaching out.")
    camera.take(sam, "requests-today-reaching")
    sam.page.get_by_role("link", name="Open: Noor is reaching out.").click()
    camera.take(sam, "requests-cover")
    sam.tap("Open")
    sam.heading("You do not have to answer yet.")
    camera.take(sam, "requests-opened")
    sam.tap("Reflect")
    sam.page.get_by_label("In one line").fill("You need company first")
    camera.take(sam, "requests-reflect")
    sam.tap("Next")
    sam.tap("Yes, with a change", "radio")
    camera.take(sam, "requests-answers")
    sam.tap("Next")
    sam.page.get_by_label("I could …").fill("On Tuesdays I sit with you first")
    sam.tap("Next")
    camera.take(sam, "requests-answer-preview")
    sam.tap("Send")
    noor.go("today")
    noor.heading("Sam says yes, with a change.")
    camera.take(noor, "requests-today-change")
    noor.page.get_by_role("link", name="Read: Sam says yes, with a change.").click()
    camera.take(noor, "requests-proposal")
    noor.tap("That is good")
    noor.heading("Is this what you both mean?")
    camera.take(noor, "requests-sentence")
    noor.tap("Yes")
    sam.tap("Yes")
    sam.heading("You both mean this.")
    camera.take(sam, "requests-agreed")
    sam.go("today")
    sam.sees("You said yes")
    camera.take(sam, "requests-today-agreed")
    sam.tap("Done")
    sam.page.get_by_label("What was it like to do it?").fill("Quiet, and good")
    camera.take(sam, "requests-done")
    sam.tap("Share")
    noor.go("requests")
    noor.sees("Sam did")
    camera.take(noor, "requests-list")


def practices(camera: Camera, noor: Phone, sam: Phone) -> None:
    """Play every practice on two phones; look at each screen once, and at the first of each in every look."""
    phones = (noor, sam)
    for walk in walks("live"):
        name = walk["practice"]
        if camera.wanted and not any(want in name or name in want for want in camera.wanted):
            continue
        noor.go(f"live/{name}")
        camera.take(noor, f"{name}-set-up")
        noor.tap("Begin")
        sam.go("today")
        sam.page.get_by_role("link", name="Open", exact=True).click()
        camera.take(sam, f"{name}-invited", languages=False)
        sam.tap("Now")
        for i, step in enumerate(each for each in walk["steps"] if each["phase"] != "begin"):
            phone = phones[step["phone"]]
            for field in step["fills"]:
                fill(phone, field)
            phone.page.get_by_role("button", name=step["tap"], exact=True).first.wait_for()
            camera.glance(phone, f"{name}-{i:02d}-{step['phase']}-{phone.name}")
            camera.glance(phones[1 - step["phone"]], f"{name}-{i:02d}-{step['phase']}-{phones[1 - step['phone']].name}-other")
            phone.tap(step["tap"])
        for phone in phones:
            leave_without_carrying(phone)
        camera.take(noor, f"{name}-after", languages=False)
        noor.page.locator("a[href^='#/session/']").first.click()
        camera.take(noor, f"{name}-session")


def main(wanted: list[str]) -> None:
    """Walk two phones through the app and take what was asked for."""
    OUT.mkdir(parents=True, exist_ok=True)
    data = Path(tempfile.mkdtemp())
    server = Server(data / "data").start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            noor, sam = Phone("Noor", browser, server, service_workers="allow"), Phone("Sam", browser, server, service_workers="allow")
            camera = Camera(wanted)
            first_run(camera, noor, sam)
            own_time(camera, noor, sam)
            journal_and_settings(camera, noor, sam)
            side_by_side(camera, noor, sam)
            one_phone(camera, noor)
            library(camera, noor)
            own_pages(camera, noor, sam)
            between_retreats(camera, noor, sam)
            values_alone(camera, noor)
            appreciations(camera, noor, sam)
            asking(camera, noor, sam)
            practices(camera, noor, sam)
            memory_map(camera, noor, sam)
            for phone in (noor, sam):
                phone.close()
                print(*phone.faults, sep="\n")
            browser.close()
    finally:
        server.stop()
        shutil.rmtree(data, ignore_errors=True)
    print(f"{len(list(OUT.glob('*.png')))} pictures in {OUT}")


if __name__ == "__main__":
    main(sys.argv[1:])
