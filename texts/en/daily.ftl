# The day in one message, for coordinators.

daily = <b>Today for you</b>
daily-short = <b>Minimum number not reached</b>
daily-minimum = Minimum number: { $n }
daily-doubts = <b>Messages that something is wrong with</b>
daily-later = Extend deadline
daily-go-ahead = Hold it anyway
daily-goes-ahead = The training takes place anyway. The bot will not ask again.
daily-too-late = It is too late for that.
daily-do-decide = Decide: { $title }
daily-deadline = <b>Registration deadline reached</b>
daily-coming = <b>Next</b>
daily-left = <b>Withdrawn late</b>
daily-stuck = <b>Seats are free, but nobody on the waiting list can be reached</b>
daily-unclosed = <b>Not closed yet</b>
daily-line = { $title }, { $when }
daily-left-n = { $n ->
    [one] One late withdrawal
   *[other] { $n } late withdrawals
 }
daily-do-close = Close: { $title }
daily-do-list = Get the list: { $title }
daily-do-look = Look at: { $title }
daily-off = No longer daily
daily-on = Daily again
daily-is-off = You no longer get the daily overview. Single hints still come.
daily-is-on = You get an overview at 07:30 on working days, if there is something.
