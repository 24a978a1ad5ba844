# The way in: invitation, consent, name.

join-consent = <b>{ $network }</b>

    This bot tells you about joint trainings. You register with one press.

    Using it is voluntary. You also get every offer by e-mail from your coordination office.

    We store: your chat identifier, your youth office, your sector and your registrations. A name is voluntary. Your telephone number is not stored.

    Telegram is a service outside of the EU. Messages to bots are not end-to-end encrypted.

    Please write nothing here about children, families or cases.

    You can withdraw your consent at any time with /delete.
join-agree = I agree
join-decline = I do not agree
join-privacy = Read the privacy notice
join-declined-member = All right. What was stored before stays. /loeschen deletes it.
join-declined = All right. Nothing was stored. With /start you can change your mind at any time.

join-closed = <b>{ $network }</b>

    This network is closed. Professionals come in with an invitation of their coordination office.
# Who is no member and opens a link to a training.
join-link = <b>{ $network }</b>

    This link leads to a joint training. In this network, child protection specialists train together and exchange with each other.

    Members can open it. You come in by an invitation of your coordination office. Or ask for access here.
# For who is no member and opens a link to a seat.
join-seat = <b>{ $network }</b>

    This link can give you a seat in a joint training. For that you need access first.

    Please ask for access here. Choose the youth office of the person who sent you the link. Then open the link once more. It is valid for 48 hours at most.
join-request = Ask for access
join-invitation-unknown = This invitation is not valid. Please ask your coordination office for a new one.
join-invitation-expired = This invitation has expired. Please ask your coordination office for a new one.
join-invitation-used-up = This invitation has been used up. Please ask your coordination office for a new one.
join-invitation-revoked = This invitation was withdrawn. Please ask your coordination office for a new one.
# $role: the role. $institution: the person's institution.
join-invitation-same = You belong here already: <b>{ $role }</b>, { $institution }. This invitation changes nothing.
join-invitation-last-lead = This is not possible now. You are the last person who leads this network.

    Please invite another lead first. Then open this invitation once more.
join-standing = <b>{ $role }</b>, { $institution }
# $before: role and institution until now. $after: those of the change.
join-change = <b>You belong to the network already.</b>

    Until now: { $before }
    With this invitation: { $after }

    Everybody has one role and one institution. Would you like to change them? Your registrations stay.
join-keep = Keep
join-take = Change
join-kept = It stays as it is: <b>{ $role }</b>, { $institution }.
join-changed = <b>That is changed.</b>

    From now on: <b>{ $role }</b>, { $institution }. Your registrations stay.

join-office = Which area do you work for?
join-county-wide = The whole county

# $institution: the person's institution.
join-name = Welcome. You belong to: <b>{ $institution }</b>

    You can enter your name for attendance lists. That is voluntary. Please write it now, or go on without a name.
join-without-name = Go on without a name
join-name-again = This does not look like a name. Please use letters only, { $most } characters at most. Nothing was stored.
join-done = <b>Done, you are in.</b>

    Institution: { $institution }
    On attendance lists: { $name }

    New dates will come by themselves.
join-done-without-name = no name, a seat number
