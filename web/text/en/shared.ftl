### Words every screen may need

app-name = Attune
you = You
open = Open
close = Close
breath-in = in
breath-out = out
cancel = Cancel
done = Done
back = Back
more = More

nav-places = Places
nav-today = Today
nav-days = Days
nav-practices = Practice
nav-journal = Journal
nav-us = Us
nav-pause = Pause

carried-by-you = You carried this on, for yourself.
carried-use = Use it
carried-use-this = Use it: { $text }
carried-put-down = Put it down
carried-put-down-this = Put it down: { $text }

sync-here = On this phone
sync-here-waiting = { $count ->
    [one] On this phone, one change waits
   *[other] On this phone, { $count } changes wait
  }
sync-connecting = Reaching the server
sync-synced = Up to date
sync-offline = Offline, and all here
sync-offline-waiting = { $count ->
    [one] Offline, one change waits on this phone
   *[other] Offline, { $count } changes wait on this phone
  }
sync-forked = The server shows another list of phones than the one you verified. Nothing more is sent. Your words are on this phone.
sync-not-member = The server does not let this phone in. Your words are on this phone.
sync-version = This phone needs a newer Attune to reach the server. Your words are on this phone.
sync-origin = The server does not know itself under this address. Your words are on this phone; whoever runs the server can add the address.
sync-space-full = The server has no more room for the two of you. New words stay on this phone.
sync-photos-full = The server has no more room for your photos. They stay on this phone; words travel as before.
sync-too-large = One page is too long for the server. It stays on this phone.
sync-unavailable = The server cannot keep anything right now. Your words wait on this phone.
sync-rate-limited = A lot is on its way. The rest follows in a moment.
sync-too-many = The server is busy. Your words wait on this phone.
sync-healed = The server had lost pages. Your phone has put them back.
sync-missing = Something that was written is not on the server. It may come when the other phone connects.
sync-no-room = This phone has no more room, so what came is not on it yet. It is safe, sealed, on the server, and comes by itself once some space is free.
sync-not-kept = This phone could not keep what came. It is safe, sealed, on the server, and is tried again.
sync-fault = The server said something this phone could not read. It tries again; your words are on this phone.

only-me = Only me
us = Us
share = Share

relationship-partner = Partner
relationship-friend = Friend
relationship-family = Family

trouble-full = This phone has no more room. What you typed is still here. Free some space, then press Try again.
trouble-lost = The phone closed its storage. What you typed is still here. Try again, or open Attune anew.
trouble-refused = This browser does not keep what Attune writes. Open it outside private browsing, or in another browser.
trouble-newer = A newer Attune has been open on this phone. Open that one; nothing is lost.
trouble-unknown = Something did not work. What you wrote is on this phone.
try-again = Try again
open-anew = Open anew

update-ready = A newer Attune is ready.
update-now = Open it
field-full = That is all that fits here.

## In a calendar outside: what everybody may read

calendar-half-hour = Half an hour
calendar-day = A plan
