### Physical synchrony (practice 17)

physical-synchrony-title = Physical synchrony
physical-synchrony-line-in-list = for breathing, walking, stretching
physical-synchrony-promise = Breathe or move in one rhythm, with no need to talk.
physical-synchrony-why = Slow breathing settles most bodies, and moving in one rhythm tends to make people feel nearer.
physical-synchrony-source = Slow breathing, and studies of people who move in step.
physical-synchrony-kept = Only that it took place, and the line you choose to share. How you felt before and after stays with you.

physical-synchrony-breathe = Breathe
physical-synchrony-walk = Walk
physical-synchrony-stretch = Stretch
physical-synchrony-talk = Sit and talk

## Touch, each on their own phone

physical-synchrony-touch = Touch today?
physical-synchrony-touch-small = The smaller wish holds for both. It can be guessed from the result, so now and then Attune itself chooses less.
physical-synchrony-touch-table = Turn the phone to you alone. Touch today?
physical-synchrony-touch-1 = Yes
physical-synchrony-touch-2 = Side by side
physical-synchrony-touch-3 = Not today
physical-synchrony-without = Go on without
physical-synchrony-result-1 = { $kind ->
    [friend] Touch is welcome. A hand on the shoulder, perhaps.
   *[other] Touch is welcome. Hands, or shoulder to shoulder.
}
physical-synchrony-result-2 = Side by side, with a little room.
physical-synchrony-result-3 = Each with your own breath. Together in time.
physical-synchrony-less = Less is always possible.

## How calm, for oneself

physical-synchrony-before = How much calm is in you now?
physical-synchrony-now = How much calm now?
physical-synchrony-now-small = There is no right answer.
physical-synchrony-calm-1 = none yet
physical-synchrony-calm-2 = a little
physical-synchrony-calm-3 = some
physical-synchrony-calm-4 = quite a lot
physical-synchrony-calm-5 = full

## Breathing

physical-synchrony-settle-1 = Sit so that your back can rest.
physical-synchrony-settle-2 = Find a place for your hands.
physical-synchrony-settle-3 = Let your weight sink into the chair.
physical-synchrony-settle-4 = Loosen the jaw. Lower the shoulders.
physical-synchrony-comfort = Stop if you feel dizzy, or if anything hurts. Eyes may stay open.
physical-synchrony-dizzy = If you feel dizzy, or if anything hurts, stop and rest.
physical-synchrony-cue-start = Breathe along. In, and out.
physical-synchrony-cue-longer = Let the breath out be soft to its end.
physical-synchrony-cue-hear = Hear the other breath, or the room.
physical-synchrony-cue-nothing = Nothing to do. Nothing to get right.
physical-synchrony-cue-join = If you lost the rhythm, join at the next breath.
physical-synchrony-slower = Slower
physical-synchrony-quicker = Quicker
physical-synchrony-lead = Lead by sound
physical-synchrony-not-well = Not well
physical-synchrony-close-breath = Close the breath

## Stretching

physical-synchrony-stretch-small = Standing or sitting. Go only as far as it feels good.
physical-synchrony-stretch-1 = Reach up. Then let the arms float down.
physical-synchrony-stretch-2 = Roll the shoulders back, slowly, five times.
physical-synchrony-stretch-3 = One ear towards the shoulder. Breathe. Other side.
physical-synchrony-stretch-4 = Hands on the ribs. Feel them widen.
physical-synchrony-stretch-5 = Lean to one side, arm over the head. Other side.
physical-synchrony-stretch-6 = Round the back like a shell. Then open the chest.
physical-synchrony-stretch-7 = Turn to look behind you. Other side.
physical-synchrony-stretch-8 = Fold forward over your knees. Let the head hang.
physical-synchrony-stretch-9 = Circle the wrists, then the ankles.
physical-synchrony-stretch-10 = Shake out hands and feet, loosely.
physical-synchrony-stretch-11 = Your back to a wall. Breathe.
physical-synchrony-stretch-12 = Both feet on the ground. Look at one thing for a while.
physical-synchrony-back-to-back = Back to back, or back to a wall. Breathe.
physical-synchrony-slow-up = Come up slowly.
physical-synchrony-same-thing = The other person, or the window.

