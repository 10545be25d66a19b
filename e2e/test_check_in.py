"""The daily check-in in own time, the record of days, and the journal."""

import re

from playwright.sync_api import expect

from e2e.support.phone import Phone

#: How many rows the phone has sealed; a new draft is one more.
SEALED_ROWS = """() => new Promise((resolve) => {
  const opening = indexedDB.open('attune');
  opening.onsuccess = () => {
    const counting = opening.result.transaction('sealed').objectStore('sealed').count();
    counting.onsuccess = () => { opening.result.close(); resolve(counting.result); };
  };
})"""


def test_two_skies_open_together_once_both_have_shared(couple):
    noor, sam = couple
    noor.check_in(
        "Rain", words=("sad", "tired"), mattered="Mum called. I was brave.", worry="The biopsy", share=("Sky", "Words", "What mattered")
    )
    noor.sees("Sealed until you have both shared")
    noor.check_access("a sealed day")
    sam.go("today")
    sam.is_synced()
    sam.sees("No sky yet today")
    for hidden in ("Rain", "sad", "Mum called"):
        sam.sees_not(hidden)
    sam.check_in("Still", words=("content",), mattered="The walk home in the dark", share=("Sky", "Words"))
    sam.tap("Open together")
    sam.sees("Rain beside Still")
    sam.sees("Mum called. I was brave.")
    sam.sees_not("The biopsy")
    sam.check_access("an open day")
    noor.tap("Open together")
    noor.sees("Still beside Rain")
    noor.sees_not("The walk home in the dark")
    noor.sees("The biopsy")
    noor.go("days")
    noor.sees("Still beside Rain")
    noor.check_access("days")


def test_one_reply_one_answer_and_no_thread(couple):
    noor, sam = couple
    noor.check_in("Wind", mattered="The call with the landlord", share=("Sky", "What mattered"))
    sam.check_in("Fog", share=("Sky",))
    for phone in (noor, sam):
        phone.tap("Open together")
    sam.page.get_by_label("What did you hear?").fill("That it cost you the afternoon")
    sam.page.get_by_label("One thing you want to understand").fill("What was the hardest part?")
    sam.tap("Send both")
    noor.sees("That it cost you the afternoon")
    noor.page.get_by_label("Answer, or leave it open").fill("Waiting for the line")
    noor.tap("Answer")
    sam.sees("Waiting for the line")
    noor.page.get_by_label("What did you hear?").fill("Fog, and no words for it")
    noor.tap("Send both")
    noor.sees("This day is complete")
    sam.sees("This day is complete")


def test_a_line_can_be_taken_back_with_a_plain_mark(couple):
    noor, sam = couple
    sam.page.clock.install()
    noor.check_in("Storm", mattered="I shouted at Ben", share=("Sky", "What mattered"))
    sam.check_in("Clear", share=("Sky",))
    sam.tap("Open together")
    sam.sees("I shouted at Ben")
    noor.tap("Open together")
    noor.tap("Take this line back: What mattered")
    noor.tap("Yes, take it back")
    sam.sees("A line was taken back")
    sam.sees_not("I shouted at Ben")
    noor.tap("Take this line back: Sky")
    noor.tap("Yes, take it back")
    expect(sam.page.get_by_text("A line was taken back")).to_have_count(2)
    sam.page.clock.fast_forward(11_000)
    sam.sees_not("Storm")  # not even in what was said to a screen reader


