### Where the pages of the self-empathy inventory are found again: in one's own space only

inventory-title = Heard for yourself
inventory-only-you = Only you. Nobody else sees that this is here.
inventory-none = No page yet. It is here whenever you want to hear yourself first.
inventory-new = A new page
inventory-on-one-phone = This one is for you alone. Open it when nobody else holds this phone.
inventory-page = A page without words
inventory-felt = Felt
inventory-need = Needed
inventory-helped = Would have helped
inventory-kind = To yourself
inventory-kind-again = A kind sentence of yours
inventory-take = Take a line on
inventory-which = Which line?
inventory-where = Where to? You write it there yourself. Nothing goes by itself.
inventory-carried = It waits there for you, and nobody else sees it.
inventory-erase = Erase this page
inventory-erase-sure = Erase it? Nobody can bring it back.
inventory-gone = It is not here any more.
inventory-family = If this is too heavy to hold alone, tell an adult you trust.
inventory-mirror = Needs that came up this week
inventory-mirror-few = Not enough pages yet for a picture.
