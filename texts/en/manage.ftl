# Looking after one's own trainings.

manage-none-coming = Your office has no trainings at present. With /new you can plan one.
# $n: number of trainings.
manage-head-coming = <b>Manage trainings</b>
    { $n ->
        [one] One training
       *[other] { $n } trainings
    }
manage-to-coming = Coming
manage-to-drafts = Drafts
manage-to-past = Past
manage-none-drafts = Your office has no drafts at the moment.
# $n: number of drafts.
manage-head-drafts = <b>Drafts of your office</b>
    { $n ->
        [one] One draft
       *[other] { $n } drafts
    }
manage-none-past = There are no past trainings yet.
# $n: number of trainings.
manage-head-past = <b>Past trainings</b>
    { $n ->
        [one] One training
       *[other] { $n } trainings
    }
# $n: number in the list.
manage-again-n = { $n }. once more
manage-again = Offer it once more
manage-draft-card = <b>Draft: { $title }</b>
    { $when }
    { $where }

    Only the coordinators of your office see it.
manage-draft-on = Go on with it
manage-draft-drop = Discard the draft
manage-draft-ask = Do you want to discard this draft?

    <b>{ $title }</b>
    { $when }
manage-draft-drop-yes = Yes, discard it
manage-draft-drop-no = No, keep it
manage-draft-dropped = <b>Discarded.</b> The draft { $title } is gone.
manage-unclosed = <b>not closed yet</b>
# $number: running number. $title: title. $when: date.
manage-entry = <b>{ $number }. { $title }</b>
    { $when }
# $taken: seats given away. $seats: all seats.
manage-taken-of = { $seats ->
    [one] { $taken } of one seat taken
   *[other] { $taken } of { $seats } seats taken
 }
manage-taken = { $taken ->
    [one] one seat taken
   *[other] { $taken } seats taken
 }
manage-waiting = { $waiting ->
    [one] one person waits
   *[other] { $waiting } people wait
 }
manage-short = The minimum number { $n } is not reached.
# $n: number of people.
manage-away = { $n ->
    [one] One person on the waiting list is out of reach and moves up once back.
   *[other] { $n } people on the waiting list are out of reach and move up once back.
 }
manage-list = To the list

# $where: place. $deadline: deadline. $reminders: stages of reminding.
manage-card = <b>{ $title }</b>
    { $when }
    { $where }

    Register by: { $deadline }
    Reminders: { $reminders }
manage-change = Change
manage-move = Move
manage-cancel = Call off
manage-close = Wrap up
manage-deliveries = Delivery
manage-attendance = Attendance list
manage-shut = Close registration
manage-open = Open registration

manage-choose-change = <b>{ $title }</b>

    What would you like to change?
# $name: what is changed. $value: what it is so far.
change-head = <b>{ $title }</b>
    { $name } so far: { $value }

# $before: so far. $after: from now on. $people: number of people registered and waiting.
change-preview = <b>{ $title }</b>

    So far: { $before }
    From now on: <b>{ $after }</b>

    { $people ->
        [0] Nobody has registered yet.
        [one] One person will be told.
       *[other] { $people } people will be told.
    }
manage-move-yes = Yes, move it
manage-change-yes = Yes, change it
manage-cancel-yes = Yes, call it off
manage-cancel-no = No, keep it

manage-take-back = Take back
# $title: title. $when: date.
manage-ask-take-back = Would you like to take this training back?

    <b>{ $title }</b>
    { $when }

    No announcement has gone out yet, and nobody was registered. It disappears and counts nowhere.
manage-take-back-announcement = The planned announcement is dropped.
manage-take-back-yes = Yes, take it back
manage-take-back-no = No, keep it on offer
manage-taken-back = <b>Taken back.</b> { $title } is no longer on offer and counts nowhere.
manage-refused-known = Others know of it already. It can only be called off now.

# $own: answers from one's own youth office. $others: from others, a number or «under 5».
manage-regrets = Not this time: { $own } from your youth office, { $others } elsewhere.
# $few: from so many on they are counted.
manage-few = under { $few }
# $at: beginning of the announcement.
manage-announcement = Announcement: { $at }
manage-announcement-show = See the announcement
manage-this = To the training

