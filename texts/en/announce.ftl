# Planning, sending and following an announcement.

announce-head = <b>Announce: { $title }</b>
    { $when }
announce-preview = This is what others will see:
announce-whom = Who should get the announcement?
audience-all = Everybody in the network
audience-some = By district and sector
audience-subscribers = Subscribers of the topic
announce-followers = { $audience }, of them only: those subscribed to the topic
announce-send-topic = Only those subscribed to the topic
announce-send-not-topic = Also without a subscription
announce-send-keep = Remember this choice
announce-send-not-keep = Do not remember this choice
announce-saved = Which remembered choice shall be removed?
announce-saved-remove = Remove a remembered choice
announce-saved-drop = Remove: { $audience }
announce-saved-gone = Removed.
announce-give-up = Cancel
announce-send = To: { $audience }
# $sectors: the sectors the event is limited to.
announce-limited = { $audience }, of these only: { $sectors }
announce-reach = { $n ->
    [0] Nobody new is reached.
    [one] Reaches one person.
   *[other] Reaches { $n } people.
 }
announce-takes = { $minutes ->
    [0] This takes less than a minute.
    [one] This takes about a minute.
   *[other] This takes about { $minutes } minutes.
 }
announce-told = { $n ->
    [one] One person has this announcement already and does not get it again.
   *[other] { $n } people have this announcement already and do not get it again.
 }
announce-quiet = These are quiet hours. Sending starts { $when }.
announce-send-now = Send now
announce-send-at = Send: { $when }
announce-send-urgent = Send now anyway
announce-send-later = Send at a certain time
announce-send-again = Also to those who have it already
announce-send-not-again = Only to those who do not have it yet
announce-today = today
announce-tomorrow = tomorrow
announce-at = When shall it be sent? Choose, or write day and time.
    For example: <code>{ $example }</code>
announce-too-late = The event will have begun by then. Please choose an earlier time.
announce-confirm = It will be sent: <b>{ $when }</b>
announce-shifted = The chosen time lies within quiet hours. This is the next time after them.
announce-confirm-yes = Plan it like this
announce-sure = { $n ->
    [one] This goes to one person. Do you really want to send it?
   *[other] This goes to { $n } people. Do you really want to send it?
 }
announce-sure-yes = Yes, send to all
announce-planned = The announcement is planned.
announce-started = The announcement goes out in a minute.
announce-nobody = This reaches nobody.
announce-not-yours = Only the inviting coordination office can do this.
button-announce = Announce

broadcast-scheduled = <b>Announcement planned</b>
    { $title }
    { $when }
broadcast-running = <b>Announcement is being sent</b>
    { $title }
    { $when }
broadcast-done = <b>Announcement sent</b>
    { $title }
    { $when }
broadcast-cancelled = <b>Announcement stopped</b>
    { $title }
    { $when }
broadcast-planned = It will be sent: { $when }
broadcast-nothing-sent = Nothing was sent.
broadcast-counts = { $delivered } of { $total } delivered
broadcast-unreachable = { $n } not reachable
broadcast-institutions = { $n ->
    [one] from one institution
   *[other] from { $n } institutions
 }
broadcast-unknown = { $n } unknown: Telegram did not confirm that they arrived.
broadcast-failed = { $n } failed or expired.
broadcast-withdrawn = { $n } not sent any more.
broadcast-decide = Unknown messages may have arrived. Sending again may repeat them.
broadcast-soon = It is sent within a minute. Until then you can take all of it back.
broadcast-take-back = Take back
broadcast-taken-back = The announcement is taken back. Nobody has received it.
broadcast-too-late = It is too late for that: the announcement is already going out.
broadcast-stop = Stop
broadcast-resend = Send the unknown ones again
broadcast-leave = Leave it like this
broadcast-stopped-toast = The announcement is stopped.
broadcast-over = This announcement has ended already.
broadcast-resent = { $n ->
    [0] It is too late for that.
    [one] One message is being sent again.
   *[other] { $n } messages are being sent again.
 }
broadcast-left = It stays as it is.
broadcast-nothing-unknown = Nothing is unknown any more.
broadcast-not-started = <b>The planned announcement was not sent.</b>
    { $title }

    { $why }

broadcast-unreadable = <b>The planned announcement was not sent.</b>
    { $title }

    What was kept of it is damaged. Please announce it once more.
# What holds after the way out.
announce-left-nothing = Cancelled. The training is on offer, no announcement has gone out yet.
announce-left-later = Cancelled. The training is on offer, its planned announcement stays planned.
announce-left-announced = Cancelled. The training is on offer, no further announcement went out.
announce-left-off = Cancelled. No announcement went out.
