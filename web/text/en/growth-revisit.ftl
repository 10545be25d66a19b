### Growth revisit (practice 13)

growth-revisit-title = Growth revisit
growth-revisit-line = for a moment you would redo
growth-revisit-promise = Look at a hard moment again, with distance and good will.
growth-revisit-why = In one study, couples who now and then told a quarrel as a fair outsider stayed more content over a year.
growth-revisit-source = Research on writing about a quarrel from outside, and on seeing people as able to change.
growth-revisit-kept = All six cards stay with you; { $name } sees only the last two, and only if you read or share them.

## Alone, six cards

growth-revisit-camera-1 = What would a camera have seen and heard?
growth-revisit-camera-2 = What happened, minute by minute?
growth-revisit-camera-3 = Where were you, and what was said first?
growth-revisit-camera-small = Only what happened. No reasons yet. If you were afraid, this is not the page for it.
growth-revisit-camera-placeholder = We stood in the kitchen. I said …
growth-revisit-mine = What did you feel, and what did you need?
growth-revisit-mine-small = As it was then, in you.
growth-revisit-felt-label = What you felt
growth-revisit-needs-label = What you needed
growth-revisit-theirs = What might { $name } have felt?
growth-revisit-theirs-small = A guess. You cannot know.
growth-revisit-theirs-placeholder = Perhaps tired. Perhaps left alone with it.
growth-revisit-friend-1 = How would a fair friend of both tell it?
growth-revisit-friend-2 = What would someone who likes you both have seen?
growth-revisit-friend-3 = How will you tell it in ten years?
growth-revisit-friend-small = Someone who wishes you both well.
growth-revisit-friend-placeholder = They both wanted …
growth-revisit-differently = What could you do to honour what { $name } felt?
growth-revisit-differently-small = Something in your own hands. You do not have to give up a limit to honour a feeling.
growth-revisit-differently-label = What could be done
growth-revisit-differently-placeholder = I could ask before I answer.
growth-revisit-try = One small thing you will try next time.
growth-revisit-try-small = When … happens, I …
growth-revisit-try-label = A try
growth-revisit-try-placeholder = When my voice gets loud, I sit down.
growth-revisit-until-read = Only you, unless you read it aloud or share it

growth-revisit-was-afraid = I was afraid
growth-revisit-nothing-to-improve = Then nothing here is yours to improve.
growth-revisit-people = There are people you can talk to.
growth-revisit-delete-this = Delete this
growth-revisit-to-the-cards = Back to the cards

growth-revisit-what-now = What shall happen with these pages?
growth-revisit-what-now-small = All six stay here. If you read together, only the last two are ever read.
growth-revisit-together = Read together
growth-revisit-ask-a-friend = Ask a friend
growth-revisit-delete = Delete them

## Together

growth-revisit-absent = This part is for two. Your pages are complete without it.
growth-revisit-bring = Which two lines would you read?
growth-revisit-bring-small = The first four cards stay closed.
growth-revisit-arrive = Not the old story. Only what you take from it.
growth-revisit-read = Your turn. Read your last two cards.
growth-revisit-read-small = Read both. Then stop.
growth-revisit-read-table = Say what you could do, and what you will try.
growth-revisit-read-table-small = Say both. Then stop.
growth-revisit-reads = { $name } reads, you listen
growth-revisit-cue-good-will = Listen for the good will in it.
growth-revisit-cue-no-corrections = No corrections. You need not agree.
growth-revisit-back-to-tries = Back to the tries
growth-revisit-only-tries = Only the last two pages now.
growth-revisit-only-tries-small = The rest can wait for another day.
growth-revisit-you-reflect = You reflect
growth-revisit-reflects = { $name } reflects, you listen
growth-revisit-reflect = Say in your own words what { $name } will try.
growth-revisit-reflect-small = Begin with: I heard that you …
growth-revisit-cue-other-words = Let it be said in other words than yours.
growth-revisit-did-i = Did I get it?
growth-revisit-they-check = Nearly is useful too.
growth-revisit-check = Is that what you meant?
growth-revisit-nearly = Nearly
growth-revisit-not-yet = Not yet
growth-revisit-nearly-is-useful = Nearly is useful. Listen for the missing part.
growth-revisit-missing = Say the missing part. One sentence.
growth-revisit-more-time = It may need more time.
growth-revisit-more-time-small = Nothing has to fit today.
growth-revisit-take = One thing you take from what you heard.
growth-revisit-one-sentence = One sentence.
growth-revisit-cue-receive = Only receive it.
growth-revisit-not-finished = You do not have to be finished.
growth-revisit-give = Give your try to { $name } to read later?
growth-revisit-share-try = Share my try
growth-revisit-reflection-label = Said back
growth-revisit-answer-1 = Yes
growth-revisit-answer-2 = Nearly
growth-revisit-answer-3 = Not yet
growth-revisit-rests = Here it rests.

growth-revisit-stopped = We stop here for now. What was read stays. The rest stays yours.
growth-revisit-paused = Paused. Back together at { $time }. Nothing has to be solved before then.
growth-revisit-back = You are back. Only the last two pages are open.
growth-revisit-skipped = On to the next page.
growth-revisit-empty = Empty is fine. You can come back.
growth-revisit-lot = This is a lot right now. You do not have to go back there today.

growth-revisit-to-act = Turn your try into one act before this time tomorrow.
growth-revisit-to-retreat = Bring your try to the retreat.
growth-revisit-to-request = Ask for what you needed.
