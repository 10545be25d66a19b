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
today-under-way = It is where you left it.
today-paused = Back together at { $time }.
today-rhythm = Five minutes in one rhythm?
today-rhythm-not = Not today
today-waiting = Something is here for you, whenever you like.
today-on-their-phone = { $you }, on { $name }’s phone
today-keep-as-mine = Keep as mine

day-none = No skies
day-sky-one = { $person }: { $sky }
day-sky-words = { $person }: { $sky }, { $words }
day-strip-label = { $date }: { $phrase }

### Daily check-in: alone, opened together, answered in own time

check-in-title = Daily check-in
check-in-promise = Two skies, a few minutes each, nothing to solve.
check-in-enough = That is enough
check-in-close = Close
check-in-back = Back
check-in-step = Step { $step } of { $steps }

weather-sky-prompt = How is your sky right now?
weather-sky-small = No sky is better than another.
weather-next = Next
weather-words-prompt = Which words come close?
weather-words-small = Up to three.
weather-no-words = No words
weather-energy-prompt = How much energy is there?
weather-energy-0 = very little
weather-energy-1 = a little
weather-energy-2 = some
weather-energy-3 = enough
weather-energy-4 = plenty
weather-skip = Skip
weather-mattered-prompt = What mattered most in your day?
weather-mattered-placeholder = A person, a moment, a sentence
weather-good-news = This is good news
weather-leave-empty = Leave it empty
weather-worry-prompt = Is a worry still with you?
weather-worry-placeholder = Only if it wants a place
weather-no-worry = No
weather-share-prompt = What would you like to share?
weather-share-small = { $name } will see the lines marked Us.
weather-share-late = This day is over: { $name } can see the lines marked Us at once.
weather-share-these = Share these
weather-share-nothing = Share nothing
weather-nothing-written = A sky is enough. So is none.
weather-sealed = Sealed until you have both shared.
weather-kept = Kept for you.
weather-waits = Your line waits on this phone.
weather-kept-until = It opens when both have shared, or when the day ends.

line-sky = Sky
line-words = Words
line-energy = Energy
line-mattered = What mattered
line-worry = A worry
line-only-me = Only me
line-leave-out = Leave it out
line-us = Us
line-taken-back = A line was taken back.
line-changed = Changed since you first saw it: { $line }
line-take-back-ask = Take this line back? { $name } may have read it.
line-take-back-ask-sealed = Take this line back? Nobody has read it yet.
line-yes-take-back = Yes, take it back
line-take-back = Take this line back
line-take-back-note = Taken back. { $name } may have read it.
line-also-written = Also written, on another phone

words-search = Search all words
words-search-none = No word like this. You can keep it as your own.
words-families = Families
words-own = Own word
words-own-add = Add “{ $word }” as my own word
words-own-family = It belongs with
words-near = Near this word
words-story = This says what happened too. What did it feel like inside?
words-strength = How strong is it?
words-soft = soft
words-medium = medium
words-strong = strong
words-chosen = Chosen
words-remove = Remove { $word }
words-full = Three words are chosen. Take one away to choose another.
words-full-most = { $most } words are chosen. Take one out to choose another.

sky-pair = { $theirs } beside { $mine }
sky-pair-same = { $mine } for both
sky-pair-theirs-unnamed = A sky without a name beside { $mine }
sky-pair-mine-unnamed = { $theirs } beside a sky without a name
sky-pair-both-unnamed = Two skies without a name yet

open-together = Open together
open-answered-both = You have both shared.
open-just-stay = Just stay
open-stayed = Two skies. Enough for today.
open-announce = { $phrase }. { $theirs } { $mine }
open-day-over = The day is over. What was shared is open.
open-talk-they = Talk, { $name } begins
open-talk-me = Talk, I begin

reply-day-open = { $name }’s day is open.
reply-heard-prompt = What did you hear?
reply-question-prompt = One thing you want to understand
reply-small = { $name } will see both.
reply-send = Send both
reply-yours = You said back
reply-theirs = { $name } heard
reply-question = { $name } wants to understand
reply-question-mine = You asked
answer-prompt = Answer, or leave it open.
answer-send = Answer
answer-leave = Leave it open
answer-theirs = { $name } answered
answer-mine = You answered
day-complete = This day is complete.

parked-prompt = Is there anything for another time?
parked-placeholder = A few words to find it again
parked-small = { $name } will see it, and it comes back in your next check-in.
parked-park = Park it
parked-none = Nothing to park
parked-done = Parked.
parked-from-me = You parked this
parked-from-them = { $name } parked this
parked-put-away = Put it away

alone-wish-prompt = What would you like to hear right now?
alone-wish-small = Only you, on this phone.
alone-keep = Keep
alone-erase = Erase

days-title = Days
days-empty = The days you check in will stand here, side by side.
days-none = No sky
will-see-answer = { $name } will see your answer.

### A practice side by side: the daily check-in and the words every practice shares

