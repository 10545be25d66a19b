### Shared problem solving (practice 16)

shared-problem-solving-title = Shared problem solving
shared-problem-solving-line = for “us and the money”, not “me and you”
shared-problem-solving-promise = Understand both sides first. Then look for something to try.
shared-problem-solving-why = People find it easier to give a little once they feel understood, and a trial is easier to agree to than a verdict.
shared-problem-solving-source = Mediation and joint decision practice: concerns before options, options before choices.
shared-problem-solving-kept = Concerns and options stand under their writers. Marks are never shown, only what comes out of both. An agreement counts only with a yes from each of you.
shared-problem-solving-warning = If one of you is afraid to say no, do not decide it here.

shared-problem-solving-absent = Begin when you are both here. You can think of the topic now.

## The steps

shared-problem-solving-step = Step { $step } of { $of }: { $title }
shared-problem-solving-step-1 = Name it
shared-problem-solving-step-2 = Concerns
shared-problem-solving-step-3 = In other words
shared-problem-solving-step-4 = Options
shared-problem-solving-step-5 = Marks
shared-problem-solving-step-6 = Give and take
shared-problem-solving-step-7 = A trial
shared-problem-solving-step-8 = Thanks

## The topic

shared-problem-solving-you-name = You write it down
shared-problem-solving-they-name = { $name } writes it down
shared-problem-solving-name = What is it about?
shared-problem-solving-name-small = { $kind ->
    [family] A thing, not a person: us and the visits. Choose a topic where you can both say yes or no.
    [friend] A thing, not a person: us and the trips.
   *[other] A thing, not a person: us and the mornings.
}
shared-problem-solving-name-reader = Name the topic. Us and, then a thing.
shared-problem-solving-name-help = Find a name for it together. A thing, not a person.
shared-problem-solving-us-and = Us and …
shared-problem-solving-topic-placeholder = the mornings
shared-problem-solving-is-it-topic = Is that the topic?
shared-problem-solving-topic-asked = { $name } reads it too.
shared-problem-solving-change = Change it
shared-problem-solving-topic-1 = Us and the evenings
shared-problem-solving-topic-2 = Us and the money we share
shared-problem-solving-topic-3 = Us and the holiday
shared-problem-solving-topic-4 = Us and the dishes and the laundry
shared-problem-solving-topic-5 = Us and sleep and noise
shared-problem-solving-topic-6 = Us and visits of family
shared-problem-solving-topic-7 = Us and phones at the table
shared-problem-solving-topic-8 = Us and who carries the planning
shared-problem-solving-topic-9 = Us and time alone, time together
shared-problem-solving-topic-10 = Us and the shared room
shared-problem-solving-topic-11 = Us and lateness
shared-problem-solving-topic-12 = Us and a present, a party, a trip
shared-problem-solving-topic-13 = Us and caring for someone old or ill
shared-problem-solving-topic-14 = Us and plans that change

## Concerns

shared-problem-solving-concern-1 = What matters to you in this?
shared-problem-solving-concern-2 = What would you like to protect here?
shared-problem-solving-concern-3 = What makes this hard for you?
shared-problem-solving-concern-4 = What would be good if it were solved?
shared-problem-solving-concerns-small = Concerns, not solutions. Say them first, then write a line for each.
shared-problem-solving-concern = What matters in it
shared-problem-solving-concern-placeholder = I want to leave without hurry
shared-problem-solving-cue-nothing = Nothing to answer yet.
shared-problem-solving-cue-protect = Listen for what { $name } wants to protect.
shared-problem-solving-cue-same-time = You will have the same time.

## In other words, and the gate

shared-problem-solving-you-restate = You say it in other words
shared-problem-solving-they-restate = { $name } says it in other words, you listen
shared-problem-solving-restate = What matters to { $name } here?
shared-problem-solving-restate-small = Start with: For you it is about …
shared-problem-solving-not-agreement = Not agreement. Only: is it accurate?
shared-problem-solving-they-decide = { $name } says whether it is accurate.
shared-problem-solving-is-it-accurate = Is that what matters to you?
shared-problem-solving-yes-that = Yes, that
shared-problem-solving-nearly = Nearly
shared-problem-solving-not-yet = Not yet
shared-problem-solving-missing = Say the missing part. One sentence.
shared-problem-solving-missing-small = Then { $name } says it once more.
shared-problem-solving-missing-listen = Listen for the missing part. Then say it all once more.
shared-problem-solving-gate = Understanding before persuading.
shared-problem-solving-gate-small = Options open when you both feel understood.
shared-problem-solving-understood-yes = I feel understood
shared-problem-solving-understood-yes-both = We both feel understood
shared-problem-solving-once-more = Say it once more
shared-problem-solving-another-day-button = Another day
shared-problem-solving-another-day = It may need another day.
shared-problem-solving-another-day-small = Being understood can take time. What you wrote is kept.
shared-problem-solving-listen = Listen to each other
shared-problem-solving-understood = You have understood each other.
shared-problem-solving-understood-small = That is not the same as agreeing.
shared-problem-solving-understood-reader = Both said yes. Options are open.
shared-problem-solving-to-options = Options
shared-problem-solving-understand-first = Understand first
shared-problem-solving-back = Back to understanding.
shared-problem-solving-back-small = Options wait, nothing is lost.

## Options

