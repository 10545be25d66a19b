### Two stars, one wish (practice 18)

two-stars-one-wish-title = Two stars, one wish
two-stars-one-wish-line = for evenings that are already full
two-stars-one-wish-promise = Two good things from the day, one wish for the next.
two-stars-one-wish-why = Good things are easy to forget by evening, and a wish is easier to hear than a complaint.
two-stars-one-wish-source = A feedback form from classrooms, turned towards the day instead of the person.
two-stars-one-wish-kept = Your stars and your wish stay yours until you read or share them. The answer to a wish belongs to the one who gives it.

two-stars-one-wish-absent = Begin when you are both here. Your stars keep.
two-stars-one-wish-prompt-1 = Two good things from today.
two-stars-one-wish-prompt-2 = Two things you would like to remember.
two-stars-one-wish-prompt-3 = Two moments that were easy.
two-stars-one-wish-prompt-4 = Two things you saw, heard or tasted.
two-stars-one-wish-prompt-5 = On a hard day: two things that were not hard.
two-stars-one-wish-small = Small counts. A tree, a joke, a quiet minute.
two-stars-one-wish-star-1-label = First star
two-stars-one-wish-star-2-label = Second star
two-stars-one-wish-star-placeholder = The bus driver waited.
two-stars-one-wish-only-you = Only you, until you read it or share it.
two-stars-one-wish-wish = One wish. “I would love …”
two-stars-one-wish-wish-small = For tomorrow or this week. Something { $name } could do.
two-stars-one-wish-wish-label = I would love …
two-stars-one-wish-wish-placeholder = ten minutes on the balcony, tomorrow
two-stars-one-wish-no-wish = No wish today
two-stars-one-wish-begin-both = You begin when you are both ready.
two-stars-one-wish-write-reader = Two good things, and one wish. Only you, until you read it.

two-stars-one-wish-role-star = { $name } reads a star
two-stars-one-wish-read-star = Read it. Add one detail.
two-stars-one-wish-your-star = Your star.
two-stars-one-wish-open-mine = Open mine
two-stars-one-wish-none = Some days have none.
two-stars-one-wish-none-small = One thing that was not hard?
two-stars-one-wish-write = Write
two-stars-one-wish-star-reader = Your star. Read it.
two-stars-one-wish-cue-face = Let your face show it. “That is lovely.”
two-stars-one-wish-cue-ask = Ask one thing about it. “How was that?” “What happened then?”

two-stars-one-wish-role-wish = { $name } has a wish
two-stars-one-wish-would-love = I would love …
two-stars-one-wish-read-wish = Read it once. Then wait.
two-stars-one-wish-your-wish = Your wish.
two-stars-one-wish-have-read = I have read it
two-stars-one-wish-no-wish-today = No wish today.
two-stars-one-wish-wish-reader = Four answers. Each is allowed.
two-stars-one-wish-cue-thank = First: thank you for telling me.
two-stars-one-wish-cue-no-duty = A wish is not a duty.
two-stars-one-wish-cue-words = { $you }, one of four: “Yes.” “Let me think.” “Let us talk.” “Not this one.”
two-stars-one-wish-answer-1 = Yes
two-stars-one-wish-answer-2 = Let me think
two-stars-one-wish-answer-3 = Let us talk
two-stars-one-wish-answer-4 = Not this one
two-stars-one-wish-told-1 = { $name } says yes.
two-stars-one-wish-told-2 = { $name } will think about it.
two-stars-one-wish-told-3 = { $name } would like to talk.
two-stars-one-wish-told-4 = Not this one. The wish was heard.

two-stars-one-wish-give = Give { $name } your stars to keep?
two-stars-one-wish-give-small = Kept for you, they stay on your phone.
two-stars-one-wish-some-days = Some days have none. That is all right.
two-stars-one-wish-end = These were in this day, too.
two-stars-one-wish-one-phone-end = On one phone they are said, and not kept.

## In own time

two-stars-one-wish-sealed = Sealed until you have both written.
two-stars-one-wish-kept-for-you = Kept for you.
two-stars-one-wish-opened = These were in this day.
two-stars-one-wish-star-answer-1 = Lovely
two-stars-one-wish-star-answer-2 = How was that?
two-stars-one-wish-they-would-love = { $name } would love …
two-stars-one-wish-answered = Answered. It rests now.
two-stars-one-wish-they-answered = What { $name } answered.
two-stars-one-wish-how-was-it = { $name } would like to know how that was.
two-stars-one-wish-detail-label = One more line

## Alone

two-stars-one-wish-kind = What would be kind tomorrow?
two-stars-one-wish-kind-label = What would be kind tomorrow?
two-stars-one-wish-kind-placeholder = a walk before the shops

two-stars-one-wish-stopped = We stop here for now. What was read stays. The rest stays yours.
two-stars-one-wish-paused = Paused. Back together at { $time }. The stars keep.
two-stars-one-wish-back = You are back. The page is where it was.
two-stars-one-wish-skipped = On to the next star.
two-stars-one-wish-lot = This is a lot right now. Some days are too heavy for stars.
two-stars-one-wish-after-yes = A small act: give it a time.
two-stars-one-wish-after-listen = Listen: talk about the wish.
two-stars-one-wish-after-request = Ask in full.
two-stars-one-wish-after-moment = A moment to keep: one of the stars.
