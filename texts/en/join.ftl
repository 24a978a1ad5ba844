# The way in: invitation, consent, name.

join-consent = <b>{ $network }</b>

    This bot tells you about joint trainings. You register with one press.

    Using it is voluntary. You also get every offer by e-mail from your coordination office.

    We store: your chat identifier, your youth office, your sector and your registrations. A name is voluntary. Your telephone number is not stored.

    Telegram is a service outside of the EU. Messages to bots are not end-to-end encrypted.

    Please write nothing here about children, families or cases.

    You can withdraw your consent at any time with /loeschen.
join-agree = I agree
join-decline = I do not agree
join-privacy = Read the privacy notice
join-declined-member = All right. What was stored before stays. /loeschen deletes it.
join-declined = All right. Nothing was stored. With /start you can change your mind at any time.

join-closed = <b>{ $network }</b>

    This network is closed. Professionals come in with an invitation of their coordination office.
join-request = Ask for access
join-invitation-unknown = This invitation is not valid. Please ask your coordination office for a new one.
join-invitation-expired = This invitation has expired. Please ask your coordination office for a new one.
join-invitation-used-up = This invitation has been used up. Please ask your coordination office for a new one.
join-invitation-revoked = This invitation was withdrawn. Please ask your coordination office for a new one.

join-which-office = Which area do you work for?
join-county-wide = The whole county
join-which-sector = Which sector do you work in?

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
