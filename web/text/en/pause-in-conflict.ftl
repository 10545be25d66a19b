### Coming back from a pause (practice 7). The words of the pause itself stand in pause.ftl.

pause-in-conflict-title = Pause in conflict
pause-in-conflict-line = for stopping before it hurts
pause-in-conflict-promise = Stop before it hurts. Come back when you can listen.
pause-in-conflict-why = A body in alarm listens badly. Twenty minutes of rest often help.
pause-in-conflict-source = An exercise couple therapists use: an agreed break with a time, then feelings before positions.
pause-in-conflict-kept = What you write in the pause is yours alone. Your words for a feeling or a need are seen only if you show them.

## Coming back

pause-in-conflict-return = Are you ready to come back?
pause-in-conflict-return-small = That is: you can listen for two minutes, without fear.
pause-in-conflict-came-back = You both came back.
pause-in-conflict-came-back-small = First feelings, then needs, then the matter.
pause-in-conflict-i-begin = I begin
pause-in-conflict-you-begin = { $you } begins
pause-in-conflict-they-begin = { $name } begins
pause-in-conflict-words = Is there a word for what it was in you?
pause-in-conflict-words-small = Only you see it until you show it. None is needed.

## Feelings

pause-in-conflict-feel = What did you actually feel in that moment?
pause-in-conflict-feel-small = Not who was right. What you felt.
pause-in-conflict-feelings-1 = What did it feel like inside you?
pause-in-conflict-feelings-2 = When did your body say: too much?
pause-in-conflict-feelings-3 = What was the first hurt, before the anger?
pause-in-conflict-feelings-4 = What were you afraid of in that second?
pause-in-conflict-feelings-5 = What was it like to hear those words?
pause-in-conflict-feelings-6 = What was hardest to bear in it?
pause-in-conflict-they-feel = { $name } says a feeling, you listen
pause-in-conflict-cue-hands = Loosen your hands. Nobody is judging you.
pause-in-conflict-cue-hurt = Listen for the hurt, not for the fault.
pause-in-conflict-cue-differ = You can understand and still see it differently.
pause-in-conflict-show-feeling = Show my words
pause-in-conflict-use-my-words = Use my words
pause-in-conflict-notes = What you wrote in the pause
pause-in-conflict-feel-back = Say back the feeling you heard.
pause-in-conflict-feel-back-small = Leave out the word but.
pause-in-conflict-backs-1 = You felt …
pause-in-conflict-backs-2 = When I …, it was … for you
pause-in-conflict-cue-near = Near enough is enough.
pause-in-conflict-near = Is that near?
pause-in-conflict-near-asked = { $name } listens for whether it is near.
pause-in-conflict-that-is-near = That is near
pause-in-conflict-missing = Say only the missing word.
pause-in-conflict-missing-listen = Listen for the missing word.

## Needs

pause-in-conflict-need = What did you need, under that?
pause-in-conflict-need-small = Name the need, not the person.
pause-in-conflict-need-label = A need
pause-in-conflict-they-need = { $name } says a need, you listen
pause-in-conflict-cue-accusation = A need is not an accusation.
pause-in-conflict-show-need = Show my need
pause-in-conflict-need-back = You needed …
pause-in-conflict-need-back-small = Say back the need you heard.
pause-in-conflict-need-says-back = { $name } says back your need
pause-in-conflict-cue-heard = It does not have to be met now. Only heard.

## One step, or none

pause-in-conflict-proposal = Is there one small step that serves both?
pause-in-conflict-proposal-small = Each of you may write one, or none. They open together.
pause-in-conflict-proposal-table = Say it aloud. It is agreed only when you can both live with it.
pause-in-conflict-step = One small step
pause-in-conflict-step-placeholder = Tomorrow we …
pause-in-conflict-show-step = Show it
pause-in-conflict-no-step = None from me
pause-in-conflict-park = Park it
pause-in-conflict-weigh = How is it for you?
pause-in-conflict-weigh-small = It is agreed only when you can both live with it.
pause-in-conflict-weigh-voice = Say aloud whether you can live with it.
pause-in-conflict-fits-1 = Gladly
pause-in-conflict-fits-2 = I can live with it
pause-in-conflict-fits-3 = Not for me
pause-in-conflict-groups-1 = You would both do it gladly
pause-in-conflict-groups-2 = You can both live with it
pause-in-conflict-groups-3 = No opinion yet
pause-in-conflict-groups-4 = Not now
pause-in-conflict-none = No step today.
pause-in-conflict-none-small = Being heard is enough for now.
pause-in-conflict-agreed = Agreed, for now.
pause-in-conflict-agreed-button = We can both live with it
pause-in-conflict-parked = Parked, for now.
pause-in-conflict-outcome-voice = Say it together: agreed for now, or parked for now.

## The end

pause-in-conflict-remember = Say one thing you want to remember.
pause-in-conflict-share-line = Share a line
pause-in-conflict-shared-line = From the pause
pause-in-conflict-which-line = Which line is for { $name }?
pause-in-conflict-which-line-small = Only what you write here is shown. The rest stays with you.
pause-in-conflict-rest = What should happen with the rest?
pause-in-conflict-left = What should happen with this?
pause-in-conflict-breath = One more breath. Slowly now.
pause-in-conflict-end = The pause is over.

## In own time

pause-in-conflict-own-small = Not who was right. What you felt, and what you needed under it. Both sides open together.
pause-in-conflict-felt = What I felt
pause-in-conflict-needed = What I needed
pause-in-conflict-own-heard = What did you hear?
pause-in-conflict-heard-back = What I heard
pause-in-conflict-own-end = Enough for now. The rest can wait.

## Alone

pause-in-conflict-first-words = My first words

## Edges

pause-in-conflict-stopped = We stop here for now. It can be left for today.
pause-in-conflict-paused = Once more a pause. Back together at { $time }.
pause-in-conflict-bell = Take what you need. Slowly.
pause-in-conflict-lot = This is a lot right now. Go where you feel safe.

## Afterwards

pause-in-conflict-after-revisit = Look at it again in two days
pause-in-conflict-after-act = One small act now
pause-in-conflict-after-retreat = Leave it to the retreat
