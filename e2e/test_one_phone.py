"""One phone for two: passed for the weather with a cover between, on the table for the turns."""

from playwright.sync_api import expect

from e2e.support.phone import Phone


def begin_on_one_phone(phone: Phone) -> None:
    phone.go("live")
    phone.tap("One phone", "radio")
    phone.tap("Begin")


def weather(phone: Phone, sky: str, *, mattered: str = "", share: tuple[str, ...] = ()) -> None:
    """Fill one side on the phone in hand; `share` names lines marked Us."""
    phone.heading("How is your sky right now?")
    phone.page.get_by_role("radio", name=sky).click()
    phone.tap("Next")
    phone.tap("No words")
    phone.tap("Skip")
    if mattered:
        phone.page.get_by_role("textbox", name="What mattered most").fill(mattered)
    phone.tap("Next" if mattered else "Leave it empty")
    phone.tap("No")
    for line in share:
        phone.page.get_by_role("radiogroup", name=line, exact=True).get_by_role("radio", name="Us").click()
    phone.tap("Share these" if share else "Share nothing")


def test_one_phone_passed_between_two_from_the_weather_to_the_close(couple):
    noor, sam = couple
    begin_on_one_phone(noor)
    weather(noor, "Rain", mattered="A thing only Noor knows", share=("Sky",))
    noor.heading("Pass the phone to Sam")
    noor.sees("Sam, this side is yours. Noor looks away.")
    noor.sees_not("Rain")
    noor.check_access("the cover")
    noor.tap("I am Sam")
    noor.sees_not("A thing only Noor knows")
    weather(noor, "Still", mattered="A thing only Sam knows", share=("Sky",))
    noor.sees("Still beside Rain")
    noor.check_access("opened on one phone")
    noor.tap("Talk, I begin")
    for speaker, listener in (("Noor", "Sam"), ("Sam", "Noor")):
        noor.sees(f"{speaker} speaks. {listener} listens.")
        noor.sees("Let your shoulders drop")
        noor.sees_not("An urge?")
        noor.tap(f"Pass the floor to {listener}")
        noor.heading("Say back what you heard")
        noor.tap("That is it")
        noor.heading("Ask one thing you want to understand")
        expect(noor.page.locator(".cards li")).to_have_count(3)
        noor.tap("Answered")
    noor.check_access("the close on one phone")
    noor.page.get_by_role("textbox", name="Is there anything for another time?").fill("The garage")
    noor.tap("Park it")
    noor.heading("Two days have been heard.")
    noor.tap("Close")
    noor.heading("Today")
    noor.sees("The garage")
    # What was shared reaches the other's own phone; of the guest nothing else was kept anywhere.
    sam.go("today")
    sam.sees("The garage")
    assert "A thing only Sam knows" not in everything_kept(noor)
    assert "A thing only Noor knows" not in everything_kept(sam)


def everything_kept(phone: Phone) -> str:
    """All the phone shows on its pages and holds in drafts, as text."""
    seen = []
    for place in ("today", "days", "check-in", "journal"):
        phone.go(place)
        phone.page.wait_for_load_state()
        seen.append(phone.page.inner_text("body"))
        seen.extend(phone.page.locator("textarea, input").evaluate_all("fields => fields.map((field) => field.value)"))
    return "\n".join(seen)


def test_what_the_second_person_types_survives_a_reload_under_the_cover_and_is_erased_when_passed_on(couple):
    noor, _ = couple
    begin_on_one_phone(noor)
    weather(noor, "Rain", share=("Sky",))
    noor.tap("I am Sam")
    noor.page.get_by_role("radio", name="Fog").click()
    for _ in range(3):
        noor.page.get_by_role("button", name="Next").or_(noor.page.get_by_role("button", name="No words")).or_(
            noor.page.get_by_role("button", name="Skip")
        ).click()
    field = noor.page.get_by_role("textbox", name="What mattered most")
    field.fill("A thing only Sam knows")
    noor.page.evaluate("dispatchEvent(new Event('pagehide'))")
    noor.page.reload()
    noor.heading("Pass the phone to Sam")
    noor.sees_not("A thing only Sam knows")
    noor.tap("I am Sam")
    expect(field).to_have_value("A thing only Sam knows")
    noor.tap("That is enough")
    noor.tap("Share nothing")
    noor.sees("Kept for you.")
    noor.tap("Go to listening")
    noor.tap("Just stay")
    noor.tap("Close")
    noor.heading("Today")
    assert "A thing only Sam knows" not in everything_kept(noor)


def test_what_the_owner_kept_for_themselves_is_not_shown_on_the_table_and_not_lost(couple):
    noor, _ = couple
    noor.check_in("Storm", worry="A thing only Noor knows", share=("Sky",))
    begin_on_one_phone(noor)
    noor.heading("What would you like to share?")
    noor.sees_not("A thing only Noor knows")
    noor.sees("Leave it out")
    noor.tap("Share these")
    noor.tap("I am Sam")
    noor.page.get_by_role("radio", name="Fog").click()
    noor.go("today")
    noor.go("live")
    noor.heading("Pass the phone to Sam")  # put aside, it is covered again
    noor.tap("Stop")
    noor.tap("Close")
    noor.heading("Today")
    noor.page.get_by_role("button", name="See the day").click()
    noor.sees("A thing only Noor knows")


def test_who_began_on_one_phone_counts_too(couple):
    noor, _ = couple
    noor.go("live")
    noor.sees("Two skies, a few minutes each")
    first = noor.page.get_by_text("begin.").or_(noor.page.get_by_text("begins.")).first.inner_text()
    begin_on_one_phone(noor)
    weather(noor, "Rain", share=("Sky",))
    noor.tap("I am Sam")
    weather(noor, "Still", share=("Sky",))
    noor.tap("Talk, I begin" if first.startswith("You") else "Talk, Sam begins")
    noor.tap("Stop")
    noor.tap("Close")
    noor.heading("Today")
    noor.go("live")
    noor.sees("Two skies, a few minutes each")
    expect(noor.page.get_by_text("begin.").or_(noor.page.get_by_text("begins.")).first).not_to_have_text(first)


def test_one_phone_works_with_no_network_and_comes_back_after_a_reload(couple):
    noor, sam = couple
    begin_on_one_phone(noor)
    noor.cut()
    weather(noor, "Wind", share=("Sky",))
    noor.tap("I am Sam")
    weather(noor, "Breeze", share=("Sky",))
    noor.tap("Talk, Sam begins")
    noor.sees("Sam speaks. Noor listens.")
    noor.tap("Pass the floor to Noor")
    noor.heading("Say back what you heard")
    noor.reconnect()
    noor.page.reload()
    noor.go("live")
    noor.heading("Say back what you heard")
    noor.tap("Pause")
    noor.tap("20 minutes")
    noor.sees("Nothing has to be solved before then")
    noor.tap("I am ready")
    noor.tap("Continue")
    noor.tap("Stop")
    noor.sees("We stop here for now")
    noor.tap("Close")
    noor.heading("Today")
    sam.go("today")
    sam.is_synced()