live-check-in-line = weather first, no solving
live-check-in-why = When a day is heard without being fixed, it is easier to carry.
live-check-in-source = A short daily talk that many couple therapists suggest: each tells, nobody solves.
live-check-in-kept = Your lines are yours. { $name } sees only the ones you share.

## Before it begins

live-minutes = { $minutes } minutes
live-length-short = Short
live-length-usual = Usual
live-length-long = Long
live-length-none = No timer
live-they-begin = { $name } begins.
live-you-begin = You begin.
live-swap = Swap
live-mode-two-phones = Two phones
live-mode-one-phone = One phone
live-mode-own-time = Own time
live-begin = Begin
live-why = Why it helps
live-source = Where it comes from
live-kept = Who sees what
live-begin-absent = Begin when you are both here. There is no hurry.
live-begin-how = Hold the phones side by side. Or say: three, two, one.
live-we-said-it = We said it
live-paused-twice = Two pauses in a day. A talk with someone outside can help.
live-someone-outside = Someone outside
live-another-time = Another time
live-invitation = { $name } would like to begin: { $title }, { $minutes } minutes.
live-invitation-small = Now, another time, or not today. No reason needed.
live-invitation-now = Now
live-invitation-not-today = Not today
live-not-today = Not today. Another time is possible.

## Roles

live-role-floor = You have the floor
live-role-listen = { $name } speaks, you listen
live-role-says-back = { $name } says back what arrived
live-role-answer = { $name } asks, you answer or pass
live-role-both = Both of you
live-role-only-you = Only you
live-table-role = { $you } speaks. { $name } listens.

## Weather and opening

live-go-to-listening = Go to listening
live-say-sky = Say your sky aloud.
live-begin-by-voice = Begin by voice

## Speaking

live-speak-small = Speak from what it was like for you.
live-cue-shoulders = Let your shoulders drop. There is nothing to fix.
live-cue-curious = Stay curious. The solution can wait.
live-cue-good-news = Good news. Be glad, and ask for more of it.
live-pass-floor = Pass the floor to { $name }
live-more-time = More time
live-good-news = Good news
live-take-what-you-need = Take what you need.
live-other-way-round = Now the other way round.
live-rests-together = The screen rests. Look at each other.
live-rests-free = The screen rests. Look where you like.

## Saying back

live-reflect-prompt = Say back what you heard, in your own words.
live-reflect-good-news = Say what makes you glad about it.
live-reflect-missing = Say the missing part in one sentence.
live-cue-let-it-reach = Let it reach you. You can correct it.
live-said = I have said it
live-that-is-it = That is it
live-not-quite = Not quite

## One question

live-ask-prompt = Ask one thing you want to understand.
live-ask-reader = One question. Three to choose from.
live-ask-passed = Passed. Choose another, or go on.
live-asked = Asked
live-other-cards = Other cards
live-my-own = My own
live-answered = Answered
live-pass = Pass

## The end

live-heard = Two days have been heard.
live-close = Close
live-skipped = On to the next part.

## An urge

live-urge-bar = An urge? Tap it, and return to { $name }’s voice.
live-urge-noticed = Noticed. Back to { $name }’s voice.
live-urge-first = Only on this phone. Erased at the end unless you keep them.
live-urge-anxious = anxious
live-urge-irritated = irritated
live-urge-defensive = defensive
live-urge-fix = wanting to fix
live-urge-mine = telling mine
live-urge-drifting = drifting
live-erase = Erase
live-keep-for-me = Keep for me
live-urges-kept = Noticed while listening

## Pause and stop

live-pause = Pause
live-stop = Stop
live-pause-sheet = Pause. No reason needed.
live-pause-20 = 20 minutes
live-pause-until = Another time
live-lot = This is a lot
live-skip = Skip
live-go-on = Go on
live-pause-aloud = Say aloud: a pause. Back at { $time }.
live-paused = Paused. Back together at { $time }. Nothing has to be solved before then.
live-i-am-ready = I am ready
live-longer = A little longer
live-stop-here = Stop here
live-ready-first = You go on when you are both ready.
live-back-where-you-were = Back where you were.
live-continue = Continue
live-stopped = We stop here for now. What was shared stays.
live-stopped-small = The rest stays yours.
live-pick-up-again = Pick it up again
live-lot-prompt = This is a lot right now. You do not have to stay with it.
live-breathe = Breathe a minute
live-breathe-prompt = Let one breath be longer than usual. Then another.
live-help = Help near me

## Phones

live-you-are-back = You are back. The turn is where it was.
live-offline = No network now. Go on by voice: say pass, then both tap.
live-out-of-step = The phones are at different places. Which one is right?
live-this-one = This one
live-the-other = The other
live-cover-pass = Pass the phone to { $you }.
live-cover-own = { $you }, this side is yours. { $name } looks away.
live-cover-mine = I am { $you }
live-one-phone-private = On one phone, only what you share is kept. The rest is erased when you pass it on.
live-time-left = { $part ->
    [most] Most of the time is left.
    [half] About half of the time is left.
    [little] A little time is left.
   *[over] Take what you need.
  }

