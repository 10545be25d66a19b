### Photos, wherever one can be added or looked at

photo-add = Add a photo
photo-note = It is made smaller here, and where and when it was taken is left out.
photo-reading = Making it smaller
photo-opening = A photo, opening.
photo-unreadable = This phone cannot open that picture. Another one may work.
photo-words = What does it show?
photo-words-placeholder = Two cups on the stairs
photo-words-why = For someone who cannot see it, or sees it with the lights out. If you like.
photo-take-out = Take the photo out
photo-no-words = A photo without words
photo-coming = A photo, on its way to this phone.
photo-offline = A photo. It comes when this phone reaches the server.
photo-away = A photo. { $name }’s phone has not sent it yet.
photo-refused = The server has no room for this photo. It stays on this phone; the words travel without it.
photo-newer = There is a photo here that a newer Attune can show.
photo-not-here = The photo is not on this phone yet. It can be shared once it has come.
photo-one = A photo
