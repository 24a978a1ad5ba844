# The dates of a series.

# $n: number of dates. $first: the first one.
session-from = { $n ->
    [one] One date from { $first }
   *[other] { $n } dates from { $first }
 }
session-all = { $n ->
    [one] A series of one date:
   *[other] A series of { $n } dates:
 }
# $number: which of the dates. $of: number of dates. $when: day and time.
session-one = Date { $number } of { $of }: { $when }
# $title: title. $number: which of the dates. $of: number of dates.
session-title = { $title } ({ $number }/{ $of })
# $when: the day that is proposed.
session-add = Also on { $when }
session-drop = Drop this date
session-stay = Leave it as it is
# $when: the day of the date. $example: something the bot understands.
session-change = <b>What shall become of the date on { $when }?</b>
    Choose another day, or write the date: <code>{ $example }</code>
# $n: number of dates that changed. $changes: a line for each.
session-changed = <b>{ $n ->
        [one] One date of the series has changed.
       *[other] Dates of the series have changed.
    }</b>
    { $changes }
# $before: former date. $after: new date.
session-moved = Instead of { $before }: { $after }
session-dropped = Does not take place: { $before }
# $title: title. $when: all dates. $where: place.
session-changed-now = <b>{ $title }</b>
    { $when }
    { $where }
manage-refused-overlap = Two dates would overlap.
manage-refused-only-session = This is the only date. You can call the event off.
# $title: title. $when: all dates.
session-list = <b>{ $title }</b>
    { $when }

    Which date changes?
# $number: which of the dates. $when: day and time.
session-button = { $number }. { $when }
# $title: title. $when: the date. $people: number of people.
session-what = <b>{ $title }</b>
    { $when }

    { $people ->
        [0] Nobody is registered yet.
        [one] One person learns of it.
       *[other] { $people } people learn of it.
    }
session-move = Move
session-drop-yes = Drop and tell everybody
session-dropped-done = The date is dropped.
session-gone = This date is not there any more.
session-begun = This date has already begun.
manage-sessions = Dates
# $when: day of the date. $n: number of people.
close-session = Date { $when }: { $n }
# $example: numbers as one writes them.
close-sessions = <b>How many came to which date?</b>
    Or write all numbers in their order: <code>{ $example }</code>
close-sessions-none = To one date all came whom you have just counted.
close-sessions-more = It cannot be more than just counted. “Back” leads to the numbers.
# $n: number of dates.
close-sessions-each = { $n ->
    [one] Please write one number.
   *[other] Please write { $n } numbers, one for each date.
 }
close-numbers-series = <b>How many came to the date with the most people?</b>
# $when: day of the date.
close-session-fewer = { $when } fewer
close-session-more = { $when } more
recount-session = <b>What was different?</b>
recount-session-all = At all dates
# $when: day of the date. $n: number of people.
recount-session-one = Only on { $when }, so far { $n }
# $value: what was chosen.
recount-session-chosen = Date: { $value }