def test_a_line_marked_only_me_again_is_shared_no_more(couple):
    noor, sam = couple
    noor.check_in("Storm", mattered="A good thing", worry="The biopsy", share=("Sky", "What mattered", "A worry"))
    noor.tap("Change what I shared", "link")
    noor.page.get_by_role("radiogroup", name="A worry", exact=True).get_by_role("radio", name="Only me").click()
    noor.tap("Share these")
    noor.sees("Sealed until you have both shared")
    noor.sees_not("may have read it")
    sam.check_in("Still", share=("Sky",))
    sam.tap("Open together")
    sam.sees("A good thing")
    sam.sees_not("The biopsy")
    sam.sees_not("A line was taken back")  # it was never there to be read
    noor.tap("Open together")
    noor.tap("Change what I shared", "link")
    for _ in range(2):
        noor.tap("Back")
    noor.page.get_by_role("textbox", name="What mattered most").fill("I never said that")
    noor.tap("That is enough")
    noor.tap("Share these")
    sam.sees("I never said that")
    sam.sees("Changed since you first saw it: What mattered")
    noor.tap("Change what I shared", "link")
    noor.tap("Share nothing")
    noor.sees("Taken back. Sam may have read it.")
    expect(sam.page.get_by_text("A line was taken back")).to_have_count(2)
    sam.sees_not("A good thing")


def test_share_nothing_after_all_looks_as_if_nothing_had_been_shared(couple):
    noor, sam = couple
    noor.check_in("Storm", mattered="I shouted at Ben", share=("Sky", "What mattered"))
    noor.tap("Change what I shared", "link")
    noor.tap("Share nothing")
    noor.is_synced()
    noor.sees_not("Sealed until")
    sam.check_in("Clear", share=("Sky",))
    sam.is_synced()
    sam.sees("Sealed until you have both shared")
    noor.go("check-in")
    noor.page.get_by_role("radiogroup", name="Sky", exact=True).get_by_role("radio", name="Us").click()
    noor.tap("Share these")
    sam.tap("Open together")
    sam.sees("Storm")
    sam.sees_not("I shouted at Ben")
    sam.sees_not("A line was taken back")


def test_a_parked_topic_comes_back_until_it_is_put_away(couple):
    noor, sam = couple
    noor.check_in("Still", share=("Sky",))
    noor.page.get_by_label("Is there anything for another time?").fill("The summer")
    noor.tap("Park it")
    noor.go("today")
    noor.sees("The summer")
    tomorrow = sam.page.evaluate("() => Date.now() + 26 * 3600 * 1000")
    sam.go("today")
    sam.is_synced()
    sam.sees_not("Noor parked this")  # today it would tell that Noor has checked in
    sam.page.clock.set_fixed_time(tomorrow)
    sam.page.reload()
    sam.go("check-in")
    for name in ("Skip", "No words", "Skip"):
        sam.tap(name)
    sam.heading("What mattered most")
    sam.sees("The summer")
    sam.go("today")
    sam.tap("Put it away")
    noor.sees_not("The summer")


def test_the_day_is_over_and_one_side_alone_opens(couple):
    noor, sam = couple
    noor.check_in("Overcast", mattered="Nothing much", share=("Sky", "What mattered"))
    sam.go("today")
    sam.is_synced()
    day = noor.page.url.rsplit("/", 1)[1]
    tomorrow = sam.page.evaluate("() => Date.now() + 26 * 3600 * 1000")
    sam.page.clock.set_fixed_time(tomorrow)
    sam.page.reload()
    sam.go(f"day/{day}")
    sam.sees("The day is over")
    sam.sees("Nothing much")


def test_what_was_typed_survives_reload_and_a_killed_tab(couple):
    noor, _ = couple
    noor.go("check-in")
    noor.page.get_by_role("radio", name="Fog").click()
    for _ in range(3):
        noor.page.get_by_role("button", name="Next").or_(noor.page.get_by_role("button", name="No words")).or_(
            noor.page.get_by_role("button", name="Skip")
        ).click()
    noor.page.get_by_role("textbox", name="What mattered most").fill("Half a sentence")
    noor.page.evaluate("dispatchEvent(new Event('pagehide'))")
    noor.page.reload()
    expect(noor.page.get_by_role("textbox", name="What mattered most")).to_have_value("Half a sentence")
    noor.go("page/new")
    rows = noor.page.evaluate(SEALED_ROWS)
    noor.page.get_by_label("Your words").fill("Half a page")
    noor.page.wait_for_function(f"async (before) => (await ({SEALED_ROWS})()) > before", arg=rows)
    noor.page.close(run_before_unload=False)
    noor.page = noor.open("#/page/new")
    expect(noor.page.get_by_label("Your words")).to_have_value("Half a page")


