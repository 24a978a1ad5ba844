# Sending a substitute: a seat goes to somebody of the same office.

button-substitute = Send a substitute
substitute-ask = <b>Send a substitute</b>

    <b>{ $title }</b>
    { $when }

    You get a link for one person of your youth office. It is valid until { $until }.

    The seat stays yours until somebody takes it. Nobody on the waiting list is passed over.
substitute-make = Make the link
substitute-made = <b>Please pass this link on:</b>

    { $link }

    <b>{ $title }</b>
    { $when }

    The link is for one person and valid until { $until }. An earlier link is no longer valid.
substitute-drop = Withdraw the link
substitute-dropped = The link is withdrawn. You keep your seat.
substitute-nothing = There is no open link.
substitute-offered = <b>Somebody of your youth office gives you a seat.</b>

    <b>{ $title }</b>
    { $when }
    { $where }
    { $host }

    You can take it until { $until }.
substitute-waits = You are already on the waiting list. With the seat you leave it.
substitute-take = Take the seat
substitute-taken = The seat is yours now: { $title }

substitute-not-gone = This link is not valid, already used or withdrawn.
substitute-not-expired = This link has expired. Please ask for a new one.
substitute-not-closed = This is no longer possible. The event has begun or is called off.
substitute-not-no-seat = This seat is gone. It was given up in the meantime.
substitute-not-not-approved = Your seat is only reserved. Your coordination office must still approve.
substitute-not-own = This is your own link. Please pass it on.
substitute-not-seated = You already have a seat of your own. The link stays valid.
substitute-not-other-office = Only somebody of the same youth office can take this seat.
substitute-not-not-for-sector = This offer is for other sectors.
substitute-not-unseen = The facts have changed. Please open the link once more.

substitute-handed = <b>Your seat is handed over.</b>

    <b>{ $title }</b>
    { $when }

    Somebody of your youth office takes it. You are no longer registered.
