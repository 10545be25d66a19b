"""Every practice, played through on real phones as its data file says: nothing here knows any practice by name."""

import re

import pytest
from playwright.sync_api import expect

from e2e.support.walk import begin, begin_on_one, end, id_of, play, walks


@pytest.mark.parametrize("walk", walks("live"), ids=id_of)
def test_two_phones_play_it_through(couple, walk):
    assert walk["isThrough"]
    play(couple, begin(*couple, walk))
    end(*couple, walk)


@pytest.mark.parametrize("walk", walks("one-phone"), ids=id_of)
def test_one_phone_plays_it_through(noor, walk):
    assert walk["isThrough"]
    play((noor,), begin_on_one(noor, walk))
    expect(noor.page).to_have_url(re.compile("#/practices"))
