### Help near me

help-title = Help near you
help-country = Your country
help-country-none = Another country
help-emergency = In danger now
help-violence = Violence or control by someone close
help-crisis = When it is too much
help-number-where = { $number }: { $where }
help-write = Write: { $text }
help-for = For { $who }
help-hours = { $hours }
help-checked = checked { $date }
help-young = Tell an adult you trust, not only this phone.
help-trace = Calls stay in the phone’s list, and pages in the browser’s history.
help-directory = A directory
help-cover = Cover
help-cover-how = Cover, or Shift three times, shows a blank page at once. Three taps bring Attune back, at Today. It does not hide the app itself or the history.
