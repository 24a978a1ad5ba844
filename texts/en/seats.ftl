# Block seats and quotas of a training.

manage-blocks = Block seats
manage-quotas = Quotas
# $blocked: number of block seats; stands behind the number of seats taken.
manage-blocked = , { $blocked ->
    [one] one of them a block seat
   *[other] { $blocked } of them block seats
 }
# $institution: institution. $n: number of seats.
manage-seat-block = Block seats { $institution }: { $n }

# $title: title. $when: date.
seating-blocks = <b>Block seats: { $title }</b>
    { $when }

    These seats are for institutions that take part without Telegram.
seating-no-blocks = Nothing is booked so far.
# $institution: institution. $n: number of seats.
seating-line = { $institution }: <b>{ $n }</b>
seating-add = Choose an institution
seating-sector = For which institution would you like to book seats?

seating-quotas = <b>Quotas: { $title }</b>
    { $when }

    These seats are kept for a youth office until the release.
# $n: seats without a quota. $seats: all seats. $day: day of the release.
seating-common = Open to all: { $seats ->
        [one] { $n } of one seat
       *[other] { $n } of { $seats } seats
    }
    All seats are released: { $day }
# $quotas: youth offices with their numbers. $day: day of the release.
seating-quota-line = Quotas: { $quotas }
    Release: { $day }

# $institution: institution. $title: title. $n: chosen number. $before: number so far.
# $kind: a quota or block seats (block).
seating-number = <b>{ $institution }</b>
    { $title }
    { $when }

    { $kind ->
        [quota] Quota
       *[block] Block seats
    }: <b>{ $n }</b>, so far { $before }
# $most: largest possible number.
seating-most = At most { $most ->
        [one] one is
       *[other] { $most } are
    } possible.
seating-book = Book these
seating-keep = Keep these

# $taken: number of seats.
manage-refused-seats-kept = { $taken ->
        [one] One seat is
       *[other] { $taken } seats are
    } taken or kept. Fewer are not possible.
manage-refused-seats-full = { $taken ->
    [0] No seat is free any more.
    [one] Only one seat is still free.
   *[other] Only { $taken } seats are still free.
 } More cannot be booked.
manage-refused-quota-full = { $taken ->
    [0] No seat can be kept for this youth office.
    [one] At most one seat can be kept for this youth office.
   *[other] At most { $taken } seats can be kept for this youth office.
 }
manage-refused-no-limit = Quotas need a fixed number of seats.
manage-refused-released = The quotas have been released already.

# $day: last day on which the seats are kept.
card-kept = Free seats are kept for other youth offices until { $day }.
card-kept-wait = You can join the waiting list.
