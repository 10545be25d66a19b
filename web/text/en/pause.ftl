### A pause, from the call to the return. Buttons and lines it shares with a session stand in live.ftl and practice.ftl.

## The words agreed in a calm hour

pause-signal = Which words will mean: pause?
pause-signal-placeholder = Words you both know
pause-signal-idea-1 = I need a pause.
pause-signal-idea-2 = Time for a break.
pause-signal-idea-3 = Stop for now. I will be back.
pause-signal-idea-4 = A hand sign
pause-signal-agree = A pause is a break with a time. Either of you may call it.
pause-signal-yes = We both agree
pause-signal-waiting = It stands when { $name } has agreed too.

## Calling it

pause-call = Let us stop here for now.
pause-call-small = You do not have to say why.
pause-call-when = When will you both come back?
pause-in-minutes = { $minutes } min
pause-in-an-hour = 1 hour
pause-tomorrow = Tomorrow by { $time }
pause-call-aloud = Say it aloud too: I am coming back.
pause-call-signal = Your words for it: { $signal }
pause-until = Pause until { $time }

## On the other phone, and between the phones

pause-show = Show this, or say it: I will be back at { $time }.
pause-carries-nothing = Until then Attune carries nothing between you.
pause-reader = Paused until { $time }.
pause-still = You are back. The time is still { $time }.

## During it, each alone

pause-breathe-in = breathe in
pause-breathe-out = breathe out
pause-walk = Walk
pause-walk-line = Look far away.
pause-music = Music
pause-music-line = Something slow, without words.
pause-sit = Just sit
pause-write = Write
pause-write-prompt = What is it like in you?
pause-write-small = Nobody else sees this.
pause-feeling = A feeling
pause-feeling-placeholder = In me it is …
pause-body = Where you feel it
pause-need = What you need
pause-note-placeholder = Not for sending
pause-nothing-written = Nothing written. Rest is enough.
pause-cue-show = Something that may help
pause-cue-1 = Long breath out. Longer than in.
pause-cue-2 = Feel both feet. Name five things you see.
pause-cue-3 = Is your mind preparing a speech? Let it rest.
pause-cue-4 = One hand on your chest. Feel it rise.
pause-cue-5 = Move until the heat is less. Then walk slower.
pause-cue-6 = Sit. The floor carries you.
pause-cue-7 = Loosen your jaw and forehead.
pause-cue-8 = Look at one still thing.
pause-cue-9 = This feeling rises, and it falls.

## A little longer, once each

pause-longer-when = A new time?
pause-longer-set = Set it
pause-back-together = Back together at
pause-longer-used = The time stands at { $time }. You can also leave it for today.

## The time to come back

pause-return = It is { $time }. Are you ready to come back?
pause-not-yet = Not yet
pause-ready-alone = You are ready. It goes on when you both are, and nothing says who waits.
pause-return-aloud = At { $time }, knock or call: I am ready.
pause-parked = Not today. The matter is parked, not lost.
pause-passed = The time has passed. You can take it up again, or leave it.
pause-take-up = Take it up
pause-leave = Leave it

## Your own notes of the pause

pause-notes = What should happen with these?
pause-notes-before = What you wrote in the last pause

## Alone with it

pause-alone = What would you like to say first?

## Help, on this phone only

pause-twice = Two pauses in a day. A talk with someone outside can help.
pause-outside = Someone outside
pause-afraid = You do not have to come back to a talk. Your safety comes first.
pause-family = Come back calm. The younger one chooses when to speak.
pause-leave-today = Leave it for today
