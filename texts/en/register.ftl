# Short answers to a press around registering.

register-done = You are registered: { $title }
register-held = Your seat is reserved until your coordination office approves.
register-waiting = You are on the waiting list, place { $place }.
register-already = You are registered already.
register-already-waiting = You are on the waiting list already, place { $place }.
register-changed = The facts have changed. Please check the card.
register-gone = This event no longer exists.

# $moved_up: number of people who moved up.
leave-done = You have withdrawn from <b>{ $title }</b>. { $moved_up ->
    [0] Your seat is free again.
    [one] One person from the waiting list moves up.
   *[other] { $moved_up } people from the waiting list move up.
 }
leave-line-done = You are no longer on the waiting list of <b>{ $title }</b>.
leave-file = The file removes the date from your calendar.
calendar-off = If the date is in your calendar, the file takes it out.
leave-nothing = You are not registered for this.
leave-changed = The facts have changed. Please check them.
mute-on = You will get no more reminders of this event.

mine-none = You have no registrations right now.
mine-head = { $n ->
    [one] <b>Your registration</b>
   *[other] <b>Your { $n } registrations</b>
 }

# «Not this time»: an answer without a seat.
regret-done = Thank you for the answer. You can change your mind until the registration deadline.
regret-back = Your answer is taken back.
regret-nothing = There is no answer to take back.