## Openers, one a day

live-opener-1 = What mattered most in your day?
live-opener-2 = How is it inside you right now?
live-opener-3 = Which moment of today is still with you?
live-opener-4 = What made today heavier, or lighter?
live-opener-5 = Where did today ask a lot of you?
live-opener-6 = What did you carry today that nobody saw?
live-opener-7 = What was the quietest moment of your day?
live-opener-8 = When did you feel most like yourself today?
live-opener-9 = What surprised you today, small or large?
live-opener-10 = Who stayed on your mind today?
live-opener-11 = What did your body notice today?
live-opener-12 = What went differently from what you expected?
live-opener-13 = What did you need today, and did you get some?
live-opener-14 = Which scene of today would you show { $name }?
live-opener-15 = What was good today, even for a minute?
live-opener-16 = How has your sky changed since this morning?
live-opener-17 = What would you like to put down from today?

## Clarifying questions, three drawn

live-question-1 = Which part should I understand best?
live-question-2 = What was the hardest part of it?
live-question-3 = When did you first notice it?
live-question-4 = Where did you feel it in your body?
live-question-5 = What did it mean to you?
live-question-6 = Is there another feeling under that one?
live-question-7 = What stayed with you afterwards?
live-question-8 = How is it now, compared with then?
live-question-9 = What did you hope would happen?
live-question-10 = What were you afraid might happen?
live-question-11 = Have you felt this before?
live-question-12 = What do people often miss about this?
live-question-13 = Which of your words says it best?
live-question-14 = Was there a moment when it turned?
live-question-15 = What helped, even a little?
live-question-16 = What was missing for you?
live-question-17 = Were you alone with it, or was someone there?
live-question-18 = What did you see or hear right then?
live-question-19 = What do you want to remember of it?
live-question-20 = What is it like to tell me this?
live-question-21 = Is there more, or is that all of it?

live-glad-question-1 = What was the best second of it?
live-glad-question-2 = Who would you like to tell next?
live-glad-question-3 = What did you do that helped it happen?

live-mode-label = How you do it
live-length-label = Length of turns

### Acts: what one means to do within a day, and that it reached the other

acts-title = Acts
acts-none = No act here. One may come of a talk, or of nothing at all.
acts-new = Choose one
acts-mine = Yours
acts-from = From { $name }
acts-chose = You chose
acts-said-yes = You said yes
acts-moment = You chose something. Is now the moment?
acts-until = until { $time }
acts-whenever = whenever you like
acts-only-you = Only you see it
acts-shown = { $name } sees it
acts-surprise = { $name } sees nothing until you show it
acts-done = Done
acts-changed = Changed
acts-let-go = Let it go
acts-later = Later
acts-was-done = done
acts-was-changed = changed
acts-was-gone = let go
acts-after = What was it like to do it?
acts-after-placeholder = It felt …
acts-became = What did it become?
acts-nothing-to-add = Nothing to add
acts-keep = Keep
acts-will-see = { $name } sees the act and these words when you press Share.
acts-seen = { $name } has seen this. It will show as taken back.
acts-wait = Wait
acts-theirs = { $name } chose something with you in mind
acts-that-reached-me = That reached me
acts-line = A line, if you like
acts-line-placeholder = When you did that, I …
acts-only-the-tap = Only the tap
acts-reached-you = { $name }: that reached me
acts-gone = It is not here any more.

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

### What each holds dear: boards, agreements and their words

values-title = What you each hold dear
values-none = Nothing here yet. It begins with each sorting cards alone.
values-begin = Sort the cards
values-again = Sort again, or open together
values-earlier = Boards before
values-mine = Your order
values-taken-back = This was taken back.
values-you-took-back = You took your table back.
values-take-back = Take my table back
values-take-back-sure = Take it back? { $name } may have read it. A mark stays that something was here.
values-agreed = What you agreed
values-tag = Tag a value
values-tag-seen = { $name } sees the word too.
values-felt = Did it feel like { $value }?
values-felt-plain = Did it feel like it?
values-felt-1 = Yes
values-felt-2 = A little
values-felt-3 = Not yet
values-let-go = Let it go
values-for = For { $value }
values-for-both = For what you both hold
values-look-again = Look at your board again?
values-in-a-month = In a month
values-leave-it = Leave it

values-trial = You are trying
values-trial-on = Look again on { $date }
values-trial-due = You wanted to look again
values-trial-look = Look
values-trial-how = How is the trial for you?
values-trial-talk = Say it to each other: keep it, change it, or let it go. To change it:
values-trial-looked = We have looked
values-trial-later = Another day

### Appreciations that are given: what was noticed, pages one a day, the jar

