### Today and the days before

today-title = Today
today-check-in = Daily check-in
today-check-in-small = A sky, a few words, at your own time.
today-begin = Begin
today-go-on = Go on
today-unfinished = Begun on { $date }, and not finished
today-let-go = Let it go
today-alone-small = You are alone here so far. What you write is yours.
today-pairing = Pairing
today-pairing-waits = Waiting for the other phone.
today-pairing-met = { $name } is there. Compare the four pictures.
today-invite = Begin with someone
today-invite-small = Invite the person you want to share this with.
today-sealed = Sealed until you have both shared
today-not-yet = No sky yet today
today-open-day = Open the day
today-opened = Opened together, { $time }
today-see-day = See the day
today-topics = For another time
today-strip = The last seven days
today-change = Change what I shared
today-share-more = Share some of it
today-live = Side by side
today-live-small = Two phones or one, and a few minutes each.
today-live-open = Look
today-invited = { $name } would like to begin.
today-open-invitation = Open
today-on-their-phone = { $you }, on { $name }’s phone
today-keep-as-mine = Keep as mine

day-none = No skies
day-sky-one = { $person }: { $sky }
day-sky-words = { $person }: { $sky }, { $words }
day-strip-label = { $date }: { $phrase }
