### Weaving: stones told together, and the sentences between them

memory-map-title = Memory map
memory-map-line = for how you came to be here
memory-map-why = When things are mostly well, telling your story in both voices can bring warmth and closeness.
memory-map-source = Life-story work and studies of couples who tell their story together.
memory-map-absent = Begin when you are both here. Or lay one stone.

memory-map-which = Which stones today?
memory-map-which-aloud = Say aloud which ones. Each phone shows the pieces it has.
memory-map-mark-1 = This one
memory-map-mark-2 = Rather not
memory-map-both-chose = { $name } sees only stones you both chose.
memory-map-way = The stones you both chose.
memory-map-way-fewer = Where there are fewer than three, tell one you have not laid yet.
memory-map-way-none = A prompt is drawn for each.
memory-map-walk = Walk these
memory-map-on-this-phone = Stones on this phone

memory-map-remembers = { $name } remembers, you listen
memory-map-tell-1 = Your piece of it. Where were you standing?
memory-map-tell-2 = What do you see first when you think of it?
memory-map-tell-3 = Who else was there? What did it smell of?
memory-map-tell-4 = What did you not say then?
memory-map-own-words = Your own words may be read, or not.
memory-map-tell-new = Tell one you have not laid yet.
memory-map-tell-aloud = Your piece of the stone you said.
memory-map-name-it = With a title it lies on your path. Without one it was only told.
memory-map-draw = Draw a prompt
memory-map-cue-differ = It may differ from yours. Both can be true.
memory-map-cue-notice = Notice one thing you did not know.
memory-map-notice-two = Two memories of one day. Both may stay.
memory-map-passed = Passed. The stone stays where it is.

memory-map-find-aloud = Find the sentence aloud. One of you writes.
memory-map-i-write = I write
memory-map-without = Go on without words
memory-map-they-write = { $name } writes. It joins the path with your yes.
memory-map-side-by-side = Two lines, side by side.
memory-map-keep-both = Keep both lines

memory-map-ordinary = One ordinary thing.
memory-map-cue-take-in = Take it in.
memory-map-share-line = Share this line

memory-map-came = This is the way you came.
memory-map-versions = You can change a line. Versions are kept.
memory-map-keep-so = Keep it so
memory-map-change-line = Change a line
memory-map-own-lines = A line belongs to the one who wrote it, here and later on the map.
memory-map-without-words = The path goes on without words.
memory-map-end = Kept so, on your path.
memory-map-end-small = Each line can be changed later by whoever wrote it. What it said before stays beside it.

memory-map-stopped = We stop here for now. The path stays as it is.
memory-map-paused = Paused. Back together at { $time }. The path waits.
memory-map-back = You are back. You stand at the same stone.
memory-map-skipped = On to the next stone.
memory-map-lot = This is a lot right now. It was then. You are here now.

memory-map-after-moment = What you heard for the first time.
memory-map-after-act = Something from then, again, today.
memory-map-after-together = Go back to one of these places, or cook that meal.
