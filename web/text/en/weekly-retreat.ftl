### Weekly reflection retreat (practice 21)

weekly-retreat-title = Weekly reflection retreat
weekly-retreat-line = for one change you both believe in
weekly-retreat-promise = Half an hour to look back, and choose one small change.
weekly-retreat-why = With a fixed short time, small things can be said while they are small.
weekly-retreat-source = Weekly reviews from teams and families, opened with thanks.
weekly-retreat-kept = Notes you do not raise stay with you; the change stands only with both of your yes.

## Gather

weekly-retreat-bring-today = What do you bring today?
weekly-retreat-empty = A blank page is fine. Talk from what comes.
weekly-retreat-working-label = Working
weekly-retreat-not-working-label = Not working
weekly-retreat-need-label = A need
weekly-retreat-brought-label = For the open threads
weekly-retreat-working-placeholder = We both put the phones away.
weekly-retreat-not-working-placeholder = When the plan changed, I felt …
weekly-retreat-need-placeholder = one evening without plans
weekly-retreat-when-passed = Yours until you pass the floor. Then { $name } sees what stands here.
weekly-retreat-onto-the-list = { $name } sees this on the list of open threads when you go on.
weekly-retreat-from-week = From your week, for you alone
weekly-retreat-raise = Raise
weekly-retreat-carried-from = from { $title }

## The agenda

weekly-retreat-agenda = Agenda
weekly-retreat-step-1 = Breathe
weekly-retreat-step-2 = Thanks
weekly-retreat-step-3 = Last change
weekly-retreat-step-4 = Working
weekly-retreat-step-5 = Not working
weekly-retreat-step-6 = Open threads
weekly-retreat-step-7 = One change
weekly-retreat-step-8 = Close

weekly-retreat-breathe = Breathe slowly. You are both here.
weekly-retreat-breathe-reader = In. Out. In. Out. In. Out. In. Out.
weekly-retreat-role-receive = { $name } speaks, you receive
weekly-retreat-thanks = What did { $name } do this week that you saw?
weekly-retreat-thanks-small = One thing, exactly.
weekly-retreat-thanks-reader = Tell one thing you saw, or take it in.
weekly-retreat-words-to-say = “Thank you.” “I take that in.” “Tell me more.”
weekly-retreat-cue-reach = Let it reach you.
weekly-retreat-cue-nothing-back = Nothing to give back. Your turn comes.

## Last change

weekly-retreat-was-kept = Was it kept?
weekly-retreat-kept-1 = Yes
weekly-retreat-kept-2 = Partly
weekly-retreat-kept-3 = No
weekly-retreat-did-help = Did it help?
weekly-retreat-helped-1 = Yes
weekly-retreat-helped-2 = A little
weekly-retreat-helped-3 = No
weekly-retreat-helped-4 = Cannot tell
weekly-retreat-both-lines = Opened together, in words, without names. If you see it differently, both lines show.
weekly-retreat-last-aloud = Say it aloud: was it kept, and did it help?
weekly-retreat-last-open = Opened together.
weekly-retreat-kept-said-1 = Kept.
weekly-retreat-kept-said-2 = Kept in part.
weekly-retreat-kept-said-3 = It did not happen.
weekly-retreat-helped-said-1 = It helped.
weekly-retreat-helped-said-2 = It helped a little.
weekly-retreat-helped-said-3 = It did not help.
weekly-retreat-helped-said-4 = Too early to tell.
weekly-retreat-differ = You see it differently.
weekly-retreat-differ-small = Both can be true.
weekly-retreat-what-made-hard = What made it hard to do?
weekly-retreat-each-one-thing = Each says one thing.
weekly-retreat-stuck = This one does not help you yet.
weekly-retreat-stuck-small = Another way, or someone from outside.
weekly-retreat-fate = What do you do with it?
weekly-retreat-fate-1 = Keep it
weekly-retreat-fate-2 = Make it smaller
weekly-retreat-fate-3 = Let it go
weekly-retreat-fate-aloud = Say it aloud: keep it, make it smaller, or let it go.
weekly-retreat-smaller-holds = If you differ, the smaller holds. It is not said whose it was.

## Working, not working