thanks-title = Appreciations
thanks-none = Nothing here yet. One exact thing is enough.
thanks-yours = Kept for you
thanks-given = Given to { $name }
thanks-received = From { $name }
thanks-write = Write one
thanks-noticed-open = I noticed …
thanks-noticed-small = One thing { $name } did, in one sentence.
thanks-noticed = I noticed …
thanks-one-sentence = One sentence each.
thanks-noticed-label = I noticed
thanks-noticed-placeholder = you turned the radio down
thanks-felt-label = It made me feel
thanks-felt-placeholder = at home in my own head
thanks-share-now = Share now
thanks-keep-for-later = Keep for later
thanks-for-retreat = For the retreat
thanks-kept = Kept. You decide when.
thanks-will-see = { $name } will see this when you press Share. Until then it is on this phone only.
thanks-only-you = Only you, on this phone
thanks-daily = One a day, for up to three days. You can stop it any time.
thanks-share-first = Share the first
thanks-on-the-way = For { $name }, one a day
thanks-on-the-way-small = You can stop or change it.
thanks-stop = Stop it here
thanks-stop-small = What was not given yet stays yours.
thanks-here = From { $name }, for today
thanks-here-noticed = { $name } noticed something.
thanks-here-more = From { $name }, one more line
thanks-answered = { $name }: { $answer }
thanks-more-asked = { $name } would like to hear more.
thanks-one-more-line = One more line
thanks-leave-it = Leave it
thanks-more-label = One more line
thanks-more-given = One more line
thanks-rests = You asked to hear more. A line may come, or not.
thanks-no-answer-owed = Let it reach you. There is nothing to give back.
thanks-shown = { $name } sees it.
thanks-take-back = Take it back
thanks-take-back-sure = { $name } may have read it. A mark stays that something was here.
thanks-taken-back = Taken back. { $name } may have read it.
thanks-theirs-taken-back = A line was taken back.
thanks-erase = Erase
thanks-gone = It is not here any more.
thanks-pages = Pages

jar-title = The jar
jar-small = Words you were given.
jar-take-out = Take one out
jar-back = Put it back
jar-another = Another
jar-empty = Nothing in here yet.
jar-empty-small = Pages given to you lie here.
jar-in-a-pause = Would a kind word help now?

### Three appreciations (practice 11)

three-appreciations-title = Three appreciations
three-appreciations-line = for saying exactly what you saw
three-appreciations-promise = Three exact things, said aloud and taken in.
three-appreciations-why = Thanks for one exact thing tells a person that they were seen.
three-appreciations-source = Research on gratitude between people who are close, and the old custom of thanking for one exact deed.
three-appreciations-kept = Each page belongs to its writer, and { $name } sees it only when you read it or share it.

three-appreciations-absent = Begin when you are both here. Your pages keep.
three-appreciations-prompt-1 = What did { $name } do that you are glad of?
three-appreciations-prompt-2 = What did { $name } do without being asked?
three-appreciations-prompt-3 = What did { $name } say that stayed with you?
three-appreciations-prompt-4 = How is { $name } with others that you admire?
three-appreciations-prompt-5 = What small thing would you miss?
three-appreciations-prompt-6 = What did { $name } find hard and do anyway?
three-appreciations-usual = Three is usual. One is enough.
three-appreciations-deed-label = You did
three-appreciations-deed-placeholder = On Sunday you called my mother.
three-appreciations-shows-label = It shows me that you
three-appreciations-shows-placeholder = you notice when it is a lot for me
three-appreciations-meant-label = For me it meant
three-appreciations-meant-placeholder = I could sit down for a while
three-appreciations-when-label = Which day was it?
three-appreciations-when-placeholder = last Sunday
three-appreciations-only-you = Only you see this.
three-appreciations-another = Another one
three-appreciations-begin-both = You begin when you are both ready.
three-appreciations-write-reader = Write what { $name } did. Three short lines. Only you see this.

three-appreciations-role-receive = { $name } reads, you receive
three-appreciations-read = Read it aloud. Then look up.
three-appreciations-read-small = Let it be enough as it is.
three-appreciations-read-reader = Your turn to read.
three-appreciations-answers-reader = Three answers are below.
three-appreciations-your-turn = Your turn to read.
three-appreciations-open-page = Open my page
three-appreciations-cue-reach = Let it reach you. There is nothing to give back.
three-appreciations-cue-breath = Stay with it for one more breath.
three-appreciations-cue-agree = You do not have to agree with it.
three-appreciations-cue-strange = It can be strange to hear. That is all right.
three-appreciations-cue-words = { $you }, one of three: “Thank you.” “I take that in.” “Tell me more.”
three-appreciations-received-1 = Thank you
three-appreciations-received-2 = I take that in
three-appreciations-received-3 = Tell me more
three-appreciations-told-1 = Thank you
three-appreciations-told-2 = I take that in
three-appreciations-told-3 = { $name } would like to hear more.
three-appreciations-empty = A blank page is fine.
three-appreciations-empty-small = You can say it aloud, or pass.
three-appreciations-one-more = Is there one you would like to say?
three-appreciations-say-it = Say it
three-appreciations-say-aloud = Say it aloud. Then look up.
three-appreciations-that-was-all = That was all

