### Two phones become a pair

invite-title = Invite
invite-relationship-prompt = Who are they to you?
invite-relationship-small = Both of you choose. It changes a few words, nothing else.
invite-make = Show the code
invite-scan-prompt = Let them scan this.
invite-scan-small = It works once, for ten minutes.
invite-qr-label = A code for the other phone’s camera
invite-link-prompt = Send them this link.
invite-link-small = It works once, until { $time }. Send it where only they read.
invite-use-link = Send a link instead
invite-use-qr = Show a code instead
invite-share = Send the link
invite-copy = Copy the link
invite-copied = The link is copied.
invite-share-text = Come to our place in Attune
invite-waiting = Waiting for the other phone. You can close this; the link goes on working.
invite-unreached = The server is not reached. This goes on by itself when it is.
invite-cancel = Stop inviting

join-title = Join
join-paste-prompt = Open the link they sent you.
join-paste-small = Paste it here, or scan the code on their phone.
join-paste-label = Link
join-paste-placeholder = https://
join-scan = Scan their code
join-go = Go on
join-scanning = Hold the code in front of the camera.
join-scan-stop = Stop scanning
join-camera-refused = The camera is not allowed here. Paste the link instead; they can send it to you.
join-camera-none = There is no camera here. Paste the link instead; they can send it to you.
join-who-prompt = What may they call you?
join-meeting = The phones are finding each other.
join-meeting-small = Both phones need to be open. The other one shows the code or the link.
join-in-app = If Attune is on your home screen, open it there and paste the link: the browser and the app do not share what they store.
join-copy-link = Copy the link

compare-title = Is this { $name }, beside you?
compare-small = Say the four words aloud to each other. If they match, nobody sits between your phones.
compare-private = What you keep private stays out of { $name }’s sight.
compare-keys = Each of you has your own key and your own lock.
compare-leave = Either of you may leave at any time, alone.
compare-same = Yes, the same four
compare-different = Not the same
compare-pictures = Four pictures
compare-waiting = Waiting for { $name } to say the same.
compare-waiting-small = Both of you press yes.

paired-title = You and { $name }
paired-body = This place is yours now. Nobody else can open it.
paired-go = Go to today

ended-expired = This link is over. Links live for a while only. Ask for a new one; nothing else is lost. If a new one is over at once, the clock of one of your phones is wrong.
ended-used = Somebody has used this link already. If it was not you, make a new one together.
ended-wrong = This is not a link to Attune. Look for one that begins with this address and has #j in it.
ended-tampered = A part of this link is missing or changed. Copy the whole link, or ask for a new one.
ended-self = This is your own link. Send it to the other person; their phone opens it.
ended-other-server = This link belongs to another Attune, at { $origin }. Open it there.
ended-version = This link needs a newer Attune. Open Attune anew, then try again.
ended-different = The pictures were not the same, so nothing was joined. Try again side by side. If it happens again, somebody may be between your phones.
ended-they-different = The other phone says the pictures were not the same. Nothing was joined. Try again side by side.
ended-cancelled = Stopped. Nothing was joined.
ended-they-cancelled = The other phone stopped. Nothing was joined.
ended-refused = The phones could not agree on their keys, so nothing was joined. Try again with a new link.
ended-again = Make a new link
ended-close = Close
ended-try-link = Try another link
