### Structured listening (practice 2)

structured-listening-title = Structured listening
structured-listening-line = for both sides, in equal turns
structured-listening-promise = One speaks, one listens. Then the other way round.
structured-listening-why = When your own story comes back to you rightly, you feel less alone with it.
structured-listening-source = An exercise therapists use with couples: equal turns, and a summary before anything else.
structured-listening-kept = Your notes stay with you. A summary belongs to its writer and is seen only if shared.

structured-listening-absent = Begin when you are both here. One story at a time.
structured-listening-choose = Choose one moment you still feel.
structured-listening-choose-small = Something light at first, and not about { $name }.
structured-listening-topic = A few words for it
structured-listening-topic-placeholder = The call on Tuesday
structured-listening-note-placeholder = What I do not want to forget to say
structured-listening-weight = How much weight does it have?
structured-listening-weight-1 = 1, light
structured-listening-weight-2 = 2, some
structured-listening-weight-3 = 3, a lot
structured-listening-good-time = Is now a good time?
structured-listening-lighter = A lighter one

structured-listening-arrival-1 = Feet on the ground. Three slow breaths.
structured-listening-arrival-2 = Put the day down beside you.
structured-listening-arrival-3 = Feel the chair. Hear the room.
structured-listening-arrival-4 = Let one breath be longer than usual.
structured-listening-arrive-small = You do not have to agree. Only to get it right.
structured-listening-here = We are here

structured-listening-opener-1 = Tell it as it was for you.
structured-listening-opener-2 = Begin where it began to matter.
structured-listening-opener-3 = Start with the feeling, then the story.
structured-listening-opener-4 = Say it slowly. { $name } has time.
structured-listening-opener-5 = You do not have to prove anything.
structured-listening-opener-6 = What would you like to be understood?
structured-listening-cue-soften = Let your face and shoulders soften.
structured-listening-cue-mattered = Listen for what mattered, not for what happened.
structured-listening-cue-reply = Is your mind preparing a reply? Let it wait.

structured-listening-summary = Say it back in your own words.
structured-listening-stem-1 = What I heard is that …
structured-listening-stem-2 = The centre of it seemed to be …
structured-listening-stem-3 = You may have felt …
structured-listening-cue-yours = Listen for whether it is yours.
structured-listening-they-decide = { $name } listens for whether it fits.
structured-listening-is-that-it = Is that it?
structured-listening-one-more = Nearly, Not yet: one more short round.
structured-listening-that-is-it = Yes, that is it
structured-listening-nearly = Nearly
structured-listening-not-yet = Not yet
structured-listening-keep-it = Keep it to myself

structured-listening-missing = Which part was still missing?
structured-listening-missing-small = One or two sentences.
structured-listening-still-missing = Some of it is still missing
structured-listening-listen-once-more = Listen once more.
structured-listening-say-that-back = Say only that part back.
structured-listening-listen-back = Listen for that part.

structured-listening-ask = Ask one thing at a time.
structured-listening-ask-small = A question that invites more.
structured-listening-passed = Passed. Not every question needs an answer.
structured-listening-enough = Enough questions
structured-listening-question-1 = What mattered most to you in it?
structured-listening-question-2 = What did you wish someone had seen?
structured-listening-question-3 = What was it like when it was over?
structured-listening-question-4 = What did you tell yourself about it?
structured-listening-question-5 = Which moment would you show me?
structured-listening-question-6 = What do you understand now that you did not then?
structured-listening-question-7 = What would have made it lighter?
structured-listening-question-8 = Is there something you have not said yet?
structured-listening-question-9 = What does it touch from earlier?
structured-listening-question-10 = What should I not get wrong?

structured-listening-swap = Now the other way round.
structured-listening-breath = Stay together for one quiet breath.
structured-listening-write = Write a summary for both?
structured-listening-summary-label = Summary
structured-listening-summary-placeholder = The heart of it, as I heard it
structured-listening-end = Two stories have been heard.

## In own time

structured-listening-tell = Tell it, up to five minutes.
structured-listening-story = Your story
structured-listening-say-back = Say back what you heard.
structured-listening-back = What I heard
structured-listening-missing-label = The missing part
structured-listening-one-question = One question, if you have one.
structured-listening-one-answer = One answer, or leave it open.
structured-listening-complete = This side is complete. The other side can begin tomorrow.

## Alone

structured-listening-alone = Tell it on paper or aloud, as if someone listened well.
structured-listening-alone-back = What would a good listener say back?
structured-listening-alone-label = A good listener’s words

## Edges

structured-listening-stopped = We stop here for now. A story can be half told.
structured-listening-paused = Paused. Back together at { $time }. The story waits where it was.
structured-listening-back-floor = You are back. The floor is where it was.
structured-listening-empty = No note. Your voice is enough.
structured-listening-lot = This is a lot right now. You may stop half way.
structured-listening-after-act = One small act, after what I heard
structured-listening-after-summary = Keep what I heard, for the journal
structured-listening-after-retreat = Let it meet the retreat
