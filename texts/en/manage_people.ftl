# Who is registered for a training, and how somebody is taken out.

manage-people = Who is registered
people-head = <b>Registered: { $title }</b>
    { $when }
people-none = Nobody is registered yet.
people-hint = Press a number to take that person out. You are asked first.
people-waits = Waiting list { $place } (number { $code }), { $institution }
people-waits-named = Waiting list { $place } (number { $code }), { $institution }: { $name }
people-held = held
people-seat = Number { $code }
people-find = Search
seeking-who = Whom are you looking for? Write the seat's number, the beginning of the name, or “page 12”. Nothing of it is stored.
seeking-again = Please write a number or the beginning of a name.
seeking-none-code = Nobody is registered under the number { $code }.
seeking-none-name = No name that you may read here begins like that. Try the seat's number.
seeking-none-page = The list has { $pages ->
    [one] only one page
   *[other] { $pages } pages
 }.
seeking-found = { $n ->
    [one] One person fits.
   *[other] { $n } people fit.
 }
seeking-first = Shown first: { $n }. Write more of the name.
seeking-list = To the list
people-add = Book block seats

removal-head = <b>{ $title }</b>
    { $when }
removal-code = Which number does the person have? Please type it.
removal-reason = <b>Why do you take the person out?</b>
    They read this reason.
removal-sure = <b>Do you want to take the person out?</b>
    Reason: { $reason }

    They get a message. A free seat goes to the waiting list.
removal-sure-yes = Yes, take out
removal-no = No, do not take out
removal-reason-asked = At their own wish
removal-reason-left-office = No longer with this office
removal-reason-twice = Registered twice
removal-reason-not-meant = Not among those it is for
removal-reason-organisation = Reasons of organisation
removal-done = <b>Number { $code } is taken out.</b> The person gets a message.
removal-not-gone = Nobody is registered under number { $code }.
removal-not-closed = This is no longer possible. The training has begun or is called off.

taken-out-seat = <b>Your registration was cancelled.</b>

    <b>{ $title }</b>
    { $when }
    Reason: { $reason }

    The coordination office decided this: { $host }. It is glad to answer questions.
taken-out-line = <b>Your place on the waiting list was cancelled.</b>

    <b>{ $title }</b>
    { $when }
    Reason: { $reason }

    The coordination office decided this: { $host }. It is glad to answer questions.
