# A word to many: to those registered for a training, or to the whole network.

button-write = Message
write-to-all-button = Notice to the network
write-head = <b>Message about: { $title }</b>
    { $when }
write-head-network = <b>Notice to the network</b>
write-to = Who gets the message?
write-to-registered = Registered with a seat
write-to-came = Who was there
write-to-waiting = Waiting list
write-to-both = Registered and waiting list
write-to-unanswered = Who has not answered
write-to-office = One district
write-to-all = Everybody in the network
write-to-some = By district and sector
write-office = From which district?
write-of-office = Registered and waiting list from { $office }
write-words = Please write the text in one message. It may have { $most } characters.

    <b>Please not a word about a child, a family or a single person.</b>
write-short = This text is too short. Please write it again.
write-long = This text is too long. Please write at most { $most } characters.
write-case = This text sounds like a single case. Nothing was kept and nothing was sent.
write-names = <b>Please look closely:</b> this looks like people: { $names }
write-preview = <b>This is how others read it:</b>
write-notice = <b>Notice</b> · { $network }

    { $words }
write-message = <b>Message about: { $title }</b>
    { $when }

    { $words }

    { $n ->
        [one] <i>Coordination office, { $host }</i>
       *[other] <i>Coordination offices: { $host }</i>
    }
write-send = To: { $audience }
write-reaches = { $n ->
    [0] This reaches nobody.
    [one] Reaches one person.
   *[other] Reaches { $n } people.
 }
write-reaches-few = Reaches few people (fewer than { $least }).
write-sure = { $n ->
    [one] This goes to one person. Do you really want to send it?
   *[other] This goes to { $n } people. Do you really want to send it?
 }
write-sure-yes = Yes, send to all
write-at = When shall it be sent? Choose, or write day and time.
    For example: <code>{ $example }</code>
write-too-far = That is too far ahead. Please choose an earlier time.
write-confirm = It is sent: <b>{ $when }</b>
write-confirm-yes = Plan it like this
write-nobody = This reaches nobody.
write-not-yours = Only those can do this who were allowed to write the message.
write-planned = The message is planned.
write-started = The message goes out in a minute.
write-take-back = Take back
write-taken-back = The message is taken back. Nobody has received it.
write-too-late = It is too late for that: the message is already going out.
write-about-network = Notice to the network

written-scheduled = <b>Message planned</b>
    { $about }
written-running = <b>Message is being sent</b>
    { $about }
written-done = <b>Message sent</b>
    { $about }
written-cancelled = <b>Message taken back</b>
    { $about }
write-sent-few = Sent to few people (fewer than { $least }).
write-few-unreachable = Some could not be reached (fewer than { $least }).
write-few-failed = Some failed or expired (fewer than { $least }).
write-few-unknown = Some are unknown (fewer than { $least }): Telegram did not confirm that they arrived.