three-appreciations-give = Give { $name } this page to keep?
three-appreciations-gives-1 = Keep for me
three-appreciations-gives-2 = Share
three-appreciations-nothing-to-give = What was said is said.
three-appreciations-breaths = Three slow breaths. Let it stay with you.
three-appreciations-no-answer = No answer is needed.
three-appreciations-one-phone-end = The pages are not kept on this phone. To give one, write it on your own.
three-appreciations-close-reader = Three slow breaths. Then close.
three-appreciations-kept-for-now = Kept. You decide when.
three-appreciations-read-together = You can read it when you are together.

three-appreciations-stopped = We stop here for now. What was read stays. The rest stays yours.
three-appreciations-paused = Paused. Back together at { $time }. Kind words keep.
three-appreciations-back = You are back. The page is where it was.
three-appreciations-skipped = On to the next page.
three-appreciations-lot = This is a lot right now. Kind words can be a lot as well.
three-appreciations-after-moment = A moment to keep: write the moment behind one of these.
three-appreciations-after-map = Onto the map: one of these belongs there.
three-appreciations-after-retreat = For the retreat: open it with this.
three-appreciations-after-together = Something shared: go on with half an hour together.

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

### Two stars, one wish (practice 18)

two-stars-one-wish-title = Two stars, one wish
two-stars-one-wish-line = for evenings that are already full
two-stars-one-wish-promise = Two good things from the day, one wish for the next.
two-stars-one-wish-why = Good things are easy to forget by evening, and a wish is easier to hear than a complaint.
two-stars-one-wish-source = A feedback form from classrooms, turned towards the day instead of the person.
two-stars-one-wish-kept = Your stars and your wish stay yours until you read or share them. The answer to a wish belongs to the one who gives it.

two-stars-one-wish-absent = Begin when you are both here. Your stars keep.
two-stars-one-wish-prompt-1 = Two good things from today.
two-stars-one-wish-prompt-2 = Two things you would like to remember.
two-stars-one-wish-prompt-3 = Two moments that were easy.
two-stars-one-wish-prompt-4 = Two things you saw, heard or tasted.
two-stars-one-wish-prompt-5 = On a hard day: two things that were not hard.
two-stars-one-wish-small = Small counts. A tree, a joke, a quiet minute.
two-stars-one-wish-star-1-label = First star
two-stars-one-wish-star-2-label = Second star
two-stars-one-wish-star-placeholder = The bus driver waited.
two-stars-one-wish-only-you = Only you, until you read it or share it.
two-stars-one-wish-wish = One wish. “I would love …”
two-stars-one-wish-wish-small = For tomorrow or this week. Something { $name } could do.
two-stars-one-wish-wish-label = I would love …
two-stars-one-wish-wish-placeholder = ten minutes on the balcony, tomorrow
two-stars-one-wish-no-wish = No wish today
two-stars-one-wish-begin-both = You begin when you are both ready.
two-stars-one-wish-write-reader = Two good things, and one wish. Only you, until you read it.

two-stars-one-wish-role-star = { $name } reads a star
two-stars-one-wish-read-star = Read it. Add one detail.
two-stars-one-wish-your-star = Your star.
two-stars-one-wish-open-mine = Open mine
two-stars-one-wish-none = Some days have none.
two-stars-one-wish-none-small = One thing that was not hard?
two-stars-one-wish-write = Write
two-stars-one-wish-star-reader = Your star. Read it.
two-stars-one-wish-cue-face = Let your face show it. “That is lovely.”
two-stars-one-wish-cue-ask = Ask one thing about it. “How was that?” “What happened then?”

two-stars-one-wish-role-wish = { $name } has a wish
two-stars-one-wish-would-love = I would love …
two-stars-one-wish-read-wish = Read it once. Then wait.
two-stars-one-wish-your-wish = Your wish.
two-stars-one-wish-have-read = I have read it
two-stars-one-wish-no-wish-today = No wish today.
two-stars-one-wish-wish-reader = Four answers. Each is allowed.
two-stars-one-wish-cue-thank = First: thank you for telling me.
two-stars-one-wish-cue-no-duty = A wish is not a duty.
two-stars-one-wish-cue-words = { $you }, one of four: “Yes.” “Let me think.” “Let us talk.” “Not this one.”
two-stars-one-wish-answer-1 = Yes
two-stars-one-wish-answer-2 = Let me think
two-stars-one-wish-answer-3 = Let us talk
two-stars-one-wish-answer-4 = Not this one
two-stars-one-wish-told-1 = { $name } says yes.
two-stars-one-wish-told-2 = { $name } will think about it.
two-stars-one-wish-told-3 = { $name } would like to talk.
two-stars-one-wish-told-4 = Not this one. The wish was heard.

