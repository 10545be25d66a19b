### Words that practices share, beside those in live.ftl

practice-heavy = This is not therapy, and not for when you are afraid.
practice-help = Help near me
practice-afraid = Do you feel afraid? Help that is only for you
practice-someone = Someone to call
practice-fit = Is this a good moment for it?
practice-fit-small = Attune does not say who answered what.
practice-fit-1 = I feel steady enough.
practice-fit-2 = I am not afraid.
practice-fit-3 = I am sober, and not just out of a fight.
practice-fit-yes = Yes, all three
practice-fit-table = Both steady enough?
practice-fit-table-small = If either is unsure, choose another time.
practice-another-time = Another time suits this better.
practice-breathe-together = Breathe together
practice-hear-myself = Hear myself first
practice-next = Next
practice-ready = Ready
practice-yes = Yes
practice-no = No
practice-share = Share
practice-keep = Keep
practice-leave-it = Leave it
practice-leave-open = Leave it open
practice-send = Send
practice-seal-and-send = Seal and send
practice-sent = Sent. There is nothing more to do for now.
practice-nothing-to-do = There is nothing to do for now.
practice-no-question = No question
practice-question = A question
practice-answer = An answer
practice-note = Add a note
practice-said-it = I have said it
practice-will-see = { $name } will see this when you press Share.
practice-will-see-next = { $name } will see this when you go on.
practice-only-you = Only you, on this phone
practice-heard = How heard do you feel?
practice-heard-small = Only you see this.
practice-heard-1 = not yet
practice-heard-2 = a little
practice-heard-3 = partly
practice-heard-4 = mostly
practice-heard-5 = fully
practice-carry = Carry one thing on, or nothing.
practice-carry-words = In your words, for yourself
practice-carry-on = Carry it on
practice-nothing-more = Nothing more
practice-after-request = Ask for something I need

## Choosing how

practice-which = Which one
practice-who = Who would like to be heard?
practice-me = Me
practice-mode-alone = Alone
practice-own-time = Each in your own time. What you send opens when { $name } looks.
practice-past = Earlier
practice-stone-first = Read a stone first?
practice-would-be-heard = { $name } would like to be heard for { $minutes } minutes.
practice-newer = { $name } has a newer practice.
practice-newer-small = Open the newer Attune when it is offered, or do this one on { $name }’s phone.
practice-none = There is no such practice here.
practice-none-small = Look among those that are, or open the newer Attune when it is offered.
practice-one-phone-instead = One phone

## What is written

practice-only-result = { $name } does not see this, only what comes out of both. From that it can sometimes be guessed.
practice-will-see-now = { $name } sees this as you write it.
practice-not-here = Not here yet, or taken back
practice-add = Add
practice-need-groups = Groups of needs
practice-another-word = Another word
practice-take-out = Take out: { $line }
practice-another-way = Another way to begin: { $stem }

## The calm shape

breath-leads = This phone leads. A soft tone marks each turn of the breath.
breath-one-leads = Let one phone lead by sound. The other can rest.
breath-quicker-when-both = Quicker when you both choose it.
breath-there = there
breath-and-back = and back

## Questions about a line

gentle-leave-so = Leave it so
gentle-when = When was that? One morning, one sentence?
gentle-which-time = Which time comes to mind first?
gentle-seen-or-heard = What did you see or hear { $name } do?
gentle-ends-before = Could the sentence end before that word?
gentle-one-detail = Who, where, when? One detail is enough.
gentle-camera = Would the camera know that?
gentle-up-to-you = And if it were only up to you?
gentle-instead = What would you love instead?
gentle-tomorrow = How would it sound for tomorrow?
gentle-seen-doing = What would you see { $name } do?
gentle-one-evening = What would one evening of it be?
