### The memory map: stones laid by both, on one path

memories-title = Memory map
memories-promise = Lay your memories stone by stone and tell them together.
memories-empty = A blank page, and time.
memories-empty-small = The first stone can be small.
memories-lay = Lay a stone
memories-weave = Tell them together
memories-keepsake = Keepsake page
memories-gone = This stone is not on this phone.
memories-wrote-both = { $name } wrote. You wrote.
memories-wrote-you = You wrote.
memories-wrote-them = { $name } wrote.
memories-bare = Told together. No piece is written yet.
memories-untitled = A stone
memories-shared-note = A piece belongs to its writer, a joining sentence to the one who wrote it. No place is measured, only what you type.

memories-which = Which moment belongs on your way?
memories-another = Another prompt
memories-prompt-1 = { $kin ->
    [family] The earliest thing you remember together.
   *[other] The first time you saw each other.
  }
memories-prompt-2 = { $kin ->
    [family] A long talk on a journey.
   *[other] The first long conversation.
  }
memories-prompt-3 = A place that was yours for a while.
memories-prompt-4 = A journey that went wrong and then right.
memories-prompt-5 = A meal you still talk about.
memories-prompt-6 = A time one of you was ill.
memories-prompt-7 = A hard time you came through.
memories-prompt-8 = A goodbye at a station or a door.
memories-prompt-9 = A day when you could not stop laughing.
memories-prompt-10 = An argument that taught you something.
memories-prompt-11 = A gift that was exactly right.
memories-prompt-12 = A song that brings a time back.
memories-prompt-13 = A move, a key, an empty room.
memories-prompt-14 = A person who joined or left your life.
memories-prompt-15 = A quiet evening, nothing special.
memories-prompt-16 = A time you were proud of each other.
memories-prompt-17 = { $kin ->
    [family] A time you could rely on { $name }.
   *[other] The moment you knew you could rely on { $name }.
  }
memories-prompt-18 = A promise one of you kept.
memories-prompt-19 = Something you built, cooked or grew.
memories-prompt-20 = A night without sleep.
memories-prompt-21 = Weather you were out in together.
memories-prompt-22 = A word only you two use.
memories-prompt-23 = A beginning that was smaller than you thought.
memories-prompt-24 = A place you would like to return to.

memories-field-title = Title
memories-field-title-placeholder = Soup on the stairs
memories-field-when = About when
memories-field-when-placeholder = Spring 2019
memories-field-where = Where, if you like
memories-field-where-placeholder = The new flat
memories-field-piece = What happened
memories-field-piece-placeholder = You had the step below mine.
memories-field-feeling = What it felt like
memories-field-feeling-placeholder = Warm, a little lost
memories-field-cherish = Why you cherish it
memories-field-cherish-placeholder = because nobody hurried
memories-who = Who sees this stone?
memories-me = Only me
memories-me-note = Stays with you.
memories-us = Us
memories-us-note = { $name } will see this.
memories-sealed = Us, sealed
memories-sealed-note = { $name } sees a sealed stone and its title. It opens only with both.
memories-seal-promise = That is a promise of this app, not of a lock: what it says is on both phones.
memories-shown = Show: { $field }
memories-kept-back = This line stays with you.
memories-kept-back-one = Only you see: { $field }
memories-keep = Keep
memories-share = Share
memories-needs-words = A title and a few words first.
memories-covered = { $name } has a piece here. It waits until yours is written.
memories-two = Two memories, each its own.
memories-read-first = Read first
memories-add-mine = Add mine
memories-change = Change
memories-keep-place = Keep a place
memories-place-kept = A place is kept here for { $name }.
memories-seal = Seal
memories-take-back = Take back
memories-take-back-ask = Take your piece back? { $name } sees that something was taken back, and may have read it.
memories-put-away-ask = Put this stone away? It will be gone from your map.
memories-yes = Yes
memories-taken-back = This was taken back.
memories-felt = It felt: { $words }
memories-cherished = Cherished, { $words }
memories-join-after = And this is how you …
memories-join-after-placeholder = and this is how we …
memories-join-today = Today this shows up when …
memories-join-today-placeholder = when you leave the light on
memories-join-learned = What did you not know?
memories-join-learned-placeholder = That you had been cold, too
memories-join-offered = It joins the path with a yes from { $name }, or with two lines side by side.
memories-join-yes = Yes, that
memories-join-also = And also
memories-earlier = What it said before
memories-open-it = Open it?
memories-open-warning = This is not therapy, and not for when you are afraid.
memories-open-question = Open “{ $title }” now?
memories-open-both = Only a yes from both opens it, on both phones, within a few minutes. Sit together, or call each other first.
memories-leave-sealed = Leave it sealed
memories-waiting = Only a yes from both opens it.
memories-stays = It stays sealed.
memories-rests = It keeps. It rests until { $date }.
memories-slowly = Slowly. You can close it again at any time.
memories-open-breathe = Breathe first. Then read.
memories-open-nothing = Nothing has to be explained.
memories-seal-again = Seal again
memories-sealed-again = Sealed again.
memories-stay-here = You can stay here a moment.
memories-breathe = Breathe a minute
memories-go-on = Go on
memories-leave-open = Leave it open
memories-left-open = It stays open when you both leave it so.
memories-sealed-line = Sealed. It opens only with both.
memories-help = Help near me

memories-place-for-you = A place is kept for you: { $title }
memories-not-this = Not this one
memories-of-month = A stone from your way: { $title }
memories-two-pieces = Two pieces of { $title }
memories-read = Read
memories-another-month = Another time
memories-no-more = No more of these

memories-keepsake-lead = The way you came
memories-print = Print, or save as a file
memories-keepsake-note = What is printed is no longer sealed. Sealed and private stones are not on it.