two-stars-one-wish-give = Give { $name } your stars to keep?
two-stars-one-wish-give-small = Kept for you, they stay on your phone.
two-stars-one-wish-some-days = Some days have none. That is all right.
two-stars-one-wish-end = These were in this day, too.
two-stars-one-wish-one-phone-end = On one phone they are said, and not kept.

## In own time

two-stars-one-wish-sealed = Sealed until you have both written.
two-stars-one-wish-kept-for-you = Kept for you.
two-stars-one-wish-opened = These were in this day.
two-stars-one-wish-star-answer-1 = Lovely
two-stars-one-wish-star-answer-2 = How was that?
two-stars-one-wish-they-would-love = { $name } would love …
two-stars-one-wish-answered = Answered. It rests now.
two-stars-one-wish-they-answered = What { $name } answered.
two-stars-one-wish-how-was-it = { $name } would like to know how that was.
two-stars-one-wish-detail-label = One more line

## Alone

two-stars-one-wish-kind = What would be kind tomorrow?
two-stars-one-wish-kind-label = What would be kind tomorrow?
two-stars-one-wish-kind-placeholder = a walk before the shops

two-stars-one-wish-stopped = We stop here for now. What was read stays. The rest stays yours.
two-stars-one-wish-paused = Paused. Back together at { $time }. The stars keep.
two-stars-one-wish-back = You are back. The page is where it was.
two-stars-one-wish-skipped = On to the next star.
two-stars-one-wish-lot = This is a lot right now. Some days are too heavy for stars.
two-stars-one-wish-after-yes = A small act: give it a time.
two-stars-one-wish-after-listen = Listen: talk about the wish.
two-stars-one-wish-after-request = Ask in full.
two-stars-one-wish-after-moment = A moment to keep: one of the stars.

### The memory map: stones laid by both, on one path

memories-title = Memory map
memories-promise = Lay your memories stone by stone and tell them together.
memories-empty = A blank page, and time.
memories-empty-small = The first stone can be small.
memories-lay = Lay a stone
memories-weave = Tell them together
memories-keepsake = Keepsake page
memories-gone = This stone is not on this phone.
memories-wrote-both = { $name } wrote. You wrote.
memories-wrote-you = You wrote.
memories-wrote-them = { $name } wrote.
memories-bare = Told together. No piece is written yet.
memories-untitled = A stone
memories-shared-note = A piece belongs to its writer, a joining sentence to the one who wrote it. No place is measured, only what you type.

memories-which = Which moment belongs on your way?
memories-another = Another prompt
memories-prompt-1 = { $kin ->
    [family] The earliest thing you remember together.
   *[other] The first time you saw each other.
  }
memories-prompt-2 = { $kin ->
    [family] A long talk on a journey.
   *[other] The first long conversation.
  }
memories-prompt-3 = A place that was yours for a while.
memories-prompt-4 = A journey that went wrong and then right.
memories-prompt-5 = A meal you still talk about.
memories-prompt-6 = A time one of you was ill.
memories-prompt-7 = A hard time you came through.
memories-prompt-8 = A goodbye at a station or a door.
memories-prompt-9 = A day when you could not stop laughing.
memories-prompt-10 = An argument that taught you something.
memories-prompt-11 = A gift that was exactly right.
memories-prompt-12 = A song that brings a time back.
memories-prompt-13 = A move, a key, an empty room.
memories-prompt-14 = A person who joined or left your life.
memories-prompt-15 = A quiet evening, nothing special.
memories-prompt-16 = A time you were proud of each other.
memories-prompt-17 = { $kin ->
    [family] A time you could rely on { $name }.
   *[other] The moment you knew you could rely on { $name }.
  }
memories-prompt-18 = A promise one of you kept.
memories-prompt-19 = Something you built, cooked or grew.
memories-prompt-20 = A night without sleep.
memories-prompt-21 = Weather you were out in together.
memories-prompt-22 = A word only you two use.
memories-prompt-23 = A beginning that was smaller than you thought.
memories-prompt-24 = A place you would like to return to.

