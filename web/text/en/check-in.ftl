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
line-us = Us
line-taken-back = A line was taken back.
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
