# What became of the messages about one's own events.

delivered-head = <b>Deliveries of the last days</b>
delivered-head-one = <b>Deliveries: { $title }</b>
delivered-count = { $state }: { $n }
delivered-none = There are no messages of the last days.
# $n: number of messages that did not arrive.
delivered-troubled = <b>{ $n ->
        [one] One message
       *[other] { $n } messages
    } did not surely arrive</b>
delivered-no-trouble = All is well. Nothing is unknown or failed.
delivered-entry = { $number }. <b>{ $state }</b>: { $kind }
    { $title }
    { $when }
delivered-institution = To: { $institution }
delivered-resend = { $number }. Send again
delivered-settle = { $number }. Take as delivered
delivered-resent = The message is being sent again.
delivered-settled = The message counts as delivered.
delivered-decided = This has been decided already, or it is too late.
delivered-doubts = <b>Not all messages surely arrived.</b>
delivered-doubts-do = Please look at the deliveries. There you decide what is sent once more.
delivered-open = Look at deliveries
delivered-missed = { $n ->
    [one] <b>One reminder was not sent.</b>
   *[other] <b>{ $n } reminders were not sent.</b>
 }
    It was too late for it.

    <b>{ $title }</b>
    { $when }
    Reminder: { $stage }

## Kinds of messages

delivery-kind-answer = Answer
delivery-kind-card = Card
delivery-kind-confirmation = Confirmation
delivery-kind-moved-up = Moving up
delivery-kind-reminder = Reminder
delivery-kind-announcement = Announcement
delivery-kind-words = Message to many
delivery-kind-nudge = Question before the deadline
delivery-kind-moved = New date
delivery-kind-changed = Change
delivery-kind-cancelled = Cancellation
delivery-kind-line-ended = End of the waiting list
delivery-kind-seat-offered = Offer of a seat
delivery-kind-seat-free = Free seat, to all
delivery-kind-offer-ended = End of an offer
delivery-kind-approval-asked = Request for approval
delivery-kind-approval-given = Approval
delivery-kind-approval-ended = End of a request
delivery-kind-progress = Progress
delivery-kind-close-request = Request to close
delivery-kind-access-request = Request for access
delivery-kind-access-granted = Access granted
delivery-kind-access-declined = Access declined
delivery-kind-alert = Notice
delivery-kind-feedback = Feedback
delivery-kind-removal = Tidying up the chat
delivery-kind-last-words = Last words
names-left = A list of names could not be taken out of this chat. Please delete the message yourself.
