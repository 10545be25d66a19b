"""What is offered unasked says why, can be declined for good by one person alone, and taken back."""

from playwright.sync_api import expect

from e2e.test_inventory import write_page

ONCE = "Don’t offer this again"


def test_an_offer_says_why_and_comes_no_more_until_it_is_taken_back(couple):
    noor, sam = couple
    noor.sees("Side by side")
    noor.page.get_by_text("Why this?").first.click()
    noor.sees("It begins only when you both want it.")
    noor.check_access("why this")
    noor.tap(f"{ONCE}: Side by side")
    noor.sees_not("Side by side")

    # what follows from a practice, row by row
    write_page(noor)
    noor.tap("Take a line on")
    noor.heading("Carry one thing on, or nothing.")
    noor.page.get_by_text("Why this?").click()
    noor.check_access("why this, after a practice")
    rows = noor.page.locator(".choices .choice")
    before = rows.count()
    noor.page.get_by_role("button", name=ONCE).first.click()
    expect(rows).to_have_count(before - 1)

    noor.go("today")
    noor.page.reload()
    noor.heading("Daily check-in")
    noor.sees_not("Side by side")
    sam.go("today")
    sam.sees("Side by side")  # it is hers alone
    noor.go("settings")
    noor.heading("What is not offered")
    noor.check_access("what is not offered")
    noor.tap("Offer it again: The check-in side by side")
    noor.go("today")
    noor.sees("Side by side")


def test_what_was_carried_on_is_used_where_it_leads(noor):
    noor.page.evaluate("""async () => {
      const { attune } = document.querySelector('#app').firstElementChild.app;
      for (const [kind, text] of [['act', 'Tea at nine'], ['card', 'What did you sing?'], ['summary', 'He misses the sea']])
        await attune.sessions.carry({ kind, practice: 'structured-listening', session: '', day: attune.today(), text });
    }""")
    noor.go("decks")
    noor.tap("Use it: What did you sing?")
    card = noor.page.get_by_label("A card of your own")
    expect(card).to_have_value("What did you sing?")
    noor.sees_not("You carried this on")
    noor.page.reload()
    expect(card).to_have_value("What did you sing?")
    noor.go("page/new")
    noor.tap("Use it: He misses the sea")
    expect(noor.page.get_by_label("Your words")).to_have_value("He misses the sea")
    noor.go("practices")
    noor.tap("Use it: Tea at nine")
    noor.page.get_by_role("radio", name="A small kindness", exact=True).click()
    noor.tap("Next")
    expect(noor.page.get_by_label("The act")).to_have_value("Tea at nine")
