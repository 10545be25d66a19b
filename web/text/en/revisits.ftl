### Pages and tries of the growth revisit, and the question for somebody outside

revisits-title = Looked at again
revisits-only-you = The pages stay with you. Nobody else reads them.
revisits-none = No page yet. One can come some days after a hard moment.
revisits-new = Look at a moment again
revisits-pages = Your pages
revisits-page-empty = A page without words
revisits-camera = What happened
revisits-felt = What you felt
revisits-needs = What you needed
revisits-theirs = What { $name } may have felt
revisits-friend = As a fair friend tells it
revisits-differently = What could be done
revisits-try = A try
revisits-erase = Erase this page
revisits-erase-sure = Erase it? Nobody can bring it back.
revisits-gone = It is not here any more.

revisits-tries = Your tries
revisits-helped = Tries that helped
revisits-from = { $name } wants to try
revisits-your-try = Your try
revisits-how-was-it = How was it?
revisits-it-helped = It helped
revisits-not-this-time = Not this time
revisits-change = Change it
revisits-stay-or-go = It can stay, or go.
revisits-keep-it = Keep it
revisits-let-go = Let it go
revisits-seen = { $name } has seen this. It will show as taken back.
revisits-kept-for-next = Kept for the next time.
revisits-share-try = Share my try
revisits-shown = { $name } has it to read
revisits-take-in = I take that in
revisits-taken = { $name } took it in
revisits-taken-mine = You took it in

revisits-offer = Some days ago you paused. Look at it again, with distance?
revisits-later = Later
revisits-leave = Leave it

revisits-together = Read together
revisits-ready = Ready when you both are.
revisits-together-small = Only the last two pages are ever read. It begins when { $name } says so too.
revisits-let-know = Let { $name } know
revisits-known = { $name } finds one card: that you would read a page. No word of it.
revisits-take-ask-back = Take it back
revisits-begin = Begin on two phones
revisits-ask = { $name } would read a page with you. There is no hurry.
revisits-not-this-one = Not this one

revisits-friend-title = A question for somebody outside
revisits-friend-small = It holds no name and nothing you wrote.
revisits-friend-question = I would like to learn something about myself. When I disagree with someone close to me, what do you see me do that helps? What do you see me do that makes it harder? One example of each is enough. Nothing about the other person, please.
revisits-print = Print
revisits-copy = Copy the text
revisits-copied = Copied
revisits-not-now = Not now
