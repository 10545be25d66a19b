### The library of practices, and what was done

practices-title = Practice
practices-search = Search
practices-nothing = Nothing here by that name.
practices-filter = Show
practices-all = All
practices-short = 5 minutes
practices-together = Together
practices-alone = Alone
practices-apart = Far apart
practices-minutes = { $minutes } min
practices-open = Open
practices-go-on = Go on
practices-not-therapy = Attune is not therapy, and not for when you are afraid.

practices-group-small = Small and often
practices-group-small-for = a few minutes, most days
practices-group-listening = Listening
practices-group-listening-for = when one of you has something
practices-group-hard = When it is hard
practices-group-hard-for = slow down, then repair
practices-group-story = Your story
practices-group-story-for = what you are made of
practices-group-body = Body and play
practices-group-body-for = less talk

practices-group-weekly = Weekly
practices-group-weekly-for = look back, and choose one thing

practices-depth-1 = light
practices-depth-2 = personal
practices-depth-3 = goes deep

practices-good-label = Good for
practices-good-be-heard = being heard
practices-good-come-closer = coming closer
practices-good-understand = understanding
practices-good-repair = repair
practices-good-ask = asking
practices-good-decide = deciding
practices-good-enjoy = enjoying something
practices-good-rest = rest
practices-good-know-myself = knowing myself
practices-good-look-back = looking back
practices-good-look-ahead = looking ahead

practices-now-under-way = It is where you left it.
practices-now-invited = { $name } would like to begin.
practices-now-your-turn = Something is here for you, whenever you like.
practices-now-pause = A pause. Back together at { $time }.
practices-now-turn-owed = { $name } listened on { $date }. A turn to listen is yours to offer.
practices-now-topic = A topic waits: { $topic }
practices-now-check-in = Today has no sky from you yet.

practices-past = What you did
practices-past-all = All of them
practices-past-none = Nothing yet. It begins with one.
practices-carried = Carried on, for you alone
practices-put-down = Put it down
practices-kind-act = something to do within a day
practices-kind-request = something to ask for
practices-kind-check-in = a line for the check-in
practices-kind-retreat = for the weekly talk
practices-kind-revisit = to look at again
practices-kind-summary = a summary for the journal
practices-kind-moment = a moment for the journal
practices-kind-memory = a memory
practices-kind-card = a question for your cards
practices-kind-sign = a sign of yours
practices-kind-calendar = for your calendar
practices-kind-again = to do again
practices-for-yourself = Kept for yourself
practices-for-both = Kept by both of you
practices-memories = Memories
practices-inventory = Heard for yourself
practices-revisits = Looked at again
practices-moments = Moments
practices-acts = Acts
practices-values = What you each hold dear
practices-retreat = For the retreat
practices-thanks = Appreciations
practices-requests = Requests
practices-known = What you know of each other
practices-decks = Question cards

sessions-mode-live = Two phones
sessions-mode-voice = By voice
sessions-mode-one-phone = One phone
sessions-mode-own-time = In your own time
sessions-mode-alone = Alone
sessions-nothing = Nothing was written down.
practices-let-rest = Let it rest
sessions-open = In own time, still open
sessions-only-you = Kept for you
sessions-forget = Erase
sessions-on-one-phone = on one phone
sessions-agreed = Agreed by both
sessions-not-agreed = Not agreed yet
sessions-taken-back = Taken back
sessions-take-back = Take back
sessions-take-back-sure = Take it back? { $name } may have read it. A mark stays that something was here.
sessions-take-back-yes = Take it back
sessions-answer = Add to it
sessions-and = Yes, and
sessions-not-quite = Not quite
sessions-answer-words = Your words
sessions-joint = For both

known-title = What you know of each other
known-empty = Nothing yet. It grows with what you tell each other.
known-words = Your own words for feelings
known-words-small = Words one of you kept after being heard.
known-learned = Things you learned
known-signs = Signs worth knowing

decks-title = Question cards
decks-small = What you have seen rests for a year. You can add your own.
decks-left = { $count ->
    [one] one card not seen yet
   *[other] { $count } cards not seen yet
  }
decks-add = A card of your own
decks-add-small = Both of you may draw it.
decks-add-button = Add the card
decks-own = Your own cards
decks-take-out = Take out: { $card }
decks-deep = Cards that may touch old pain
decks-deep-small = They come only when both of you want them. Nobody is told what the other chose.
