### A practice side by side: the daily check-in and the words every practice shares

live-check-in-line = weather first, no solving
live-check-in-why = When a day is heard without being fixed, it is easier to carry.
live-check-in-source = A short daily talk that many couple therapists suggest: each tells, nobody solves.
live-check-in-kept = Your lines are yours. { $name } sees only the ones you share.

## Before it begins

live-minutes = { $minutes } minutes
live-length-short = Short
live-length-usual = Usual
live-length-long = Long
live-length-none = No timer
live-they-begin = { $name } begins.
live-you-begin = You begin.
live-swap = Swap
live-mode-two-phones = Two phones
live-mode-one-phone = One phone
live-mode-own-time = Own time
live-begin = Begin
live-why = Why it helps
live-source = Where it comes from
live-kept = Who sees what
live-begin-absent = Begin when you are both here. There is no hurry.
live-begin-how = Hold the phones side by side. Or say: three, two, one.
live-we-said-it = We said it
live-paused-twice = Two pauses in a day. A talk with someone outside can help.
live-someone-outside = Someone outside
live-another-time = Another time
live-invitation = { $name } would like to begin: { $title }, { $minutes } minutes.
live-invitation-small = Now, another time, or not today. No reason needed.
live-invitation-now = Now
live-invitation-not-today = Not today
live-not-today = Not today. Another time is possible.

## Roles

live-role-floor = You have the floor
live-role-listen = { $name } speaks, you listen
live-role-says-back = { $name } says back what arrived
live-role-answer = { $name } asks, you answer or pass
live-role-both = Both of you
live-role-only-you = Only you
live-table-role = { $you } speaks. { $name } listens.

## Weather and opening

live-go-to-listening = Go to listening
live-say-sky = Say your sky aloud.
live-begin-by-voice = Begin by voice

## Speaking

live-speak-small = Speak from what it was like for you.
live-cue-shoulders = Let your shoulders drop. There is nothing to fix.
live-cue-curious = Stay curious. The solution can wait.
live-cue-good-news = Good news. Be glad, and ask for more of it.
live-pass-floor = Pass the floor to { $name }
live-more-time = More time
live-good-news = Good news
live-take-what-you-need = Take what you need.
live-other-way-round = Now the other way round.
live-rests-together = The screen rests. Look at each other.
live-rests-free = The screen rests. Look where you like.

## Saying back

live-reflect-prompt = Say back what you heard, in your own words.
live-reflect-good-news = Say what makes you glad about it.
live-reflect-missing = Say the missing part in one sentence.
live-cue-let-it-reach = Let it reach you. You can correct it.
live-said = I have said it
live-that-is-it = That is it
live-not-quite = Not quite

## One question

live-ask-prompt = Ask one thing you want to understand.
live-ask-reader = One question. Three to choose from.
live-ask-passed = Passed. Choose another, or go on.
live-asked = Asked
live-other-cards = Other cards
live-my-own = My own
live-answered = Answered
live-pass = Pass

## The end

live-heard = Two days have been heard.
live-close = Close
live-skipped = On to the next part.

## An urge

live-urge-bar = An urge? Tap it, and return to { $name }’s voice.
live-urge-noticed = Noticed. Back to { $name }’s voice.
live-urge-first = Only on this phone. Erased at the end unless you keep them.
live-urge-anxious = anxious
live-urge-irritated = irritated
live-urge-defensive = defensive
live-urge-fix = wanting to fix
live-urge-mine = telling mine
live-urge-drifting = drifting
live-erase = Erase
live-keep-for-me = Keep for me
live-urges-kept = Noticed while listening

## Pause and stop

live-pause = Pause
live-stop = Stop
live-pause-sheet = Pause. No reason needed.
live-pause-20 = 20 minutes
live-pause-until = Another time
live-lot = This is a lot
live-skip = Skip
live-go-on = Go on
live-pause-aloud = Say aloud: a pause. Back at { $time }.
live-paused = Paused. Back together at { $time }. Nothing has to be solved before then.
live-i-am-ready = I am ready
live-longer = A little longer
live-stop-here = Stop here
live-ready-first = You go on when you are both ready.
live-back-where-you-were = Back where you were.
live-continue = Continue
live-stopped = We stop here for now. What was shared stays.
live-stopped-small = The rest stays yours.
live-pick-up-again = Pick it up again
live-lot-prompt = This is a lot right now. You do not have to stay with it.
live-breathe = Breathe a minute
live-breathe-prompt = Let one breath be longer than usual. Then another.
live-help = Help near me

## Phones

live-you-are-back = You are back. The turn is where it was.
live-offline = No network now. Go on by voice: say pass, then both tap.
live-out-of-step = The phones are at different places. Which one is right?
live-this-one = This one
live-the-other = The other
live-cover-pass = Pass the phone to { $you }.
live-cover-own = { $you }, this side is yours. { $name } looks away.
live-cover-mine = I am { $you }
live-one-phone-private = On one phone, only what you share is kept. The rest is erased when you pass it on.
live-time-left = { $part ->
    [most] Most of the time is left.
    [half] About half of the time is left.
    [little] A little time is left.
   *[over] Take what you need.
  }

## Openers, one a day

live-opener-1 = What mattered most in your day?
live-opener-2 = How is it inside you right now?
live-opener-3 = Which moment of today is still with you?
live-opener-4 = What made today heavier, or lighter?
live-opener-5 = Where did today ask a lot of you?
live-opener-6 = What did you carry today that nobody saw?
live-opener-7 = What was the quietest moment of your day?
live-opener-8 = When did you feel most like yourself today?
live-opener-9 = What surprised you today, small or large?
live-opener-10 = Who stayed on your mind today?
live-opener-11 = What did your body notice today?
live-opener-12 = What went differently from what you expected?
live-opener-13 = What did you need today, and did you get some?
live-opener-14 = Which scene of today would you show { $name }?
live-opener-15 = What was good today, even for a minute?
live-opener-16 = How has your sky changed since this morning?
live-opener-17 = What would you like to put down from today?

## Clarifying questions, three drawn

live-question-1 = Which part should I understand best?
live-question-2 = What was the hardest part of it?
live-question-3 = When did you first notice it?
live-question-4 = Where did you feel it in your body?
live-question-5 = What did it mean to you?
live-question-6 = Is there another feeling under that one?
live-question-7 = What stayed with you afterwards?
live-question-8 = How is it now, compared with then?
live-question-9 = What did you hope would happen?
live-question-10 = What were you afraid might happen?
live-question-11 = Have you felt this before?
live-question-12 = What do people often miss about this?
live-question-13 = Which of your words says it best?
live-question-14 = Was there a moment when it turned?
live-question-15 = What helped, even a little?
live-question-16 = What was missing for you?
live-question-17 = Were you alone with it, or was someone there?
live-question-18 = What did you see or hear right then?
live-question-19 = What do you want to remember of it?
live-question-20 = What is it like to tell me this?
live-question-21 = Is there more, or is that all of it?

live-glad-question-1 = What was the best second of it?
live-glad-question-2 = Who would you like to tell next?
live-glad-question-3 = What did you do that helped it happen?

live-mode-label = How you do it
live-length-label = Length of turns
