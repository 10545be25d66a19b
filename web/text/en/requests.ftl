### Requests: written and answered in one’s own time, and what comes of them

requests-title = Requests
requests-none = Nothing is asked here. When you need something, one clear line is enough.
requests-new = Ask for something
requests-drafts = Drafts
requests-yours = You asked
requests-from = From { $name }
requests-carried = Something you carried on
requests-carried-from = From { $title }, { $date }
requests-ask-for-it = Ask for it
requests-put-down = Put it down
requests-gone = It is not here any more.

## Where it is

requests-draft = A draft, only here
requests-queued = Kept here. It travels when there is a network.
requests-read = Read
requests-with-soon = It will be with { $name }.
requests-with = It is with { $name }.
requests-reaching = { $name } is reaching out.
requests-reaching-small = Open it when you are ready.
requests-changed-by = Changed by { $name }.
requests-answers-by = { $name } answers by { $date }.
requests-you-answer-by = You answer by { $date }.
requests-says-yes = { $name } says yes.
requests-says-change = { $name } says yes, with a change.
requests-says-other = { $name } would like another change.
requests-says-no = { $name } says no, with care.
requests-you-said-no = You said no, with care.
requests-one-sentence = One sentence, for both of you.
requests-you-confirmed = You said yes to it. It stands when both have.
requests-not-today = Not today.
requests-not-today-small = Both pages stay as they are.
requests-has-changed-by = { $name }: it has changed.
requests-you-changed = You said that it has changed.
requests-both-mean-it = You both mean this.
requests-you-said-yes-small = You said yes
requests-you-said-yes = You said yes: { $act }
requests-they-did = { $name } did: { $act }
requests-they-let-go = { $name } let it go: { $act }
requests-it-became = It became: { $act }
requests-you-told = You told { $name }.
requests-reached-you = { $name }: that reached me.
requests-reached-them = You said that it reached you.
requests-taken-back = Taken back. { $name } may have read it.
requests-line-taken-back = A line was taken back.
requests-written-on = Written on { $date }.

## Writing

requests-family-need = What would help you, from { $name }?
requests-prompt-2 = What would help you this week?
requests-prompt-3 = What would make one hour easier?
requests-prompt-4 = What would you like more of?
requests-only-you = Only you, until you send it
requests-only-you-yet = Only you, on this phone
requests-needs = Choose words for it
requests-keep-draft = Keep as draft
requests-kept = You know now what you need.
requests-change = Change
requests-send-anyway = Send anyway
requests-erase-draft = Erase the draft
requests-already = You already asked this. It is with { $name }.
requests-see-it = See it
requests-another-topic = Another topic
requests-still-true = Still true?
requests-keep-for-me = Keep for me
requests-hear-myself = Hear myself first

## With the other

requests-still-on-mind = Still on your mind?
requests-talk-about = Talk about it
requests-take-back = Take it back
requests-take-back-sure = Take it back? { $name } may have read it. A mark stays that something was here.
requests-wait = Leave it there
requests-understand = I understand
requests-need-yours = The need is still yours. There may be other ways.
requests-talk-through = Talk it through?
requests-talk-small = Twenty minutes of listening, in turns.
requests-for-retreat = For the retreat
requests-write-anew = Take it up again

## Receiving

requests-open = Open
requests-later = Later
requests-not-yet = You do not have to answer yet.
requests-cue-page = Asking is not blaming.
requests-cue-reflect = First what { $name } needs, then what you can.
requests-cue-answer = A yes you can keep is worth more than a big one.
requests-reflect = Reflect
requests-close-for-now = Close for now
requests-not-now = Not now
requests-answer = Answer
requests-one-line = One line.
requests-will-see = { $name } will see this.
requests-meant-today = You meant to answer { $name } today.
requests-new-day = New day
requests-no-reason = Said. You do not owe a reason.
requests-said = Said.

## Afterwards

requests-done = Done
requests-changed = Changed
requests-let-go = Let it go
requests-one-act = Make it one act, with a time
requests-no-longer = It has changed
requests-no-longer-label = I said yes, and now …
requests-after = What was it like to do it?
requests-became = What did it become?
requests-shares = { $name } sees this when you press Share.
requests-gone-tell = Let go. You can tell { $name }, if you like.
requests-tell = Tell { $name }
requests-reached-me = That reached me
requests-line = A line, if you like
requests-did-it-help = Did it help?
requests-help-small = Only you, unless you share.
requests-help-0 = Yes
requests-help-1 = A little
requests-help-2 = Not really
requests-helped = It helped: { $choice }
requests-keep-moment = Keep this moment?
requests-write = Write
