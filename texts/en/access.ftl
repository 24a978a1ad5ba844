# Asking for access and granting it.

access-office = Which institution do you work for?
access-sector = Which sector do you work in?
access-district = Which area do you work for?
access-elsewhere = Another institution
# $institution: institution. $code: number of the request.
access-asked = <b>Your request is on its way.</b>

    Institution: { $institution }
    Number: <b>{ $code }</b>

    The coordination office sees only this, not your name. Please tell it the number, so that it knows your request.

    The answer will come here. With /delete you withdraw the request.
access-pending = <b>Your request still waits for an answer.</b>

    Institution: { $institution }
    Number: <b>{ $code }</b>

    With /delete you withdraw the request.
# $contact: address of the coordination office.
access-nobody = Nobody can answer your request here right now. Please write to { $contact }. Nothing was stored.
access-request = <b>Somebody asks for access.</b>

    Institution: { $institution }
    Number: <b>{ $code }</b>

    Please grant it only if the person has contacted you with this number.
access-grant = Grant
access-decline = Decline
access-let-in = The person is in now.
access-turned-away = The request is declined. The person will be told.
access-decided = This request has been decided or withdrawn already.
access-not-yours = The local coordination office decides on this request.
access-granted = <b>Your request is granted.</b>
access-declined = <b>Your request was not granted.</b>

    Your details are deleted. The coordination office answers questions: { $contact }
