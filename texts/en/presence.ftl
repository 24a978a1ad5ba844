# Who is there: the list at the door, and the code to check in.

presence-button = Who is there
presence-head = <b>Who is there: { $title }</b>
    { $when }
    There: { $came } · Missing: { $missed }
presence-came = there
presence-missed = missing
presence-hint = Press a number to mark: there. Once more: missing. A third time removes the mark.
presence-hours-button = Shortened attendance
presence-hours-head = <b>Shortened attendance: { $title }</b>
    { $when }
presence-hours-hint = Who was there for a part of the time? Press a number to say how long. The certificate says so, too.
presence-hours-of = { $units } of { $whole } units
presence-hours-n = { $units ->
    [one] 1 unit
   *[other] { $units } units
 }
presence-hours-all = All units: { $units }
presence-hours-ask-units = How many teaching units did number { $code } attend?
presence-hours-ask-sessions = Which dates did number { $code } attend? Press to change: there or missing.
presence-hours-ask-none = There is no more than one teaching unit here. It cannot be shortened.
presence-hours-now = Noted: { $hours }
presence-hours-session = { $when }: { $state }
presence-hours-noted = Number { $code }: { $units ->
    [one] 1 unit
   *[other] { $units } units
 } noted.
presence-let-first-in = Let in the next of the waiting list
presence-let-in = Number { $code } has a seat now and is there.
presence-noted-came = Number { $code } is there.
presence-noted-missed = Number { $code } is missing.
presence-noted-none = Number { $code } has no mark any more.
presence-checked-in = <b>You are checked in.</b>
presence-checked-in-before = <b>You were checked in before.</b>
presence-checked-in-again = <b>You are checked in.</b> The mark holds for the whole series.
presence-of = <b>{ $title }</b>
    { $when }
presence-not-unknown = This code is not valid here.
presence-not-not-yours = Only the coordination offices that host it see this.
presence-not-early = This is possible from one hour before the start.
presence-not-over = This is over. The code is no longer valid.
presence-not-off = This training does not take place.
presence-not-closed = The training is closed. Marks do not change any more.
presence-not-no-seat = There is no seat for it. Please turn to the coordination on site.
presence-not-nobody = Nobody is on the waiting list.
presence-not-away = This number is not marked as there. Please mark that first.
presence-not-nothing-left = That is not possible here. Who attended nothing is marked as missing.
presence-not-full = No seat is free, or nobody on the waiting list can be reached.
presence-holds = The code is for: { $when }
card-came = Noted: you were there.
card-came-part = Noted: you attended { $hours }.
card-missed = Noted: you were not there.
privacy-presence = <b>Whether you were there</b>
    Your registration may say whether and how long you were there. You note it yourself with the code at the door, or the hosting coordination offices do. Only they and you read it. Your own office reads it only if it hosts. It is never counted by person and is erased with the registration.
close-marked = Meanwhile it has changed who was there. Please look at the numbers once more.
close-by-marks = Proposed are those who were marked as there.