## Walking

physical-synchrony-walk-small = Your own pace and rhythm, on foot or on wheels. No destination is needed. A bell says when it is half.
physical-synchrony-walk-pace = At the pace of the slower one. Phones in the pocket.
physical-synchrony-walk-see = Say one thing you see. Then { $name }.
physical-synchrony-walk-quiet = For a while, no talking. Hear the steps.
physical-synchrony-walk-rhythm = Find one rhythm of steps. Then let it go.
physical-synchrony-walk-turn = Turn round when you like.
physical-synchrony-walk-turned = We have turned round
physical-synchrony-walk-turned-alone = I am back
physical-synchrony-walk-lighter = What is lighter than an hour ago?
physical-synchrony-walk-door = We are at the door
physical-synchrony-walk-still = Stand still for three breaths.
physical-synchrony-walk-here = You are here.
physical-synchrony-alone-pace = Slowly enough to look around.
physical-synchrony-alone-see = Look for one thing you have not seen before.

## Sitting and talking

physical-synchrony-body = What does your body ask for today?
physical-synchrony-body-label = My body asks for
physical-synchrony-tomorrow = What would do your body good tomorrow? One sentence each.
physical-synchrony-cue-shoulders = Listen with your shoulders low.
physical-synchrony-cue-solve = Nothing to solve.

## After

physical-synchrony-seems = How does { $name } seem to you now?
physical-synchrony-seems-small = One line, then one kind word. Quiet is fine too.
physical-synchrony-cue-fits = It may fit, or not. Both are fine.
physical-synchrony-keep-line = Write down your line for { $name }?
physical-synchrony-mood = One line
physical-synchrony-mood-placeholder = You look softer around the eyes.
physical-synchrony-end = Stay as long as you like.
physical-synchrony-quieter = What is quieter now?

## In own time

physical-synchrony-when = When would suit you, each where you are?
physical-synchrony-when-small = The time stands on both phones. Whoever comes later joins in.
physical-synchrony-hour = The time
physical-synchrony-hour-placeholder = Half past nine this evening
physical-synchrony-agree = { $name } suggests a time. Does it suit you?
physical-synchrony-other-hour = Or a better one
physical-synchrony-apart-breathe = Each where you are. One shape, one clock.
physical-synchrony-apart-walk = Walk where you are, at your own pace.
physical-synchrony-apart-stretch = Stretch where you are, slowly, only as far as it feels good.
physical-synchrony-apart-talk = Sit where you are. What does your body ask for today?
physical-synchrony-through = I have had it
physical-synchrony-no-hurry = Take as long as it takes.
physical-synchrony-line = One line for { $name }?
physical-synchrony-line-small = Both lines open when you are both through.
physical-synchrony-line-placeholder = It was quiet here, and then it rained.
physical-synchrony-no-line = No line
physical-synchrony-apart-end = Apart, and in one rhythm.

## Edges

physical-synchrony-stopped = We stop here for now. Stay as long as you like.
physical-synchrony-paused = Paused. Back together at { $time }. Let your breath find its own way.
physical-synchrony-back = You are back. Join at the next breath.
physical-synchrony-empty = Quiet is fine.
physical-synchrony-lot = Breathe as your body likes. Open your eyes, sit down, drink some water.
physical-synchrony-after-act = A small act for { $name }’s body: tea, a blanket, quiet
physical-synchrony-after-moment = A moment to keep

physical-synchrony-slot = Tie it to something that happens anyway?
physical-synchrony-slot-small = A quiet card, no sound.
physical-synchrony-slot-1 = After dinner
physical-synchrony-slot-2 = Before sleep
physical-synchrony-slot-3 = After work
physical-synchrony-slot-4 = On Sunday
physical-synchrony-slot-5 = No
