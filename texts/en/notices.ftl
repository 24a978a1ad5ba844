# What the bot writes on its own.

# $title: title. $when: date. $where: place.
confirmation = <b>Your seat is confirmed.</b>

    <b>{ $title }</b>
    { $when }
    { $where }
# $place: place on the waiting list. $then: what becomes of the next free seat.
in-line = <b>You are on the waiting list, place { $place }.</b>
    { $then }

    <b>{ $title }</b>
    { $when }
    { $where }
moved-up = <b>You have moved up and have a seat.</b>

    <b>{ $title }</b>
    { $when }
    { $where }
# $days: days until the start.
reminder = { $days ->
    [0] <b>Reminder: today</b>
    [one] <b>Reminder: tomorrow</b>
    [7] <b>Reminder: in one week</b>
   *[other] <b>Reminder: in { $days } days</b>
 }

    <b>{ $title }</b>
    { $when }
    { $where }
# $before: the former date.
moved = <b>The date has changed.</b>

    <b>{ $title }</b>
    Before: { $before }
    Now: <b>{ $when }</b>
    { $where }
# $what: what has changed.
changed = { $what ->
    [title] <b>The title has changed.</b>
    [one] <b>One fact has changed.</b>
    [several] <b>Several facts have changed.</b>
   *[place] <b>The place or access has changed.</b>
 }

    <b>{ $title }</b>
    { $when }
# $before: as it was. $after: as it is now.
changed-title = Title before: { $before }
    Title now: <b>{ $after }</b>
changed-place = Before: { $before }
    Now: <b>{ $after }</b>
changed-link = Access before: { $before }
changed-mode = Held before: { $before }
    Held now: <b>{ $after }</b>
# $name: which fact. $value: what it is now.
changed-small = { $name }: <b>{ $value }</b>
changed-none = to be announced
cancelled = <b>This event is cancelled.</b>

    <b>{ $title }</b>
    { $when }
    { $where }
# $reason: reason. $at: day and time.
cancelled-why = Reason: { $reason }
cancelled-instead = Other date: <b>{ $at }</b>
# $title: title. $when: date.
line-ended = <b>{ $title }</b> has begun, no seat became free.
    { $when }
line-ended-next = The next date on this topic:
    <b>{ $title }</b>
    { $when }
announcement-head = <b>New on offer</b>
repeated = <i>You may have received this message before.</i>