manage-saved = <b>Saved.</b>
manage-moved = <b>Moved.</b>
manage-cancelled = <b>Called off.</b>
manage-shut-done = <b>Registration is closed.</b>
manage-open-done = <b>Registration is open.</b>
# $people: number of people. $at: moment.
manage-told = { $people ->
    [one] One person is told now.
   *[other] { $people } people are told now.
 }
manage-told-later = { $people ->
    [one] One person will be told: { $at }.
   *[other] { $people } people will be told: { $at }.
 }
manage-moved-up = { $people ->
    [one] One person moves up.
   *[other] { $people } people move up.
 }

manage-refused-gone = This training is no longer there.
manage-refused-draft = This is still a draft.
manage-refused-published = Somebody has published this draft already.
manage-refused-not-first-host = Only the office that invites first names the others.
manage-refused-overtaken = <b>This was changed meanwhile.</b> Please look at how it stands now.
manage-refused-cancelled = This training has been called off.
manage-refused-over = This training is over.
manage-refused-started = This training has already begun.
manage-refused-past = This date lies in the past.
manage-refused-end-before-start = The end must lie after the beginning.
manage-refused-deadline = The deadline must lie between now and the beginning.
# $taken: seats given away.
manage-refused-seats-taken = { $taken ->
    [one] One seat is taken already. Fewer are not possible.
   *[other] { $taken } seats are taken already. Fewer are not possible.
 }
manage-not-yours = Another office looks after this training.

# $people: number of people registered.
manage-attendance-head = <b>Attendance list: { $title }</b>
    { $when }
    { $people ->
        [0] Nobody has registered yet.
        [one] One person has registered.
       *[other] { $people } people have registered.
    }
# $code: seat number. $institution: institution. $name: voluntary name.
manage-seat = Seat { $code }, { $institution }
manage-seat-named = Seat { $code }, { $institution }: { $name }

# The questions of a change are those of planning.
change-title = { plan-title }
change-place = { plan-place }
change-link = { plan-link }
change-day = { plan-day }
change-start = { plan-start }
change-end = { plan-end }
change-seats = { plan-seats }
change-deadline = { plan-deadline }
change-units = { plan-units }
change-reminders = { plan-reminders }
change-case = { plan-case }
change-topic = { plan-topic }
change-format = { plan-format }
change-mode = { plan-mode }
change-sectors = { plan-sectors }
change-accessibility = { plan-accessibility }
change-description = { plan-description }
change-speakers = { plan-speakers }
change-cost = { plan-cost }
change-contact = { plan-contact }
change-minimum = { plan-minimum }
change-approval = { plan-approval }
change-hosts = { plan-hosts }
change-hosts-names = An office that joins sees names of registrations from now on only.
# $people: so many move up at most.
change-check-seats = <b>{ $title }</b>

    So far: { $before }
    From now on: <b>{ $after }</b>

    { $people ->
        [0] Nobody moves up. Nobody will be told.
        [one] At most one person moves up and is told at once. Nobody else will be told.
       *[other] At most { $people } people move up and are told at once. Nobody else will be told.
    }
# $people: number of people with a seat.
change-check-reminders = <b>{ $title }</b>

    So far: { $before }
    From now on: <b>{ $after }</b>

    { $people ->
        [0] Nobody has registered yet.
        [one] One person with a seat will be reminded like this. This person is not told now.
       *[other] { $people } people with a seat will be reminded like this. They are not told now.
    }
# $before: until now. $after: from now on. $people: number of people registered and waiting.
change-telling = <b>{ $title }</b>

    Until now: { $before }
    From now on: <b>{ $after }</b>

    { $people ->
        [one] One person is registered or waiting. Shall this person learn of it?
       *[other] { $people } people are registered or waiting. Shall they learn of it?
    }
change-tell = Change and tell them
change-quietly = Only change

# The questions before a training is called off.
cancel-head = <b>{ $title }</b>
    { $when }
cancel-reason = <b>Why is it called off?</b>
cancel-name-reason = Reason
cancel-reason-chosen = Reason: { $value }
# $example: a moment as one writes it.
cancel-instead = <b>Is there another date?</b>
    Choose one, or write day and time: <code>{ $example }</code>
cancel-name-instead = Other date
cancel-instead-chosen = Other date: { $value }
# $people: number of people registered and waiting.
cancel-check = <b>Do you want to call this training off?</b>
    { $people ->
        [0] Nobody is registered yet.
        [one] One person learns of it.
       *[other] { $people } people learn of it.
    }
cancel-past = This date lies in the past.