shared-problem-solving-options = What could you try? Anything goes.
shared-problem-solving-options-small = No comments yet, kind or unkind.
shared-problem-solving-options-voice = Say them aloud. One phone keeps the list.
shared-problem-solving-options-reader = One list for both. Add an option.
shared-problem-solving-option = An option
shared-problem-solving-option-placeholder = breakfast by turns
shared-problem-solving-they-add = { $name } adds options, you wait with comments
shared-problem-solving-that-is-all = That is all
shared-problem-solving-cue-unusual = Unusual ones are welcome.
shared-problem-solving-cue-both = What would serve both concerns?
shared-problem-solving-cue-friend = What would a friend suggest?
shared-problem-solving-cue-last-time = What did you do the last time it went well?

## Marks, each alone

shared-problem-solving-marks = How is each one for you?
shared-problem-solving-marks-small = No mark means: no opinion yet. It is never a yes.
shared-problem-solving-marks-voice = Think of each option: love it, can live with it, or cannot.
shared-problem-solving-marks-ready = Your marks are closed.
shared-problem-solving-mark-1 = Love it
shared-problem-solving-mark-2 = Can live
shared-problem-solving-mark-3 = Cannot
shared-problem-solving-group-1 = You both love it
shared-problem-solving-group-2 = You can both live with it
shared-problem-solving-group-3 = No opinion yet
shared-problem-solving-group-4 = Not now
shared-problem-solving-opened = Opened together.
shared-problem-solving-opened-aloud = Which ones could you both live with?
shared-problem-solving-opened-aloud-small = Say it aloud, one option at a time.
shared-problem-solving-nothing-suits = No option suits both yet.
shared-problem-solving-nothing-suits-small = Perhaps the question can be smaller.
shared-problem-solving-more-options = More options
shared-problem-solving-why-not = Would you like to say why one is not for now?
shared-problem-solving-why-not-small = Both of you are asked this. Nothing says whose mark it was.
shared-problem-solving-why-not-label = Why not, for now
shared-problem-solving-why-not-placeholder = It is the hour I sleep best

## Give and take

shared-problem-solving-give = Which one, and what would make it easier?
shared-problem-solving-give-small = Change the option until it fits both.
shared-problem-solving-version = A changed option
shared-problem-solving-cue-start = Start from a line you can both live with.
shared-problem-solving-cue-need = What would you need to say yes?
shared-problem-solving-cue-let-go = What can you let go without regret?
shared-problem-solving-cue-smaller = Smaller? Shorter? One week only?
shared-problem-solving-this-one = We have one
shared-problem-solving-no-agreement = No agreement today

## A trial

shared-problem-solving-you-write = You write it down for both
shared-problem-solving-they-write = { $name } writes it down for both
shared-problem-solving-trial = What do you try? Who, what, when?
shared-problem-solving-trial-small = A trial, not a verdict. You look at it again.
shared-problem-solving-cue-trial = Say aloud what you both mean.
shared-problem-solving-trial-label = What you try
shared-problem-solving-trial-placeholder = Until Friday, I wake you at seven.
shared-problem-solving-review = When you look at it again
shared-problem-solving-review-1 = In one week
shared-problem-solving-review-2 = In two weeks
shared-problem-solving-review-3 = In a month
shared-problem-solving-agree = Is this what you mean too?
shared-problem-solving-agree-small = It stands only with a yes from each of you.
shared-problem-solving-agree-both = Yes from both
shared-problem-solving-not-agreed = Not agreed yet.

## Thanks, and the end

shared-problem-solving-thanks = Thank { $name } for one thing in this talk.
shared-problem-solving-thanks-small = One sentence.
shared-problem-solving-they-thank = { $name } thanks you
shared-problem-solving-cue-take-in = Take it in.
shared-problem-solving-end = You have something to try.
shared-problem-solving-end-small = It may change. Look at it again together when its time has come.
shared-problem-solving-none = No agreement today.
shared-problem-solving-none-small = Both concerns stand. The options are kept.

## In own time

shared-problem-solving-own-name-small = A thing, not a person. Then what matters to you in it: concerns, not solutions.
shared-problem-solving-own-concern-small = Concerns, not solutions. { $name } wrote some too; you read them next. If you are afraid to say no, do not decide it here.
shared-problem-solving-restated = In other words
shared-problem-solving-missing-label = What is missing
shared-problem-solving-meet = Now meet.
shared-problem-solving-meet-small = Options are better with both voices.

## Alone

shared-problem-solving-alone = What may matter to the other person?
shared-problem-solving-alone-concern = What matters to you in it
shared-problem-solving-alone-guess = A guess at the other side

## Edges

shared-problem-solving-stopped = We stop here for now. The board stays. Nothing is decided.
shared-problem-solving-paused = Paused. Back together at { $time }. Nothing has to be decided before then.
shared-problem-solving-you-are-back = You are back. The board is where it was.
shared-problem-solving-skipped = On to the next step. The gate stays.
shared-problem-solving-empty = A blank page is fine. Say it aloud, then go on.
shared-problem-solving-lot = This is a lot right now. Nothing has to be decided today.

## Afterwards

shared-problem-solving-after-act = The first step of the trial, before this time tomorrow
shared-problem-solving-after-calendar = The review day, in your own calendar
shared-problem-solving-after-retreat = Look at the trial in the retreat
shared-problem-solving-after-request = Ask for something else you need here
