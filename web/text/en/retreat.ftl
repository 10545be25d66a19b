### Between retreats: what one gathers, the change of the week, when both meet again

retreat-title = For the retreat
retreat-bring = What would you like to bring?
retreat-only-you = Only you, until you raise it. Nothing shows { $name } that something lies here.
retreat-only-you-alone = Only you, on this phone
retreat-kind = What kind of line
retreat-keep = Keep
retreat-let-go = Let it go
retreat-gathered = From your week
retreat-carried = Carried here
retreat-begin = To the half hour
retreat-pick-up = Pick up where you are. Nothing has piled up.

retreat-change = This week’s one change
retreat-until = until { $day }
retreat-look-together = Look at it together.
retreat-who-when = { $who }, { $when }
retreat-stuck = This one does not help you yet.
retreat-stuck-small = Another way, or someone from outside.
retreat-us-and-this = Us and this
retreat-earlier = What you agreed
retreat-since = since { $date }

retreat-threads = Open threads
retreat-thread-mine = parked by you
retreat-thread-theirs = parked by { $name }
retreat-thread-trial = look again
retreat-thread-look-again = look again at your board

retreat-when = When do you meet?
retreat-when-small = It stands when you have both said yes.
retreat-when-agreed = { $time }
retreat-when-mine = You suggest { $time }. It stands when { $name } says yes.
retreat-when-theirs = { $name } suggests { $time }.
retreat-yes = Yes
retreat-other-time = Choose a time
retreat-day = Day
retreat-time = Time
retreat-propose = Suggest it
retreat-take-back = Take it back
retreat-into-calendar = Into my calendar
retreat-kept-lines = You kept some lines for { $day }.
retreat-look = Look
retreat-later = Later
retreat-half-hour = Half an hour for the two of you, { $time }
retreat-proposed = { $name } suggests { $time }
