### Perspective first (practice 4)

perspective-first-title = Perspective first
perspective-first-line = for saying the other’s side before yours
perspective-first-promise = Say the other side before you say yours.
perspective-first-why = When your side has been said by the other, you have less to defend.
perspective-first-source = A step mediators use: each says the other’s view until it is right, and only then their own.
perspective-first-kept = Your guess is sealed. { $name } sees it only when you open it.
perspective-first-warning = If someone was harmed, this is the wrong exercise.

perspective-first-absent = Begin when you are both here. A guess can wait.
perspective-first-choose = Choose a situation you both know.
perspective-first-choose-small = { $kind ->
    [family] Something ordinary between you, not about a third person, where nobody was harmed.
    [friend] Something ordinary between you, not about a third person, where nobody was harmed.
   *[other] Something ordinary, where nobody was harmed.
}
perspective-first-choose-again = Choose another one, please.
perspective-first-situation = A few words for it
perspective-first-situation-placeholder = Sunday, in the kitchen
perspective-first-titles = Are these two good to look at?
perspective-first-good-for-me = Good for me
perspective-first-another-one = Another one
perspective-first-what-for-them = What might it have been like for { $name }?
perspective-first-sealed = Sealed. You open it, or you do not.
perspective-first-seal = Seal
perspective-first-no-guess = No guess
perspective-first-empty = No guess. Then begin with: I do not know yet.
perspective-first-guess-label = The guess
perspective-first-guess-placeholder = Perhaps it was …

perspective-first-say-guess-1 = Say how it may have been for { $name }.
perspective-first-say-guess-2 = Stand where { $name } stood. What was it like?
perspective-first-say-guess-3 = What may { $name } have been hoping for?
perspective-first-say-guess-4 = What may have been hard to say?
perspective-first-say-guess-5 = How may you have sounded from there?
perspective-first-say-guess-6 = What would { $name } want you to know?
perspective-first-stem-1 = I might be wrong. You sounded …
perspective-first-stem-2 = That moment may have felt …
perspective-first-stem-3 = Perhaps you were hoping …
perspective-first-guess-small = A guess, not a verdict.
perspective-first-role-guesses = { $name } guesses, you stay silent
perspective-first-cue-silent = Your turn to correct comes next.
perspective-first-open-guess = Open my guess
perspective-first-slow-down = Slow down
perspective-first-slowed = Back to the guess. What do you still not know?

perspective-first-say-correction-1 = What is closer, further, missing?
perspective-first-say-correction-2 = What did the guess not see?
perspective-first-say-correction-3 = Which part surprised you by being right?
perspective-first-say-correction-4 = What would you add, if it could be heard?
perspective-first-nearness-1 = Closer would be …
perspective-first-nearness-2 = Further away was …
perspective-first-nearness-3 = Missing was …
perspective-first-correct-small = Correct the guess, not the person.
perspective-first-role-corrects = { $name } corrects, you listen
perspective-first-cue-only-a-guess = Nothing to defend. It was only a guess.

perspective-first-again = Say it once more, with what you learned.
perspective-first-again-small = Begin with: I had thought that …
perspective-first-role-again = { $name } tries again
perspective-first-nearer = Is it nearer now?
perspective-first-listen-back = { $name } tells you how near it is.
perspective-first-near-enough = Near enough
perspective-first-not-yet = Not yet

perspective-first-mine = Now you may share something of yours.
perspective-first-mine-small = It connects, it does not compete. End by giving it back: And for you, it was …
perspective-first-role-shares = { $name } shares, you listen
perspective-first-cue-beside = This is beside your story, not instead of it.
perspective-first-shared = I have shared
perspective-first-skip = Skip

perspective-first-swap = Now the other situation.
perspective-first-learned = What did you not know before?
perspective-first-learned-aloud = Say it aloud, a sentence each. Nothing is written.
perspective-first-wrong-label = What I had wrong
perspective-first-wrong-placeholder = I had thought that …
perspective-first-write-correction = Write your correction?
perspective-first-correction-label = The correction
perspective-first-correction-placeholder = Missing was …
perspective-first-end = Two views have been said aloud.

perspective-first-was = What was it like for you?
perspective-first-was-label = How it was
perspective-first-how-may-it = How may it have been for { $name }?
perspective-first-opened = Opened together. Read slowly.
perspective-first-correct-write = Then say what is closer, further, missing.
perspective-first-closer-label = Closer, further, missing
perspective-first-again-label = Once more
perspective-first-own-label = Something of yours, if you want
perspective-first-still-sealed = Still sealed. Nothing is read until both are.
perspective-first-take-back = Take mine back
perspective-first-complete = This one is complete.

perspective-first-alone = Tell it from the other chair, as I.
perspective-first-chair-label = From the other chair
perspective-first-alone-see = What do you see from there?
perspective-first-see-label = What I see

perspective-first-stopped = We stop here for now. No side has to be finished.
perspective-first-paused = Paused. Back together at { $time }. The guess can wait.
perspective-first-bell = Finish when you like. Take what you need.
perspective-first-back = You are back. The guess is still a guess.
perspective-first-lot = This is a lot right now. Understanding can take several evenings.

perspective-first-after-retreat = An assumption I put down, for the weekly talk
perspective-first-after-revisit = An assumption to look at again, alone
perspective-first-after-act = One small act, now that I know more
perspective-first-after-solve = We still have to decide something
