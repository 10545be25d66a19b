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
