### Wishes, after they were said

wishes-yours = { $name }’s wish
wishes-you-said-yes = You said yes
wishes-says-yes = { $name } says yes.
wishes-did = { $name } did this
wishes-changed = { $name } changed it
wishes-for-retreat = For the retreat
wishes-for-retreat-small = It lies on your list until then.
wishes-when = When will it be?
wishes-when-label = When …, then I …
wishes-when-placeholder = When we are home tomorrow, then I …
wishes-keep = Keep
wishes-to-act = Done, changed, or let go
wishes-take-in = I take that in
wishes-reached = That reached me
wishes-sealed = Sealed until you have both written.
wishes-sealed-small = Two stars, one wish. Kept for you.
wishes-ready = Stars and wishes are ready to open.
wishes-gone = It is not here any more.
wishes-read = Read
