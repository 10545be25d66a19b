### Self-empathy inventory (practice 9), and the place where its pages are found again

self-empathy-inventory-title = Self-empathy inventory
self-empathy-inventory-line = for hearing yourself first
self-empathy-inventory-promise = Hear yourself first. Nobody else is here.
self-empathy-inventory-why = When you know what you feel and need, it is easier to say it without blame.
self-empathy-inventory-source = A writing exercise from counselling: what I felt, what I needed, what would have helped.
self-empathy-inventory-kept = Only you. It is sealed in your own space, and nobody else sees a trace of it.

self-empathy-inventory-written = On a page
self-empathy-inventory-cards = Cards only, nothing kept
self-empathy-inventory-in-head = Answer in your head.
self-empathy-inventory-arrive = Nobody else is here. One slow breath.

self-empathy-inventory-felt-1 = What did you feel today?
self-empathy-inventory-felt-2 = Which feeling stayed longest?
self-empathy-inventory-felt-3 = What did you feel and not show?
self-empathy-inventory-felt-4 = Where is today still in your body?
self-empathy-inventory-felt-5 = Which feeling came first, before that one?
self-empathy-inventory-felt-6 = What felt right, for a moment?
self-empathy-inventory-felt-small = Up to three words. Cannot tell yet is a true answer.
self-empathy-inventory-cannot-tell = Cannot tell yet
self-empathy-inventory-line-about = A line about it?
self-empathy-inventory-line-placeholder = When …, I felt …

self-empathy-inventory-need-1 = What did you need, and have too little of?
self-empathy-inventory-need-2 = What was missing in that hour?
self-empathy-inventory-need-3 = What were you reaching for?
self-empathy-inventory-need-4 = Which need was met today?
self-empathy-inventory-need-small = One or two, or your own.
self-empathy-inventory-need-own = In my own word
self-empathy-inventory-need-placeholder = A word of mine
self-empathy-inventory-not-known = I do not know yet

self-empathy-inventory-helped-1 = What would have helped?
self-empathy-inventory-helped-2 = Who or what could have made it lighter?
self-empathy-inventory-helped-3 = What would you do for a friend in this?
self-empathy-inventory-helped-4 = What would help now, in the next hour?
self-empathy-inventory-helped-placeholder = It would have helped if …
self-empathy-inventory-nothing-comes = Nothing comes

self-empathy-inventory-kind = One kind sentence to yourself?
self-empathy-inventory-kind-small = As you would say it to someone dear.
self-empathy-inventory-kind-placeholder = It makes sense that you …
self-empathy-inventory-stem-1 = It makes sense that you …
self-empathy-inventory-stem-2 = You are allowed to …
self-empathy-inventory-stem-3 = Today you carried …
self-empathy-inventory-stem-4 = For now it is enough to …
self-empathy-inventory-to-yourself = To yourself

self-empathy-inventory-what-now = What should happen with this?
self-empathy-inventory-listened = You have listened to yourself.
self-empathy-inventory-keep = Keep it here
self-empathy-inventory-take = Take a line on
self-empathy-inventory-erase = Erase it

self-empathy-inventory-to-request = Make one line into a request
self-empathy-inventory-to-check-in = Say one line in tomorrow’s check-in
self-empathy-inventory-to-retreat = Take one line to the retreat
self-empathy-inventory-to-breathe = Breathe for two minutes

self-empathy-inventory-stopped = Stopped. What you wrote is here, or erased, as you choose.
self-empathy-inventory-paused = Paused. Your page waits on this phone.
self-empathy-inventory-bell = Take what you need. This time is yours.
self-empathy-inventory-back = Welcome back. Your page is here.
self-empathy-inventory-skipped = On to the next card.
self-empathy-inventory-empty = An empty page is a page too.
self-empathy-inventory-lot = This is a lot right now. You do not have to write it.
