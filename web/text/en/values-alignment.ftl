### Values alignment (practice 19), and the board that stays

values-alignment-title = Values alignment
values-alignment-line = for what each word means to you
values-alignment-promise = Find what you both hold dear, and what each word means.
values-alignment-why = Two people can use one word and mean two things; saying it aloud makes that visible.
values-alignment-source = Card sorting from counselling and careers work; cards and words here are our own.
values-alignment-kept = Your sorting stays with you; { $name } sees only the values you bring to the table, when both tables open.

## Alone

values-alignment-how-much = How much does this matter to you now?
values-alignment-not-for-ever = Now, not for ever.
values-alignment-sort-1 = A lot
values-alignment-sort-2 = Somewhat
values-alignment-sort-3 = Not now
values-alignment-enough = Enough for now
values-alignment-back = The card before
values-alignment-more-cards = More cards
values-alignment-through = The stack is through.
values-alignment-my-own = My own card
values-alignment-own-name = Name
values-alignment-own-meaning = What it means
values-alignment-own-add = Add the card
values-alignment-keep-seven = Keep up to seven.
values-alignment-keep-three = Keep up to three.
values-alignment-which-first = Which five come first?
values-alignment-order = Your order
values-alignment-up = Up: { $value }
values-alignment-down = Down: { $value }
values-alignment-show = How would it show between you?
values-alignment-show-small = On an ordinary day.
values-alignment-shows-label = How would { $value } show between you?
values-alignment-missing-label = What is a sign that it is missing?
values-alignment-shows-placeholder = No phone calls during dinner.
values-alignment-missing-placeholder = I start to whisper.
values-alignment-table = These you bring to the table.
values-alignment-table-small = Both tables open at once, when you meet.
values-alignment-stays = Stays with you.
values-alignment-ready-when-both = Ready when you both are. Nothing opens before.

## Opened

values-alignment-open-together = Two tables, opened together.
values-alignment-open-small = Opens when both have tapped.
values-alignment-open = Open
values-alignment-nothing-on-table = Nothing of yours on the table. You can listen.
values-alignment-board = Two tables, opened.
values-alignment-same-or = Does a shared word mean the same? “Different” moves it, and nothing says from whom.
values-alignment-both-hold = Both of you hold
values-alignment-same-word = Same word, different meaning
values-alignment-one-holds = One of you holds
values-alignment-no-common = No word in common today. That is no verdict. Words differ more than people.
values-alignment-say-aloud = Say aloud what it means to you.
values-alignment-means-same = Does { $value } mean the same?
values-alignment-meaning-1 = Same
values-alignment-meaning-2 = Different
values-alignment-choose-word = Choose one word
values-alignment-sign = A sign it is missing: { $words }

## In turns

values-alignment-best-1 = What does it look like at its best?
values-alignment-best-2 = When did you last feel it between you?
values-alignment-best-3 = Who taught you about it?
values-alignment-best-4 = What is it on a Tuesday?
values-alignment-best-small = One scene you remember, or wish for.
values-alignment-cue-scene = Listen for the scene, not the word.
values-alignment-cue-learned = Where did { $name } learn this?
values-alignment-say-scene = Say back the scene in one sentence.
values-alignment-gives = What does it give you?
values-alignment-gives-small = And what is a sign it is missing?
values-alignment-cue-not-yours = It does not have to become yours.
values-alignment-cue-stranger = What would you ask a stranger here?
values-alignment-to-you = So to you it means …
values-alignment-hear-it = Hear what arrived.
values-alignment-they-check = { $name } says whether that is it.
values-alignment-is-that-it = Is that it?
values-alignment-hear-rest = Hear the missing part.
values-alignment-say-rest = Say the missing part in one sentence.
values-alignment-yes-that = Yes, that
values-alignment-nearly = Nearly

values-alignment-you-write = You write for both
values-alignment-they-write = { $name } writes for both
values-alignment-celebrate = One thing to do for what you both hold.
values-alignment-celebrate-small = Within two weeks, under an hour.
values-alignment-act-label = To do
values-alignment-act-placeholder = Sunday morning, no plans.
values-alignment-nothing-today = Nothing today
values-alignment-is-this-it = Is this what you both mean?
values-alignment-both-yes = It stands with yes on both. No answer is never a yes.
values-alignment-not-agreed = Not agreed yet.
values-alignment-change-it = Change it
values-alignment-respect = What would respect look like here?
values-alignment-respect-small = From { $name }, and from you.
values-alignment-cue-only-hear = Only hear it. You decide later.
values-alignment-cue-one-piece = One piece of it may be easy.
values-alignment-heard-respect = I heard that respect would be …
values-alignment-try = One thing you both want to try.
values-alignment-try-small = Or keep it open.
values-alignment-agreement-label = To try
values-alignment-look-again = When do you look again?
values-alignment-look-again-1 = In a month
values-alignment-look-again-2 = In three months
values-alignment-keep-open = Keep it open
values-alignment-stays-open = It can stay open.
values-alignment-stays-open-small = Two values can stand side by side.

values-alignment-keep-board = Keep the board, as it is today?
values-alignment-keep-board-small = It stays only with yes on both.
values-alignment-not-now = Not now
values-alignment-end = The board stays, as it is today.
values-alignment-end-small = You find it with your practices.
values-alignment-closed = The tables are closed again.
values-alignment-closed-small = Each keeps the own one.

values-alignment-answer-one = Answer one of the words.
values-alignment-answer-small = So to you it means …
values-alignment-hour = The rest is for an hour together.
values-alignment-hour-small = Nothing is asked before then.
values-alignment-alone = It is yours. It can stay yours.

## Edges

values-alignment-absent = This part is for two. Your cards stay closed until then.
values-alignment-stopped = We stop here for now. The tables are closed again. Nothing is agreed.
values-alignment-paused = Paused. Back together at { $time }. No word has to be settled before then.
values-alignment-you-are-back = You are back. The board is where it was.
values-alignment-skipped = On to the next word.
values-alignment-empty = Nothing on the table. You can listen.
values-alignment-lot = This is a lot right now. No word has to be explained today.

## Afterwards

values-alignment-after-act = A small act: one act for a value of { $name }
values-alignment-after-solve = Us and this word: look for a way, both of you
values-alignment-after-retreat = For the retreat
values-alignment-after-memory = Onto the map: a memory of this value
