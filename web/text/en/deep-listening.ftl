### Deep listening (practice 3)

deep-listening-title = Deep listening
deep-listening-line = when only one of you needs it
deep-listening-promise = One person speaks. The other listens for the feelings.
deep-listening-why = A feeling with a name is easier to hold, and easier to share.
deep-listening-source = A listening exercise from counselling training: hear the feeling under the facts, then check.
deep-listening-kept = The words the listener collects stay on the listener’s phone. Both see only what you both choose to keep.

deep-listening-absent = Begin when you are both here. What wants to be said can wait.
deep-listening-settle = Find a quiet minute. Only one of you speaks today.

deep-listening-opener-1 = Say what it is like to be you with this.
deep-listening-opener-2 = Begin anywhere. It does not have to make sense.
deep-listening-opener-3 = What is close to the surface right now?
deep-listening-opener-4 = Let the feeling choose the words.
deep-listening-opener-5 = What would you say if nobody answered?
deep-listening-opener-6 = What has been in you, unsaid?
deep-listening-silence = Silence is welcome.
deep-listening-cue-soft = Breath slow. Listen for the feelings.
deep-listening-cue-tap = Which feeling do you hear? Tap it, silently.
deep-listening-cue-company = No advice. No plan. Only company.
deep-listening-cue-sense = It makes sense, from where { $name } stands.
deep-listening-tray-label = Feelings you hear, private
deep-listening-that-is-all = That is all

deep-listening-choose = Choose up to three words to say aloud.
deep-listening-choose-small = No words? Say one thing that touched you.
deep-listening-role-chooses = { $name } looks for words
deep-listening-cue-wait = Rest a moment. { $name } says next what it heard like.
deep-listening-heard-label = Heard
deep-listening-role-says = { $name } says what it heard like
deep-listening-i-heard = I heard …
deep-listening-own-words = Say it in your own words.
deep-listening-stem-1 = I heard …
deep-listening-stem-2 = Under that, perhaps …
deep-listening-stem-3 = The strongest one seemed …
deep-listening-stem-4 = There was also a little …
deep-listening-cue-arrive = Let each word arrive before you answer.
deep-listening-said-them = I have said them

deep-listening-is-that-it = Is that what you meant?
deep-listening-match-small = Keep what fits, leave out the rest, add your own.
deep-listening-nearer = Say: yes. Or: nearer would be …
deep-listening-role-finds = { $name } finds the words
deep-listening-cue-theirs = The words are theirs to choose.
deep-listening-meant-label = Meant
deep-listening-these = These words
deep-listening-lists = Heard, and meant.
deep-listening-lists-small = They are kept for both only if you both want that.
deep-listening-keep-for-both = Keep for both

deep-listening-meaning = What does this word mean for you?
deep-listening-they-write = { $name } may write what a word means.
deep-listening-meaning-label = What it means for me
deep-listening-meaning-placeholder = For me, this word means …
deep-listening-stay = Stay a moment.
deep-listening-end = Someone spoke, and someone stayed.

deep-listening-tell = Write what it is like.
deep-listening-story = What it is like
deep-listening-which-feelings = Which feelings did you hear?
deep-listening-sentence = One sentence back
deep-listening-matched = Matched. Nothing more is expected.

deep-listening-alone = Speak it aloud to an empty chair.
deep-listening-alone-heard = You heard:

deep-listening-stopped = We stop here for now. What you felt is still true.
deep-listening-paused = Paused. Back together at { $time }. The words can wait.
deep-listening-bell = Stay as long as it needs.
deep-listening-back = You are back. Go on from here.
deep-listening-lot = This is a lot right now. You do not have to go deeper.

deep-listening-after-act = One small act, after what I heard