memories-field-title = Title
memories-field-title-placeholder = Soup on the stairs
memories-field-when = About when
memories-field-when-placeholder = Spring 2019
memories-field-where = Where, if you like
memories-field-where-placeholder = The new flat
memories-field-piece = What happened
memories-field-piece-placeholder = You had the step below mine.
memories-field-feeling = What it felt like
memories-field-feeling-placeholder = Warm, a little lost
memories-field-cherish = Why you cherish it
memories-field-cherish-placeholder = because nobody hurried
memories-who = Who sees this stone?
memories-me = Only me
memories-me-note = Stays with you.
memories-us = Us
memories-us-note = { $name } will see this.
memories-sealed = Us, sealed
memories-sealed-note = { $name } sees a sealed stone and its title. It opens only with both.
memories-seal-promise = That is a promise of this app, not of a lock: what it says is on both phones.
memories-shown = Show: { $field }
memories-kept-back = This line stays with you.
memories-kept-back-one = Only you see: { $field }
memories-keep = Keep
memories-share = Share
memories-needs-words = A title and a few words first.
memories-covered = { $name } has a piece here. It waits until yours is written.
memories-two = Two memories, each its own.
memories-read-first = Read first
memories-add-mine = Add mine
memories-change = Change
memories-keep-place = Keep a place
memories-place-kept = A place is kept here for { $name }.
memories-seal = Seal
memories-take-back = Take back
memories-take-back-ask = Take your piece back? { $name } sees that something was taken back, and may have read it.
memories-put-away-ask = Put this stone away? It will be gone from your map.
memories-yes = Yes
memories-taken-back = This was taken back.
memories-felt = It felt: { $words }
memories-cherished = Cherished, { $words }
memories-join-after = And this is how you …
memories-join-after-placeholder = and this is how we …
memories-join-today = Today this shows up when …
memories-join-today-placeholder = when you leave the light on
memories-join-learned = What did you not know?
memories-join-learned-placeholder = That you had been cold, too
memories-join-offered = It joins the path with a yes from { $name }, or with two lines side by side.
memories-join-yes = Yes, that
memories-join-also = And also
memories-earlier = What it said before
memories-open-it = Open it?
memories-open-warning = This is not therapy, and not for when you are afraid.
memories-open-question = Open “{ $title }” now?
memories-open-both = Only a yes from both opens it, on both phones, within a few minutes. Sit together, or call each other first.
memories-leave-sealed = Leave it sealed
memories-waiting = Only a yes from both opens it.
memories-stays = It stays sealed.
memories-rests = It keeps. It rests until { $date }.
memories-slowly = Slowly. You can close it again at any time.
memories-open-breathe = Breathe first. Then read.
memories-open-nothing = Nothing has to be explained.
memories-seal-again = Seal again
memories-sealed-again = Sealed again.
memories-stay-here = You can stay here a moment.
memories-breathe = Breathe a minute
memories-go-on = Go on
memories-leave-open = Leave it open
memories-left-open = It stays open when you both leave it so.
memories-sealed-line = Sealed. It opens only with both.
memories-help = Help near me

memories-place-for-you = A place is kept for you: { $title }
memories-not-this = Not this one
memories-of-month = A stone from your way: { $title }
memories-two-pieces = Two pieces of { $title }
memories-read = Read
memories-another-month = Another time
memories-no-more = No more of these

memories-keepsake-lead = The way you came
memories-print = Print, or save as a file
memories-keepsake-note = What is printed is no longer sealed. Sealed and private stones are not on it.

### Requests: written and answered in one’s own time, and what comes of them

requests-title = Requests
requests-none = Nothing is asked here. When you need something, one clear line is enough.
requests-new = Ask for something
requests-drafts = Drafts
requests-yours = You asked
requests-from = From { $name }
requests-carried = Something you carried on
requests-carried-from = From { $title }, { $date }
requests-ask-for-it = Ask for it
requests-put-down = Put it down
requests-gone = It is not here any more.

## Where it is

requests-draft = A draft, only here
requests-queued = Kept here. It travels when there is a network.
requests-read = Read
requests-with-soon = It will be with { $name }.
requests-with = It is with { $name }.
requests-reaching = { $name } is reaching out.
requests-reaching-small = Open it when you are ready.
requests-changed-by = Changed by { $name }.
requests-answers-by = { $name } answers by { $date }.
requests-you-answer-by = You answer by { $date }.
requests-says-yes = { $name } says yes.
requests-says-change = { $name } says yes, with a change.
requests-says-other = { $name } would like another change.
requests-says-no = { $name } says no, with care.
requests-you-said-no = You said no, with care.
requests-one-sentence = One sentence, for both of you.
requests-you-confirmed = You said yes to it. It stands when both have.
requests-not-today = Not today.
requests-not-today-small = Both pages stay as they are.
requests-has-changed-by = { $name }: it has changed.
requests-you-changed = You said that it has changed.
requests-both-mean-it = You both mean this.
requests-you-said-yes-small = You said yes
requests-you-said-yes = You said yes: { $act }
requests-they-did = { $name } did: { $act }
requests-they-let-go = { $name } let it go: { $act }
requests-it-became = It became: { $act }
requests-you-told = You told { $name }.
requests-reached-you = { $name }: that reached me.
requests-reached-them = You said that it reached you.
requests-taken-back = Taken back. { $name } may have read it.
requests-line-taken-back = A line was taken back.
requests-written-on = Written on { $date }.

## Writing

