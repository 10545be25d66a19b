### Moments: small good things, written down

moments-title = Moments
moments-none = A blank page, and time.
moments-write = Write
moments-prompt-1 = A moment with { $name } that you want to keep.
moments-prompt-2 = A gesture of { $name } that you noticed.
moments-prompt-3 = A tone of voice that did you good.
moments-prompt-4 = Something ordinary that felt like home.
moments-prompt-5 = A moment when you laughed together.
moments-prompt-6 = A moment when { $name } was simply there.
moments-prompt-alone = A moment that you want to keep.
moments-prompt-small = A look, a tone, a hand. It need not be a perfect day.
moments-other-prompt = Another prompt
moments-page-title = A title
moments-page-title-placeholder = The ferry
moments-page = The page
moments-page-placeholder = Where were you? What did you hear?
moments-for-whom = Who is this page for?
moments-for-sealed = Us, sealed
moments-for-open = Us, open
moments-only-me-small = Stays with you.
moments-sealed-small = Opens when you read together. { $name } sees the title and that a page is sealed, not its words.
moments-open-small = { $name } can read it now.
moments-was-read = { $name } may have read it. A mark stays that something was here.
moments-keep = Keep
moments-keep-draft = Keep as draft
moments-draft = A draft

moments-untitled = A page without a title
moments-wrote-on = You wrote this on { $date }
moments-they-wrote-on = { $name } wrote this on { $date }
moments-sealed = A sealed page, for reading together
moments-sealed-mine = Sealed. { $name } sees the title, not the words.
moments-sealed-promise = Attune keeps a sealed page on its writer’s phone until both of you read together.
moments-open-mine = Open. { $name } can read it.
moments-gone = It is not here any more.
moments-change = Change it
moments-take-back = Take it back
moments-erase = Erase this page
moments-erase-sure = Erase it? Nobody can bring it back.

moments-story = What story does this tell you?
moments-story-placeholder = It tells me that …
moments-story-of = What it tells { $name }
moments-story-mine = What it tells you
moments-taken-in = I take that in
moments-was-taken-in = { $name } took it in
moments-together = Read it together
moments-together-later = Read together later

moments-pass = Pass the page
moments-pass-small = For { $name } to write next, whenever they like.
moments-turn-theirs = The page is with { $name }. No hurry.
moments-turn-mine = The page is with you, whenever you like.
moments-turn-back = The page is with you again.
moments-give-back = Give it back

moments-they-wrote = { $name } wrote a page.
moments-answered = { $name } answered your page.
moments-read = Read

moments-plans = To do again
moments-ideas = Ideas, without a date
moments-both-said-yes = { $time }, you both said yes
moments-idea = An idea, without a date
moments-when-1 = this week
moments-when-2 = this month
moments-when-3 = some day
moments-did-it = We did it
moments-another-day = Another day
moments-let-go = Let it go
moments-let-go-small = It goes back among the ideas.
moments-day = A day, if you know it
moments-set-day = Set it
moments-to-calendar = Into my calendar
moments-keep-too = Would you like to keep this one too?
moments-no = No

moments-as-moment = Keep it as a moment
moments-for-retreat = For the retreat