weekly-retreat-working-1 = What worked this week, between you?
weekly-retreat-working-2 = When did it feel easy?
weekly-retreat-working-3 = What do you want to keep?
weekly-retreat-working-4 = What surprised you in a good way?
weekly-retreat-working-small = Small things hold much.
weekly-retreat-cue-enjoy = Enjoy it with { $name }.
weekly-retreat-cue-ask = Ask one thing about it.
weekly-retreat-tea = A cup of tea?
weekly-retreat-five-minutes = Five minutes
weekly-retreat-tea-time = Five minutes, for tea or for nothing.
weekly-retreat-not-working-1 = What was hard? Begin softly.
weekly-retreat-not-working-2 = Where did you not reach each other?
weekly-retreat-not-working-3 = What would you do again in another way?
weekly-retreat-not-working-4 = What was left unsaid?
weekly-retreat-not-working-small = When … happened, I felt …, I need …
weekly-retreat-wide = What happened, one time?
weekly-retreat-wide-leave = Leave it so
weekly-retreat-wide-words = you always, you never
weekly-retreat-cue-one-side = Shoulders low. It is one side of the week.
weekly-retreat-cue-need = What does { $name } need here?
weekly-retreat-cue-heard = You will be heard as well.
weekly-retreat-come-back = We can come back to this.
weekly-retreat-onto-list = Onto the list
weekly-retreat-nothing = Nothing this week
weekly-retreat-say-back = In your own words: what was hard for { $name }?
weekly-retreat-say-back-small = Then ask: is that it?
weekly-retreat-hear-it = Hear what arrived.
weekly-retreat-they-check = { $name } says whether that is it.
weekly-retreat-is-that-it = Is that it?
weekly-retreat-hear-rest = Hear the missing part.
weekly-retreat-say-rest = Say the missing part in one sentence.
weekly-retreat-done = Done
weekly-retreat-yes-that = Yes, that
weekly-retreat-nearly = Nearly

## Open threads

weekly-retreat-which = Which one, if any, this week?
weekly-retreat-which-small = It is not talked about now. It gets its own time.
weekly-retreat-which-aloud = Say aloud which one, if any, gets its own time.
weekly-retreat-vote-1 = This one
weekly-retreat-vote-2 = Not this week
weekly-retreat-if-both = Only one that you both choose is shown. Your choice is deleted.
weekly-retreat-no-threads = Nothing lies open.
weekly-retreat-picked = It gets its own time.
weekly-retreat-picked-small = Not talked about now.
weekly-retreat-picked-aloud = One, or none. It gets its own time.
weekly-retreat-none = None this week. They keep.
weekly-retreat-once-more = Look once more

## One change

weekly-retreat-you-write = You write for both
weekly-retreat-they-write = { $name } writes for both
weekly-retreat-change = One change for this week. Who, what, when?
weekly-retreat-change-small = So small that a tired day allows it.
weekly-retreat-example-1 = We eat at the table on Tuesday.
weekly-retreat-example-2 = I ask once before I plan.
weekly-retreat-change-label = What
weekly-retreat-who = Who
weekly-retreat-when = When
weekly-retreat-change-placeholder = Phones sleep in the hall from nine.
weekly-retreat-who-placeholder = both
weekly-retreat-when-placeholder = from Monday
weekly-retreat-worst-day = Could you do it on your worst day?
weekly-retreat-smaller = Make it smaller
weekly-retreat-as-it-is = Keep the last one as it is
weekly-retreat-agree = Is this what you mean too?
weekly-retreat-agree-small = It stands with yes on both. No answer is never a yes.
weekly-retreat-not-agreed = Not agreed yet.
weekly-retreat-change-it = Change it
weekly-retreat-no-change-button = No change
weekly-retreat-no-change = No change this week.
weekly-retreat-no-change-small = You were here. That is enough.

## Close

weekly-retreat-thank = Thank { $name } for one thing in this half hour.
weekly-retreat-again = When do you meet again?
weekly-retreat-again-small = The same time of day. You can choose another time afterwards.
weekly-retreat-again-1 = In a week
weekly-retreat-again-2 = In two weeks
weekly-retreat-again-3 = Once a month
weekly-retreat-again-4 = Leave it open
weekly-retreat-if-both-chose = It stands when you both choose the same. Else it stays open.
weekly-retreat-end = The half hour is over.
weekly-retreat-end-small = What was said stays between you.

## In own time, alone

weekly-retreat-own-lines = Two lines are enough. Each answers the other once.
weekly-retreat-reflection-label = What was hard, in other words
weekly-retreat-call = Ten minutes on a call, for one change?
weekly-retreat-call-small = Or each alone, in writing. A change needs both of your yes.
weekly-retreat-for-one-change = For one change
weekly-retreat-alone = What worked, what was hard, what would you like?
weekly-retreat-alone-small = Kept for the next time you sit down together.

## Edges

weekly-retreat-absent = Begin when you are both here. Your lines stay with you.
weekly-retreat-stopped = We stop here for now. Nothing more is agreed.
weekly-retreat-paused = Paused. Back together at { $time }. Nothing has to be solved before then.
weekly-retreat-bell = Finish your thought. Then pass the floor.
weekly-retreat-back = You are back. The agenda is where it was.
weekly-retreat-skipped = On to the next step.
weekly-retreat-lot = This is a lot right now. The week does not have to be sorted tonight.

## Afterwards

weekly-retreat-after-act = A small act: one step of the change before this time tomorrow
weekly-retreat-after-request = Ask for something: a need you named, as a request
weekly-retreat-after-moment = A moment to keep: one thing that worked
weekly-retreat-after-listen = Listen: the thread you chose
weekly-retreat-after-solve = Us and this: the thread you chose