requests-family-need = What would help you, from { $name }?
requests-prompt-2 = What would help you this week?
requests-prompt-3 = What would make one hour easier?
requests-prompt-4 = What would you like more of?
requests-only-you = Only you, until you send it
requests-only-you-yet = Only you, on this phone
requests-needs = Choose words for it
requests-keep-draft = Keep as draft
requests-kept = You know now what you need.
requests-change = Change
requests-send-anyway = Send anyway
requests-erase-draft = Erase the draft
requests-already = You already asked this. It is with { $name }.
requests-see-it = See it
requests-another-topic = Another topic
requests-still-true = Still true?
requests-keep-for-me = Keep for me
requests-hear-myself = Hear myself first

## With the other

requests-still-on-mind = Still on your mind?
requests-talk-about = Talk about it
requests-take-back = Take it back
requests-take-back-sure = Take it back? { $name } may have read it. A mark stays that something was here.
requests-wait = Leave it there
requests-understand = I understand
requests-need-yours = The need is still yours. There may be other ways.
requests-talk-through = Talk it through?
requests-talk-small = Twenty minutes of listening, in turns.
requests-for-retreat = For the retreat
requests-write-anew = Take it up again

## Receiving

requests-open = Open
requests-later = Later
requests-not-yet = You do not have to answer yet.
requests-cue-page = Asking is not blaming.
requests-cue-reflect = First what { $name } needs, then what you can.
requests-cue-answer = A yes you can keep is worth more than a big one.
requests-reflect = Reflect
requests-close-for-now = Close for now
requests-not-now = Not now
requests-answer = Answer
requests-one-line = One line.
requests-will-see = { $name } will see this.
requests-meant-today = You meant to answer { $name } today.
requests-new-day = New day
requests-no-reason = Said. You do not owe a reason.
requests-said = Said.

## Afterwards

requests-done = Done
requests-changed = Changed
requests-let-go = Let it go
requests-one-act = Make it one act, with a time
requests-no-longer = It has changed
requests-no-longer-label = I said yes, and now …
requests-after = What was it like to do it?
requests-became = What did it become?
requests-shares = { $name } sees this when you press Share.
requests-gone-tell = Let go. You can tell { $name }, if you like.
requests-tell = Tell { $name }
requests-reached-me = That reached me
requests-line = A line, if you like
requests-did-it-help = Did it help?
requests-help-small = Only you, unless you share.
requests-help-0 = Yes
requests-help-1 = A little
requests-help-2 = Not really
requests-helped = It helped: { $choice }
requests-keep-moment = Keep this moment?
requests-write = Write

### What is offered unasked: why it comes, and that it need not come again

offer-why = Why this?
offer-not-again = Don’t offer this again
offer-not-again-this = Don’t offer this again: { $title }
offer-declined = It will not be offered again. Under Us you can take that back.

offers-title = What is not offered
offers-small = You declined these. Only you can see this.
offers-again = Offer it again
offers-again-this = Offer it again: { $what }

offer-turn-owed = A turn of listening
offer-turn-owed-why = { $name } listened to you last, and was not listened to since. Nothing is owed.
offer-topic = A talk about a topic that waits
offer-topic-why = One of you put it aside in a check-in, for another time.
offer-check-in = The check-in, in the library
offer-check-in-why = You have not said your sky today. A day without one is a day like any other.
offer-side-by-side = The check-in side by side
offer-side-by-side-why = It stands here on any day. It begins only when you both want it.
offer-revisit = Looking again after a pause
offer-revisit-why = Your last pause ended one to three days ago. With that much distance, some people learn from it.
offer-look-again = Looking at your board again
offer-look-again-why = When you kept your board, you both chose a day to look again.
offer-mirror = The needs of a week
offer-mirror-why = It is put together here from your own pages of seven days, when you open it.
offer-kept-lines = What you kept, the day before the retreat
offer-kept-lines-why = You wrote a line for the retreat, and it is tomorrow. Only you can see this.
offer-stuck = Another way, when a change does not help
offer-stuck-why = In three retreats one after the other you said that the change did not help.
offer-reached-moment = Keeping what reached somebody as a moment
offer-reached-moment-why = What you did reached { $name }. Written down, it can be found again.

offer-after-why = It often follows from what you just did. What you carry on is yours alone, until you use it.
offer-after-act = After a practice: something to do within a day
offer-after-again = After a practice: something to do again
offer-after-breathe = After a practice: breathing together
offer-after-calendar = After a practice: something for your calendar
offer-after-card = After a practice: a question for your cards
offer-after-check-in = After a practice: a line for the check-in
offer-after-deep = After a practice: deep listening
offer-after-listen = After a practice: structured listening
offer-after-memory = After a practice: a memory
offer-after-moment = After a practice: a moment for the journal
offer-after-request = After a practice: something to ask for
offer-after-retreat = After a practice: something for the weekly talk
offer-after-revisit = After a practice: something to look at again
offer-after-sign = After a practice: a sign of yours
offer-after-solve = After a practice: solving something together
offer-after-summary = After a practice: a summary for the journal
offer-after-together = After a practice: something together
