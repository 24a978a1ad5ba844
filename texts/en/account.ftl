# A new Telegram account: link, objection, move.

members-account = New Telegram account
account-ask = <b>New Telegram account</b>

    You get a link for this one person. It is valid for 48 hours. Give it to nobody but them.

    When they open it with the new account, the old one is told. There the move can be stopped for 24 hours. Then seats, waiting lists and topics move.
account-make = Make the link
account-made = <b>Link for the new Telegram account</b>

    { $link }

    Please open it with the new account. It is for one person and valid until { $until }.
account-told = <b>Your account is to move to another chat.</b>

    Your coordination office made a link for that, and somebody opened it. It moves on { $at }.

    Was it not you? Then please stop it.
account-stop = Stop the move
account-waits = <b>The move is noted.</b>

    Your account comes to this chat on { $at }. Until then the old chat can stop it. With /delete you take it back.
account-stopped = <b>The move is stopped.</b> Your account stays in this chat. Please talk to your coordination office.
account-nothing = There is no move to stop.
account-not-moved = <b>The move does not take place.</b>

    The account stays in its former chat. The coordination office answers questions: { $contact }
account-moved-away = <b>Your account has moved.</b>

    It belongs to another chat now. Nothing is stored about this chat any more.
account-moved-here = <b>Your account is in this chat now.</b>

    Your seats, waiting lists and topics are here.
account-not-gone = This link is not valid, already used or stopped.
account-not-expired = This link has expired. Please ask your coordination office for a new one.
account-not-member = This chat belongs to a member already. Please open the link with the new account.
account-not-not-yours = This member belongs to another office.
account-not-coordinates = Only the lead makes such a link for coordinators.
account-not-restricted = This member has restricted the processing. So it cannot be done now.

account-office-who = Who is that?
account-office-stopped = <b>A move to a new Telegram account was stopped.</b>

    The old chat did so. Please talk to the person before you make a link again.
account-office-taken = <b>A move to a new Telegram account did not take place.</b>

    The new chat has become a member's meanwhile. The account stays where it was.
account-office-unused = <b>A link for a new Telegram account was not used.</b>

    It has expired. The account stays where it was.
