# What somebody learns, by where they stand: with a seat, on the waiting list, or neither.

standing-moved-seat = Your registration stays valid. If the new date does not suit you, please withdraw.
standing-moved-line = You are still on the waiting list. If the new date does not suit you, please leave it.
standing-cancelled-seat = There is nothing else to do. The file removes the date from your calendar.
standing-cancelled-line = There is nothing else to do. The waiting list is closed.

standing-ask-leave-seat = Do you want to withdraw?
standing-ask-leave-line = Do you want to leave the waiting list?
standing-leave-yes-seat = Yes, withdraw
standing-leave-yes-line = Yes, leave the waiting list
standing-left-seat = You have withdrawn.
standing-left-line = You are no longer on the waiting list.

standing-reminded-seat = You will be reminded of this event.
standing-reminded-line = Reminders will come as soon as you have a seat.

## Which reminders are still to come

# $stages: stages of reminding.
remind-will = The bot reminds you: { $stages }.
remind-none = It is too late for a reminder.
remind-muted = You have turned reminders off.
