# Correcting the attendance of a closed event.

recount-list = Correct attendances
recount-which = Which event's attendances are wrong?
recount-none = There is no closed event that can be corrected.
recount-head = <b>Correct attendances: { $title }</b>
    { $when }
recount-line = { $label }: <b>{ $n }</b>
recount-total = Together: <b>{ $n }</b>
recount-office = Which youth office district is the institution in whose number is wrong?
recount-sector = Which institution is it?
recount-sector-chosen = { $value }
recount-by = How many more or fewer came? You can also write a number, such as -12.
recount-more = { $n } more
recount-fewer = { $n } fewer
recount-impossible = So many were not entered.
recount-by-chosen = <b>{ $value }</b>
recount-then = Together then: <b>{ $n }</b>
recount-reason = The old entry stays. A counter-entry takes it back.
    <b>Why is it corrected?</b> Choosing the reason corrects it.
recount-done = <b>Corrected:</b> { $title }, now { $n ->
    [one] one attendance
   *[other] { $n } attendances
 }.
recount-again = Correct another number
