### Moments journal (practice 14): reading together

moments-journal-title = Moments journal
moments-journal-line = for small good things, read aloud
moments-journal-promise = Write down small moments. Read them to each other.
moments-journal-why = Recalling a good moment in detail, and telling it to someone who cares, tends to lift both.
moments-journal-source = Studies of savouring and of telling good news, and shared diaries that pass from hand to hand.
moments-journal-kept = A page belongs to its writer: only me, open for both, or sealed until you read together. Drafts stay with you.

moments-journal-absent = Begin when you are both here. Or read one page now.
moments-journal-settle = Sit so that you can hear each other.
moments-journal-choose = Choose one page that { $name } wrote.
moments-journal-choose-small = A sealed page opens only now, and only the one you choose.
moments-journal-this-one = This one
moments-journal-no-page = No page today
moments-journal-by-chance = By chance
moments-journal-sealed = sealed
moments-journal-untitled = A page without a title
moments-journal-none = No pages for both yet. Tell one moment aloud instead.
moments-journal-tell-one = Or a moment to tell aloud
moments-journal-tell-placeholder = The ferry

moments-journal-you-read = You read
moments-journal-reads = { $name } reads your words
moments-journal-read = Read it aloud, as if it were new.
moments-journal-their-voice = Listen to it in { $name }’s voice.
moments-journal-read-yours = Read your page to { $name }.
moments-journal-cue-voice = Hear your own words in another voice.
moments-journal-cue-nothing-to-add = Nothing to add yet.
moments-journal-have-read = I have read it
moments-journal-they-read = { $name } reads it
moments-journal-on-their-phone = This page is on { $name }’s phone. Listen.
moments-journal-taken-back = This was taken back.
moments-journal-aloud = Tell it aloud.
moments-journal-nothing-chosen = No page was chosen. A moment can be told from memory.

moments-journal-story = What story does this tell you?
moments-journal-story-small = About { $name }, or about both of you.
moments-journal-cue-different = Let it be different from what you meant.
moments-journal-cue-thanks = A thank you is enough.

moments-journal-more = How could you have more of this?
moments-journal-more-small = Small, near, possible.
moments-journal-cue-one-idea = Each of you says one idea.
moments-journal-cue-easy = What would make it easy?
moments-journal-cue-when = When could it happen?

moments-journal-again = What would you like to do again?
moments-journal-again-small = It becomes a plan only with a yes of both.
moments-journal-again-label = To do again
moments-journal-again-placeholder = The early ferry, once before winter
moments-journal-when-label = When
moments-journal-when-1 = This week
moments-journal-when-2 = This month
moments-journal-when-3 = Some day
moments-journal-they-write = { $name } writes something to do again.
moments-journal-ask = Ask whether it suits
moments-journal-asked = { $name } says whether it suits.
moments-journal-suits = Does this suit you?
moments-journal-change = Change it
moments-journal-not-now = Not now
moments-journal-both-yes = Yes from both of us
moments-journal-good-once = It was good once. That is enough.

moments-journal-leave = Leave your page open, or seal it again?
moments-journal-leave-small = Each for the own page. Without a word from you it is as it was.
moments-journal-leave-open = Open
moments-journal-leave-sealed = Sealed
moments-journal-leave-none = No page of yours was opened.
moments-journal-end = The pages rest.
moments-journal-planned = You both said yes to this.

moments-journal-stopped = We stop here for now. The pages stay as they were.
moments-journal-paused = Paused. Back together at { $time }. The page waits, with a marker in it.
moments-journal-bell = Finish the sentence, or the page.
moments-journal-back = You are back. The page is where it was.
moments-journal-skipped = On to the next page.
moments-journal-lot = This is a lot right now. You can close the page.

moments-journal-to-memory = This moment gets a stone on your map.
moments-journal-to-retreat = Bring the idea to the retreat.
