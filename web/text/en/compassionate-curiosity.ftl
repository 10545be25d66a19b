### Compassionate curiosity (practice 10)

compassionate-curiosity-title = Compassionate curiosity
compassionate-curiosity-line = for asking, and only asking
compassionate-curiosity-promise = Only ask, and learn one new thing.
compassionate-curiosity-why = Being asked with real interest helps a person feel known.
compassionate-curiosity-source = An interview exercise from couple work: ask and reflect, and keep your own story for later.
compassionate-curiosity-kept = Which questions you used, and one line each. A line about { $name } is kept only if { $name } says yes.

compassionate-curiosity-absent = Begin when you are both here. Choose a moment you would like to be asked about.
compassionate-curiosity-choose = Which moment may be asked about?
compassionate-curiosity-choose-small = { $kind ->
    [family] Small or large, such as something from before { $name } knew you. Not about { $name }, this time.
    [friend] Small or large, such as something from before { $name } knew you. Not about { $name }, this time.
   *[other] Small or large. Not about { $name }, this time.
}
compassionate-curiosity-moment-label = A few words for it
compassionate-curiosity-moment-placeholder = The walk on Sunday
compassionate-curiosity-moment-1 = Something from this week.
compassionate-curiosity-moment-2 = A place you go back to in thought.
compassionate-curiosity-moment-3 = Something you are looking forward to.
compassionate-curiosity-moment-4 = A small thing that annoyed you.
compassionate-curiosity-moment-5 = A person from earlier.
compassionate-curiosity-moment-6 = Something you are learning.

compassionate-curiosity-tell = Tell the moment in a few sentences.
compassionate-curiosity-tell-aloud = Choose a moment, and tell it in a few sentences.
compassionate-curiosity-may-pass = You can pass on any question.
compassionate-curiosity-role-collect = { $name } tells, you collect questions
compassionate-curiosity-cue-least = Listen for the place where you know least.
compassionate-curiosity-cue-later = Your story has its turn later.
compassionate-curiosity-ask-me = Ask me

compassionate-curiosity-role-ask = You ask, { $name } chooses
compassionate-curiosity-role-choose = { $name } asks, you choose
compassionate-curiosity-ask = Ask one, in your own words.
compassionate-curiosity-you-choose = Answer, or pass. Both are fine.
compassionate-curiosity-cue-1 = Wait three breaths after the answer.
compassionate-curiosity-cue-2 = Not why. What, how, when.
compassionate-curiosity-cue-3 = Is it a question, or advice?
compassionate-curiosity-stem-1 = And then?
compassionate-curiosity-stem-2 = Say more about …
compassionate-curiosity-stem-3 = When you say …, what is that like?
compassionate-curiosity-stem-4 = It sounds as if …
compassionate-curiosity-stem-5 = So the heart of it was …
compassionate-curiosity-stem-6 = And under that …
compassionate-curiosity-stem-7 = I had pictured it differently: …
compassionate-curiosity-reader = Three questions to choose from.
compassionate-curiosity-next = Next question
compassionate-curiosity-slower = Slower
compassionate-curiosity-slow = Ask fewer. Wait longer.
compassionate-curiosity-slower-said = { $name } sees: ask fewer, wait longer.
compassionate-curiosity-passed = Passed. Ask something smaller, or draw three others.
compassionate-curiosity-you-passed = Passed. There is nothing to explain.
compassionate-curiosity-last = One last question, or none.
compassionate-curiosity-last-answer = Answer to the end, or pass.
compassionate-curiosity-enough = Enough

compassionate-curiosity-learned = Say one thing you did not know before.
compassionate-curiosity-nothing-new = Nothing new? Say what you were glad to hear again.
compassionate-curiosity-new-stem-1 = I did not know that …
compassionate-curiosity-role-new = { $name } says what is new
compassionate-curiosity-cue-true = Check only whether it is true.
compassionate-curiosity-they-check = { $name } says whether it is so.
compassionate-curiosity-is-it-true = Is it so?
compassionate-curiosity-say-it = Say it as it is.
compassionate-curiosity-hear-it = Listen to how it is.

compassionate-curiosity-write = Write it down?
compassionate-curiosity-write-small = It stays only if { $name } says yes.
compassionate-curiosity-they-write = { $name } may write it down. You decide whether it is kept.
compassionate-curiosity-learned-label = What I learned
compassionate-curiosity-show = Show { $name }
compassionate-curiosity-said = Not written. It was said.
compassionate-curiosity-may-it = May this be kept for both of you?
compassionate-curiosity-they-decide = { $name } decides. Without a yes it is erased.
compassionate-curiosity-keep-for-both = Keep for both

compassionate-curiosity-swap = Now the other one asks.
compassionate-curiosity-end = You know a little more than before.

compassionate-curiosity-one-question = One question, chosen or your own.
compassionate-curiosity-answer = Answer, or let it stand.
compassionate-curiosity-further = One further question, if there is one.
compassionate-curiosity-further-label = A further question
compassionate-curiosity-complete = Enough for today. Tomorrow the other one asks.
compassionate-curiosity-alone = Ask yourself one of these, as a friend would.

compassionate-curiosity-empty = Not written. It was said.
compassionate-curiosity-stopped = We stop here for now. The questions can wait.
compassionate-curiosity-paused = Paused. Back together at { $time }. The last question can wait.
compassionate-curiosity-bell = One last question, or none. Take what you need.
compassionate-curiosity-back = You are back. The last card is still there.
compassionate-curiosity-lot = This is a lot right now. No question needs an answer.

compassionate-curiosity-after-card = A question of ours for the pile
compassionate-curiosity-after-moment = Keep this as a moment
compassionate-curiosity-after-deep = Listen longer, now
