# Closing an event after its end.

close-request = { $n ->
    [one] <b>Please close</b>
   *[other] <b>Still open: please close</b>
 }

    <b>{ $title }</b>
    { $when }

    How many came? Your answer counts for the report.
close-head = <b>Close: { $title }</b>
    { $when }
close-numbers = How many came?
close-line = { $institution }: <b>{ $came }</b> of { $registered } registered
close-total = { $n ->
    [one] Together: <b>one</b> person
   *[other] Together: <b>{ $n }</b> people
 }
close-all-came = Everybody came
close-add = Another institution
close-finish = Close like this
close-later = Later
close-number = { $institution }, { $registered } registered: how many came? Please write the number.
close-sector = Which institution came?
close-done = { $n ->
    [one] <b>Closed:</b> { $title }, one attendance.
   *[other] <b>Closed:</b> { $title }, { $n } attendances.
 }
close-done-toast = The event is closed.
close-left = Closing <b>{ $title }</b> is still to be done.
close-gone = This event does not exist any more.
close-cancelled = This event is cancelled. There is nothing to close.
close-not-over = This event is not over yet.
close-closed = This event is closed already.
close-sealed = The year of this event is sealed. It cannot be closed any more.
button-close = Close
