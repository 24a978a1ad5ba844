# The waiting list with terms: a seat is offered, or belongs to whoever takes it first.

moveup-take = Take the seat
moveup-leave = Decline the seat

# $title: title. $when: date. $where: place. $until: end of the term. $otherwise: what happens without an answer.
moveup-offered = <b>There is a seat for you.</b>
    Please answer until <b>{ $until }</b>.
    { $otherwise }
    Who declines leaves the waiting list.

    <b>{ $title }</b>
    { $when }
    { $where }
moveup-otherwise-unanswered = Then it goes to the next. You go to the end of the waiting list and are not asked again for a while.
moveup-otherwise-cut-short = Then all on the waiting list hear of it at once.
# $place: place on the waiting list.
moveup-free = <b>A seat has become free.</b>
    All on the waiting list hear of it now. The first to take it has it.
    You are on the waiting list, place { $place }.

    <b>{ $title }</b>
    { $when }
    { $where }
# $then: what becomes of the next free seat.
moveup-ended = <b>The time for your answer is over.</b>
    You are on the waiting list, place { $place }.
    { $then }

    <b>{ $title }</b>
    { $when }
    { $where }

## On the card

moveup-asked = <b>There is a seat for you.</b> Please answer until { $until }.
moveup-first = <b>A seat is free. The first to take it has it.</b>
moveup-next-seat = If a seat becomes free, you move up and hear of it at once.
moveup-next-offer = If a seat becomes free, it is offered in order. You have twelve hours to answer; quiet times do not count.
moveup-next-later = You did not answer. We ask you again in seven days, on the last day at the latest. If nobody else wants the seat, you can take it until then.
moveup-next-first = If a seat becomes free, all hear of it at once. The first to take it has it.

## After a press

# $title: title.
moveup-taken = You have the seat: { $title }
moveup-left = Thank you for the answer. The seat goes to the next in line.
moveup-missed = This seat is taken already. You are still on the waiting list.
moveup-still-asked = There is a seat for you. Please take it or decline it.

## For coordinators

# $until: end of the term. $n: how many have heard of it.
moveup-runs = Offered: one seat, answer until { $until }
moveup-runs-unsent = Offered: one seat, message still on its way
moveup-runs-all = { $n ->
    [one] A seat is free. One person on the waiting list knows of it.
   *[other] Seats are free. { $n } people on the waiting list know of it.
 }

## In the answer about one's data

# $n: number of offers.
data-moveups = { $n ->
    [one] <b>One offer of a seat</b> is stored. The file tells it.
   *[other] <b>{ $n } offers of seats</b> are stored. The file tells them.
 }
