### Praise, then something together (practice 12)

praise-plus-together-title = Praise, then something together
praise-plus-together-line = for kind words and half an hour
praise-plus-together-promise = One kind sentence each, then do something side by side.
praise-plus-together-why = Doing something together, a little new at best, tends to bring people closer.
praise-plus-together-source = Studies of shared and new activities, and of thanks that are followed by time together.
praise-plus-together-kept = Only the activity and the line each of you chooses to keep; both of you see those, and nothing records where you went.

praise-plus-together-absent = Begin when you are both here. There is no hurry.
praise-plus-together-praise-1 = Tell { $name } one thing you are glad of.
praise-plus-together-praise-2 = What did { $name } do lately that helped you?
praise-plus-together-praise-3 = What do you like about the way { $name } is?
praise-plus-together-praise-4 = What did { $name } do this week that you saw?
praise-plus-together-one-thing = One thing, and when it was.
praise-plus-together-role-receive = { $name } speaks, you receive
praise-plus-together-cue-take-it = Take it in. You will have your turn.
praise-plus-together-cue-thanks = A thank you is enough.
praise-plus-together-thank-you = Thank you
praise-plus-together-thanked = You said thank you. Take it in.
praise-plus-together-they-thank = { $name } says thank you.
praise-plus-together-take-in = I take that in
praise-plus-together-taken-in = Take it in, as long as you like.
praise-plus-together-they-take-in = { $name } takes that in.

praise-plus-together-which = Which of these now?
praise-plus-together-suits-both = { $name } sees only what suits both.
praise-plus-together-wish-1 = Gladly
praise-plus-together-wish-2 = Fine
praise-plus-together-wish-3 = Not today
praise-plus-together-draw-again = Draw again
praise-plus-together-this-suits = This suits you both.
praise-plus-together-this-one = This one
praise-plus-together-three-others = Three other cards?
praise-plus-together-or-quiet = Or ten quiet minutes.
praise-plus-together-quiet = Quiet minutes

praise-plus-together-see-you = See you at { $time }.
praise-plus-together-rest = The phones rest now.
praise-plus-together-come-back = Come back when you like.
praise-plus-together-we-are-back = We are back

praise-plus-together-moment = A moment from this that you will keep.
praise-plus-together-one-line = One line.
praise-plus-together-moment-label = A moment
praise-plus-together-moment-placeholder = You laughed at the second song.
praise-plus-together-nothing-today = Nothing today
praise-plus-together-kept-lines = Kept.
praise-plus-together-it-happened = It happened. That is enough.
praise-plus-together-once-more = Again some time?
praise-plus-together-again-small = It counts only if you both want it.
praise-plus-together-again-1 = Again some time
praise-plus-together-again-2 = Once was enough
praise-plus-together-again-both = You would both like this again some time.
praise-plus-together-end = That was yours.

praise-plus-together-write = Tell { $name } one thing you are glad of.
praise-plus-together-praise-label = One kind line
praise-plus-together-you-could = And you could both do this.
praise-plus-together-same-hour = Same thing, same hour. Call each other, then put the phones down.
praise-plus-together-here = In one place
praise-plus-together-far = Far apart
praise-plus-together-idea = An idea of your own
praise-plus-together-idea-placeholder = Something small is enough.
praise-plus-together-alone = Some of these are good alone.

praise-plus-together-stopped = We stop here for now. What you did together stays.
praise-plus-together-paused = Paused. Back together at { $time }. Nothing has to be finished.
praise-plus-together-lot = This is a lot right now. You do not have to join in.

praise-plus-together-after-moment = A moment to keep
praise-plus-together-after-memory = For the map
praise-plus-together-after-again = Again some time
praise-plus-together-after-calendar = Into my calendar: the hour you both chose