def test_what_was_begun_yesterday_waits_today(couple):
    noor, _ = couple
    noor.go("check-in")
    noor.page.get_by_role("radio", name="Fog").click()
    for name in ("Next", "No words", "Skip"):
        noor.tap(name)
    noor.page.get_by_role("textbox", name="What mattered most").fill("A long thought at night")
    noor.page.evaluate("dispatchEvent(new Event('pagehide'))")
    noor.page.clock.set_fixed_time(noor.page.evaluate("Date.now() + 26 * 3600 * 1000"))
    noor.page.reload()
    noor.go("today")
    noor.sees("and not finished")
    noor.sees("A long thought at night")
    noor.check_access("an unfinished day")
    noor.page.get_by_role("link", name="Go on").click()
    expect(noor.page.get_by_role("textbox", name="What mattered most")).to_have_value("A long thought at night")
    noor.tap("That is enough")
    noor.sees("This day is over: Sam can see the lines marked Us at once.")
    noor.tap("Share nothing")
    noor.sees("A long thought at night")
    noor.go("today")
    noor.sees("No sky yet today")
    noor.sees_not("and not finished")


def test_two_tabs_write_one_draft(couple):
    noor, _ = couple
    noor.go("page/new")
    first = noor.page.get_by_label("Your words")
    first.fill("From the first tab")
    other = noor.open("#/page/new")
    second = other.get_by_label("Your words")
    expect(second).to_have_value("From the first tab")
    second.fill("From the first tab, and the second")
    expect(first).to_have_value("From the first tab, and the second")
    first.fill("From the first tab, and the second, and the first")
    expect(second).to_have_value("From the first tab, and the second, and the first")
    noor.page.reload()
    expect(first).to_have_value("From the first tab, and the second, and the first")


def test_before_anybody_has_begun_every_place_for_words_leads_to_the_welcome(device):
    noor: Phone = device("Noor")
    for place in ("today", "check-in", "journal", "page/new", "live", "settings"):
        noor.page.goto(f"{noor.origin}/#/{place}")
        noor.page.reload()
        expect(noor.page).to_have_url(re.compile("#/welcome"))
        expect(noor.page.get_by_role("button", name="Begin with someone")).to_be_visible()


def test_alone_the_app_is_whole(device):
    noor: Phone = device("Noor")
    noor.tap("Look around alone first")
    noor.page.get_by_label("Your name").fill("Noor")
    noor.tap("Look around")
    noor.is_synced()
    noor.check_access("today, alone")
    noor.go("check-in")
    noor.page.get_by_role("radio", name="Breeze").click()
    noor.check_access("the skies")
    noor.tap("Next")
    noor.tap("playful")
    noor.check_access("the words")
    noor.tap("That is enough")
    noor.tap("Keep")
    expect(noor.page).to_have_url(re.compile("#/day/"))
    noor.sees("Breeze")
    noor.write_page("A page of my own")
    noor.sees("A page of my own")
    noor.check_access("journal")
    noor.page.get_by_role("link", name="A page of my own").click()
    noor.check_access("a page")


def test_the_journal_keeps_me_and_us_apart(couple):
    noor, sam = couple
    noor.write_page("I was short with Sam at breakfast")
    noor.write_page("The ferry, again", shared_with="Sam")
    sam.go("journal")
    sam.sees("The ferry, again")
    sam.sees_not("short with Sam")
    sam.page.get_by_role("link", name="The ferry, again").click()
    expect(sam.page.get_by_role("button", name="Edit")).to_have_count(0)
    noor.page.get_by_role("link", name="The ferry, again").click()
    noor.tap("Edit")
    noor.page.get_by_label("Your words").fill("The boat, again")
    noor.tap("Share with Sam")
    sam.sees("The boat, again")
    sam.page.get_by_text("Noor changed this page. What it said before").click()
    sam.sees("The ferry, again")
    noor.page.get_by_role("link", name="The boat, again").click()
    noor.tap("Take it back")
    noor.tap("Yes, take it back")
    sam.sees("Noor took this page back")
