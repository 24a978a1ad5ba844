# The card of a training and what its buttons say.

# $title: title. $format: format. $when: date. $where: place. $host: inviting youth office.
card = <b>{ $title }</b>
    { $format }

    { $when }
    { $where }
    { $host }
# $text: the beginning of the description.
card-description = { $text }
card-seated = <b>You are registered.</b>
card-waiting = <b>You are on the waiting list, place { $place }.</b>
# $code: number of the own seat on the list at the door.
seat-code = Your seat number: { $code }
card-started-seat = <b>This event has begun. You have a seat.</b>
card-started-line = This event has begun. No seat became free.
card-over-seat = This event is over. You had a seat.
card-over-line = This event is over. No seat became free.
card-facts-changed = <b>Please check the facts. They have changed.</b>
card-cancelled = <b>This event is cancelled.</b>
# $deadline: registration deadline.
card-open = Register until { $deadline }.
# $free: free seats.
card-seats = { $free ->
    [0] All seats are taken. You can join the waiting list.
    [one] One seat left. Register until { $deadline }.
   *[other] { $free } seats left. Register until { $deadline }.
 }
card-regrets = <b>You answered: Not this time.</b> Registration until { $deadline }.
card-for-all = all sectors

card-only-for = Only for: { $sectors }
closed-draft = This event has not been published yet.
closed-cancelled = This event is cancelled.
closed-started = This event has already begun.
closed-over = This event is over.
closed-deadline = Registration ended on { $deadline }.
closed-registration-closed = Registration is closed.
# $sectors: sectors.
closed-not-for-sector = This offer is for: { $sectors }.

details = <b>{ $title }</b>

    <b>Date:</b> { $when }
    <b>Place:</b> { $where }
    <b>Topic:</b> { $topic }
    <b>Format:</b> { $format }, { $mode }
    <b>Extent:</b> { $units ->
        [one] one unit
       *[other] { $units } units
    } of 45 minutes
    <b>For:</b> { $sectors }
    { $n ->
        [one] <b>Invited by:</b> { $host }
       *[other] <b>Invited together by:</b> { $host }
    }
    <b>Register until:</b> { $deadline }
    <b>Withdraw at ease until:</b> { $withdraw }
# $link: address of the online meeting.
details-link = <b>Access:</b> { $link }
details-support = Do you need support on site? Please write directly to { $mail }.
# $value: who speaks, what it costs, who answers questions.
details-speakers = <b>Speakers:</b> { $value }
details-cost = <b>Cost:</b> { $value }
details-contact = <b>Contact:</b> { $value }
details-approval = <b>Approval:</b> by the own coordination office
# $n: number of people.
details-minimum = { $n ->
    [one] <b>Minimum:</b> one person
   *[other] <b>Minimum:</b> { $n } people
 }
# $text: the description, several lines.
details-description = <b>Description:</b>
    { $text }
accessibility-step-free = Step-free access.
accessibility-hearing-loop = With a hearing loop.
accessibility-sign-language = With sign language.
accessibility-captions = With captions.

ask-leave = <b>{ $title }</b>
    { $when }
ask-leave-late = The time to withdraw is over. Withdrawing still helps: somebody can move up.

button-register = Register
button-wait = Join the waiting list
button-regret = Not this time
button-regret-back = Leave it open
button-leave = Withdraw
button-leave-line = Leave the waiting list
button-leave-no = No, stay in
button-details = Details
button-calendar = Calendar
button-back = Back
button-menu = Menu
button-pass-on = Pass on
button-mute = No reminders
button-unmute = Turn reminders on

calendar-file = training.ics
# $n: number of inviting offices. $host: their names.
calendar-description = { $n ->
    [one] Invited by { $host }. Please ask the coordination office if you have questions.
   *[other] Invited together by { $host }. Please ask the coordination offices if you have questions.
 }
