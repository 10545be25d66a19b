### Us and settings

settings-title = Us
settings-you = You
settings-your-name = Your name
settings-save = Save
settings-saved = Saved on this phone.
settings-relationship = { $name } is to me
settings-together = The two of you
settings-with = You and { $name }
settings-since = since { $date }
settings-earlier = Earlier places
settings-earlier-small = Still readable here
settings-use = Open this one
settings-invite = Begin with someone
settings-pair-again = Pair again
settings-pair-again-small = After a lost phone: this makes a new place for you two. The old one stays readable here.

settings-this-phone = This phone
settings-sync = Where your words are
settings-storage = Does the browser keep it?
settings-storage-yes = Yes, it promised to keep what Attune stores.
settings-storage-no = Not promised. It may clear it when space runs out.
settings-storage-unknown = This browser does not say.
settings-storage-ask = Ask it to keep everything
settings-storage-refused = The browser said no. On the home screen it is kept longer.
settings-storage-used = { $size } used here
settings-install = Put Attune on the home screen
settings-installed = Attune is on the home screen.
settings-key = The keys of this phone
settings-key-held = kept by the browser, and cannot be copied out
settings-key-raw = kept as plain bytes: this browser holds no keys of its own

settings-way = How it feels
settings-theme = Light or dark
settings-theme-system = As the phone
settings-theme-light = Light
settings-theme-dark = Dark
settings-sound = Sounds
settings-sound-small = one wooden tone, one low bell
settings-vibration = Short buzzes
settings-vibration-small = where the phone can
settings-timers = Length of turns
settings-timers-short = Short
settings-timers-usual = Usual
settings-timers-long = Long
settings-timers-none = No timer
settings-eyes = Reminders to look at each other
settings-eyes-small = off: “look where you like”
settings-kind-words = A kind word in a pause
settings-kind-words-small = In a pause this phone asks whether one from the jar would help. Only you see it.
settings-stone-a-month = A stone of your way, once a month
settings-stone-a-month-small = A memory to read again, offered on Today.
settings-stone-first = A stone before a hard talk
settings-stone-first-small = Asks whether you want to read one first.

settings-who-reads = Who can read what
settings-who-me = Only me: you, on this phone.
settings-who-us = Us: you and { $name }, on your two phones.
settings-who-server = The server: nothing. It sees when and roughly how much.
settings-who-more = What the server sees

settings-copy = Save a readable copy
settings-copy-small = One page and one data file with all that you can read here, and the photos that are on this phone. They are not sealed: keep them where only you look.
settings-copy-done = The copy is made.
copy-title = What I wrote in Attune
copy-note = Saved on { $date }. This file is not sealed: whoever has it can read it.
copy-days = Daily check-ins
copy-pages = Journal
copy-mine = You
copy-sessions = Practices
copy-carried = Carried on, for yourself
copy-cards = Cards of your own
copy-pauses = Pauses
copy-wish = What you wished to hear
copy-asked = What would help
copy-heard = What was heard
copy-answer = The answer
copy-version = Another way
copy-if-then = When …, then
copy-signal = The words for a pause
copy-pause-until = A pause until { $time }
copy-photo-away = A photo that has not come to this phone. It is on { $name }’s.
copy-photo-mine-away = A photo of yours that is not on this phone any more.

settings-about = About
settings-release = Version
settings-release-same = { $name }’s phone runs the same version.
settings-release-other = { $name }’s phone runs another version. After both have updated they should be the same. If they stay different, ask whoever runs the server.
settings-release-unknown = { $name }’s phone has not said which version it runs.
settings-licence = Free software, MIT licence

settings-erase = Erase this phone’s Attune
settings-erase-title = Erase everything here?
settings-erase-what = These are lost for good:
settings-erase-me = every page that only you can read
settings-erase-us = this phone’s copy of what you two share
settings-erase-keys = the keys of this phone: without them nothing here can be opened again, not even from the server
settings-erase-stays = { $name }’s phone keeps its own copy. It is not told.
settings-erase-waiting = { $count ->
    [one] One change has not reached the server, and { $name } will never see it.
   *[other] { $count } changes have not reached the server, and { $name } will never see them.
  }
settings-erase-copy = Save a readable copy first
settings-erase-yes = Erase everything here
settings-erase-no = Keep everything
