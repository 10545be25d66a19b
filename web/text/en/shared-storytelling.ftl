### Shared storytelling (practice 8)

shared-storytelling-title = Shared storytelling
shared-storytelling-line = for one event, seen twice
shared-storytelling-promise = Tell one story each, and look at what arrived.
shared-storytelling-why = What was meant and what arrived often differ. Seeing the difference makes room for both.
shared-storytelling-source = An exercise from narrative work: the same event, told from more than one place.
shared-storytelling-kept = Title and lines you share. The story itself is not recorded, unless you write it down.

shared-storytelling-absent = Begin when you are both here. A story can be told later too.
shared-storytelling-which = Which story? Agree on one, aloud.
shared-storytelling-or-own = Or something else you both lived.
shared-storytelling-others = Three others
shared-storytelling-agreed = We have one
shared-storytelling-from-where = From where will you tell it?
shared-storytelling-angle-1 = As you saw it
shared-storytelling-angle-2 = As a stranger with a camera saw it
shared-storytelling-angle-3 = As the other might tell it
shared-storytelling-angle-4 = As you would tell it in ten years
shared-storytelling-name-it = A few words for your story
shared-storytelling-title-label = A few words for it
shared-storytelling-title-placeholder = The first winter there
shared-storytelling-note-placeholder = What must not be forgotten

shared-storytelling-tell = Tell it as if it were new.
shared-storytelling-role-tells = { $name } tells, you listen
shared-storytelling-cue-listen = Listen as if you did not know how it ends.
shared-storytelling-cue-wait = You may remember it differently. That can wait.
shared-storytelling-different = It was different
shared-storytelling-remember = People remember differently. Tell yours in your own turn.
shared-storytelling-tell-back = Tell the story back, in your words.
shared-storytelling-stem-1 = It began when …
shared-storytelling-stem-2 = What mattered to you was …
shared-storytelling-stem-3 = In the end …
shared-storytelling-role-back = { $name } tells your story back
shared-storytelling-cue-correct = You correct it next.
shared-storytelling-told = I have told it
shared-storytelling-ask = Ask about one thing you could not see.
shared-storytelling-ask-small = What it was like, not whether it was so.
shared-storytelling-passed = Passed. It can stay untold.
shared-storytelling-cue-missing = Add what was missing, if something was.
shared-storytelling-swap = Now the other story.

shared-storytelling-meant = What did you most want to be understood?
shared-storytelling-meant-label = Meant
shared-storytelling-meant-placeholder = I wanted you to see that …
shared-storytelling-arrived = What arrived in you from { $name }’s story?
shared-storytelling-arrived-label = Arrived
shared-storytelling-arrived-placeholder = What reached me was …
shared-storytelling-will-see-both = Both of you look at the shared lines afterwards.
shared-storytelling-gap-1 = What do you notice between the two?
shared-storytelling-gap-2 = Where did it arrive as it was meant?
shared-storytelling-gap-3 = Which word arrived well?
shared-storytelling-gap-4 = What did not arrive?
shared-storytelling-gap-5 = What would you add now?
shared-storytelling-gap-small = In turns, a minute each.
shared-storytelling-cue-other-voice = Now the other voice.
shared-storytelling-gap-aloud = Say it to each other in one sentence: I meant …
shared-storytelling-gap-aloud-small = And the other: what reached me was …
shared-storytelling-gap-empty = Nothing on the board. Say it to each other in one sentence.
shared-storytelling-gap-label = Between the two
shared-storytelling-enough = Enough
shared-storytelling-end = Two stories have been told and heard.

shared-storytelling-write = Tell the same story, each in your own words.
shared-storytelling-sealed = Sealed until both stories are in.
shared-storytelling-story-label = The story
shared-storytelling-opened = Opened together.
shared-storytelling-write-back = Tell the other story back, in your words.
shared-storytelling-told-label = Told back
shared-storytelling-board = What did you mean, and what arrived in you?
shared-storytelling-board-small = One line each: what you most wanted to be understood, and what reached you from the other story. Either may stay empty.
shared-storytelling-complete = The board is complete.

shared-storytelling-alone = Tell it as you saw it.
shared-storytelling-alone-second = Now tell it from another place.
shared-storytelling-second-label = From another place
shared-storytelling-alone-shown = What did the second place show you?
shared-storytelling-shown-label = What it showed me

shared-storytelling-empty = An empty line is allowed too.
shared-storytelling-stopped = We stop here for now. A story may stay open.
shared-storytelling-paused = Paused. Back together at { $time }. The place in the story is marked.
shared-storytelling-bell = Tell it to its end. Take what you need.
shared-storytelling-back = You are back. The story goes on from here.
shared-storytelling-lot = This is a lot right now. The story can stop in the middle.

shared-storytelling-after-memory = A stone for our story path
shared-storytelling-after-retreat = One difference, for the weekly talk
shared-storytelling-after-revisit = To look at again, alone
shared-storytelling-after-act = One small act
