### What is offered unasked: why it comes, and that it need not come again

offer-why = Why this?
offer-not-again = Don’t offer this again
offer-not-again-this = Don’t offer this again: { $title }
offer-declined = It will not be offered again. Under Us you can take that back.

offers-title = What is not offered
offers-small = You declined these. Only you can see this.
offers-again = Offer it again
offers-again-this = Offer it again: { $what }

offer-turn-owed = A turn of listening
offer-turn-owed-why = { $name } listened to you last, and was not listened to since. Nothing is owed.
offer-topic = A talk about a topic that waits
offer-topic-why = One of you put it aside in a check-in, for another time.
offer-check-in = The check-in, in the library
offer-check-in-why = You have not said your sky today. A day without one is a day like any other.
offer-side-by-side = The check-in side by side
offer-side-by-side-why = It stands here on any day. It begins only when you both want it.
offer-revisit = Looking again after a pause
offer-revisit-why = Your last pause ended one to three days ago. With that much distance, some people learn from it.
offer-look-again = Looking at your board again
offer-look-again-why = When you kept your board, you both chose a day to look again.
offer-mirror = The needs of a week
offer-mirror-why = It is put together here from your own pages of seven days, when you open it.
offer-kept-lines = What you kept, the day before the retreat
offer-kept-lines-why = You wrote a line for the retreat, and it is tomorrow. Only you can see this.
offer-stuck = Another way, when a change does not help
offer-stuck-why = In three retreats one after the other you said that the change did not help.
offer-reached-moment = Keeping what reached somebody as a moment
offer-reached-moment-why = What you did reached { $name }. Written down, it can be found again.

offer-after-why = It often follows from what you just did. What you carry on is yours alone, until you use it.
offer-after-act = After a practice: something to do within a day
offer-after-again = After a practice: something to do again
offer-after-breathe = After a practice: breathing together
offer-after-calendar = After a practice: something for your calendar
offer-after-card = After a practice: a question for your cards
offer-after-check-in = After a practice: a line for the check-in
offer-after-deep = After a practice: deep listening
offer-after-listen = After a practice: structured listening
offer-after-memory = After a practice: a memory
offer-after-moment = After a practice: a moment for the journal
offer-after-request = After a practice: something to ask for
offer-after-retreat = After a practice: something for the weekly talk
offer-after-revisit = After a practice: something to look at again
offer-after-sign = After a practice: a sign of yours
offer-after-solve = After a practice: solving something together
offer-after-summary = After a practice: a summary for the journal
offer-after-together = After a practice: something together
