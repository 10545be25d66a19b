### Nonverbal attunement (practice 5)

nonverbal-attunement-title = Nonverbal attunement
nonverbal-attunement-line = for what is said without words
nonverbal-attunement-promise = Notice each other beyond the words.
nonverbal-attunement-why = Being noticed kindly, without words, helps a person feel less alone.
nonverbal-attunement-source = An exercise from therapy training: watch before you interpret, then say one thing you saw.
nonverbal-attunement-kept = One noticing each, if you write it. Whether it was right is said only by the one who was seen.

nonverbal-attunement-absent = Begin when you are both here. Notice your own breath while you wait.

## Before, each alone

nonverbal-attunement-rule = Say what you notice, not what it means.
nonverbal-attunement-rule-small = It proves nothing.
nonverbal-attunement-sense = How do you notice best?
nonverbal-attunement-sense-1 = By sight
nonverbal-attunement-sense-2 = By voice
nonverbal-attunement-spare = May these be noticed today?
nonverbal-attunement-spare-small = A no from either of you leaves it out for both. It can be guessed whose it was, but it is not said. Nothing marked is fine.
nonverbal-attunement-place-1 = Eyes
nonverbal-attunement-place-2 = Face
nonverbal-attunement-place-3 = Hands
nonverbal-attunement-place-4 = Breath
nonverbal-attunement-place-5 = Posture
nonverbal-attunement-place-6 = Voice
nonverbal-attunement-look-1 = Yes
nonverbal-attunement-look-2 = Sometimes
nonverbal-attunement-look-3 = No
nonverbal-attunement-spare-aloud = Ask each other: is there something I should not look at?
nonverbal-attunement-spare-aloud-small = A no needs no reason.

## One tells, the other notices

nonverbal-attunement-ordinary-1 = Tell something ordinary from today.
nonverbal-attunement-ordinary-2 = Tell how you got here today.
nonverbal-attunement-ordinary-3 = Describe a room you were in today.
nonverbal-attunement-ordinary-4 = Tell about something you ate and where.
nonverbal-attunement-ordinary-5 = Tell about someone you saw in passing.
nonverbal-attunement-ordinary-6 = Describe a small thing you repaired or lost.
nonverbal-attunement-tell-small = Look where you like.
nonverbal-attunement-role-notices = { $name } tells, you notice
nonverbal-attunement-cue-only = Only notice. There is nothing to answer.
nonverbal-attunement-sight-1 = Breath. Slow or quick?
nonverbal-attunement-sight-2 = Jaw and mouth. Loose or held?
nonverbal-attunement-sight-3 = Shoulders. High or low?
nonverbal-attunement-sight-4 = Hands. Still, open, busy?
nonverbal-attunement-sight-5 = Pace. Where does it change?
nonverbal-attunement-sight-6 = Eyes. Where do they rest?
nonverbal-attunement-voice-1 = Pitch. Higher or lower?
nonverbal-attunement-voice-2 = Volume. Nearer or further?
nonverbal-attunement-voice-3 = Speed. Where does it change?
nonverbal-attunement-voice-4 = Pauses. Long or short?
nonverbal-attunement-voice-5 = Breath. Can you hear it?
nonverbal-attunement-voice-6 = Warmth. Where does it come in?
nonverbal-attunement-be-there = Only be there.
nonverbal-attunement-all = All of them
nonverbal-attunement-face-down = Lay the phone face down now.

## One noticing, one opening

nonverbal-attunement-role-says = { $name } says what was noticed
nonverbal-attunement-notice = Say one thing you noticed.
nonverbal-attunement-stem-1 = When you spoke of …, I saw your …
nonverbal-attunement-stem-2 = Your voice became …
nonverbal-attunement-stem-3 = Nothing to name. I was here with you.
nonverbal-attunement-opening-1 = Then say: I am here.
nonverbal-attunement-opening-2 = Then say: take your time.
nonverbal-attunement-opening-3 = Then say: I would like to know more, if you want.
nonverbal-attunement-opening-4 = Then say: you do not have to explain.
nonverbal-attunement-opening-5 = Then say: I stay with you for this.
nonverbal-attunement-cue-you-decide = It may be right or not. You decide.
nonverbal-attunement-role-answers = { $name } answers or passes
nonverbal-attunement-fits = Does that fit?
nonverbal-attunement-fits-small = Say it, or let it be. What you tap is yours unless you share it.
nonverbal-attunement-fits-aloud = It fits, a little, not for me. Or let it be.
nonverbal-attunement-fits-1 = It fits
nonverbal-attunement-fits-2 = A little
nonverbal-attunement-fits-3 = Not for me
nonverbal-attunement-cue-thank-you = Whatever the answer, thank you is enough.
nonverbal-attunement-swap = Change places.

## Together

nonverbal-attunement-together-1 = Breathe in, breathe out, side by side.
nonverbal-attunement-together-2 = Let your shoulders drop together.
nonverbal-attunement-together-3 = Rest your hands, both of you.
nonverbal-attunement-together-4 = Sit as if there were time.
nonverbal-attunement-dizzy = If you feel dizzy, breathe as you usually do.
nonverbal-attunement-mirror-instead = Follow each other’s posture instead
nonverbal-attunement-mirror = Let your posture follow, gently.
nonverbal-attunement-mirror-small = First one moves a little, then the other.
nonverbal-attunement-done = We are done

## What is kept

nonverbal-attunement-write = Write your noticing?
nonverbal-attunement-noticing = Noticed
nonverbal-attunement-noticing-placeholder = When you spoke of …, I saw …
nonverbal-attunement-landed = Of what you noticed
nonverbal-attunement-write-sign = A sign you would like { $name } to know?
nonverbal-attunement-sign = A sign about me
nonverbal-attunement-sign-placeholder = When I go quiet, I need …
nonverbal-attunement-end = You have noticed each other.

## In own time

nonverbal-attunement-signs = Write up to three signs about yourself.
nonverbal-attunement-signs-small = What can be seen or heard, and what it asks for.
nonverbal-attunement-signs-read = Signs { $name } wants you to know.
nonverbal-attunement-reply = One line back
nonverbal-attunement-reply-placeholder = Thank you. I did not know …
nonverbal-attunement-thank-you = Thank you
nonverbal-attunement-signs-end = These signs are known now.

## Alone

nonverbal-attunement-self = Notice your own breath, jaw, shoulders, hands.
nonverbal-attunement-self-small = One after the other. Nothing has to change.
nonverbal-attunement-asking = What might they be asking for?
nonverbal-attunement-asking-label = They ask for

## Edges

nonverbal-attunement-stopped = We stop here for now. Looking away is allowed.
nonverbal-attunement-paused = Paused. Back together at { $time }. Nobody is being watched.
nonverbal-attunement-bell = Finish in your own time.
nonverbal-attunement-back = You are back. Look up when you are ready.
nonverbal-attunement-empty = Not written. It can stay between you.
nonverbal-attunement-lot = This is a lot right now. Close your eyes if that is easier.
nonverbal-attunement-after-sign = Write a sign about me
nonverbal-attunement-after-breathe = Breathe together a little longer
nonverbal-attunement-after-act = One small act
