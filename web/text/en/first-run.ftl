### The first minutes: welcome, what the server sees, putting Attune on the home screen

welcome-title = Two skies, one horizon.
welcome-body = A quiet place for the two of you. What you write stays on your phones, sealed so that only you two can read it.
welcome-begin = Begin with someone
welcome-join = I have a link or a code
welcome-alone = Look around alone first
welcome-server = What the server sees
welcome-insecure-title = This address cannot keep a secret.
welcome-insecure-body = Attune seals everything on your phone, and browsers allow that only at a secure address, one that begins with https. Nothing was stored.
welcome-insecure-what = Open Attune at its https address. Whoever runs it can read in the guide how to give it one: for phones at home, “make phones” does it.

install-first-title = Put Attune on your home screen first.
install-first-body = Browsers may clear what a tab has stored.
install-first-ios = On an iPhone, a tab loses what it stored after a week without a visit. On the home screen it stays.
install-how = Show me how
install-title = Put Attune on your home screen
install-ios-1 = Tap the Share button of Safari, the square with an arrow.
install-ios-2 = Choose “Add to Home Screen”, then “Add”.
install-ios-3 = Open Attune from the home screen, and begin there. What a tab knows does not come along.
install-android-1 = Open the menu of the browser, the three dots.
install-android-2 = Choose “Add to home screen” or “Install app”.
install-android-3 = Open Attune from the home screen.
install-desktop-1 = Look for the small screen with an arrow in the address bar, or open the browser’s menu.
install-desktop-2 = Choose “Install Attune”.
install-on-ios = iPhone and iPad
install-on-android = Android
install-on-desktop = Computer
install-now = Install now
install-done = Attune is on your home screen.

name-prompt = What may they call you?
name-small = A first name or a nickname. You can change it later.
name-label = Your name
name-missing = A name or a nickname is needed. One letter is enough.
alone-start = Look around

server-title = What the server sees
server-intro = A small server passes your pages from phone to phone. It cannot open them.
server-sees = It sees
server-sees-1 = your phones’ network addresses, and when they connect
server-sees-2 = how many phones you two have, and when each joined
server-sees-3 = which phone sends something, how often, and roughly how large it is: a photo is larger than words
server-cannot = It cannot see
server-cannot-1 = names, words, skies, photos, or what a page is about
server-cannot-2 = what you keep for yourself, and what you share
server-cannot-3 = what belongs together, or what answers what
server-honest = Said honestly
server-honest-1 = It could delay or hold back pages. Your phones notice when something is missing.
server-honest-2 = It also hands out this app. Your two phones compare which version they run; you see the result under Us.
server-honest-3 = Whoever holds your unlocked phone can read what you can read.
