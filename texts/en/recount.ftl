# Correcting the attendance of a closed event.

recount-list = Correct attendances
recount-which = Which event's attendances are wrong?
recount-none = There is no closed event that can be corrected.
recount-head = <b>Correct attendances: { $title }</b>
    { $when }
recount-line = { $label }: <b>{ $n }</b>
recount-total = Together: <b>{ $n }</b>
recount-which-office = Which youth office district is the institution in whose number is wrong?
recount-which-sector = Which institution is it?
recount-how-many = { $institution }: How many more or fewer came? You can also write a number, such as -12.
recount-more = { $n } more
recount-fewer = { $n } fewer
recount-impossible = { $institution }: So many were not entered.
recount-why = Why is it corrected?
recount-check = { $institution }: <b>{ $by }</b>
    Reason: { $reason }
    Together then: <b>{ $n }</b>

    The old entry stays. A counter-entry takes it back.
recount-write = Correct it
recount-done = <b>Corrected:</b> { $title }, now { $n ->
        [one] one attendance
       *[other] { $n } attendances
    }.
recount-again = Correct another number
