# What the bot writes on its own.

# $title: title. $when: date. $where: place.
confirmation = <b>Your seat is confirmed.</b>

    <b>{ $title }</b>
    { $when }
    { $where }
# $place: place on the waiting list.
in-line = <b>You are on the waiting list, place { $place }.</b>
    If a seat becomes free, you move up and hear of it at once.

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

    Your registration stays valid. If the new date does not suit you, please withdraw.
# $before: the former place or link.
changed = <b>The place or access has changed.</b>

    <b>{ $title }</b>
    { $when }
    Before: { $before }
    Now: <b>{ $where }</b>
cancelled = <b>This event is cancelled.</b>

    <b>{ $title }</b>
    { $when }
    { $where }

    There is nothing else to do. The file removes the date from your calendar.
announcement-head = <b>New on offer</b>
repeated = <i>You may have received this message before.</i>
