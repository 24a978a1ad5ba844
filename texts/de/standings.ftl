# Was jemand erfährt, je nachdem: mit Platz, auf der Warteliste, oder keines von beiden.

standing-moved-seat = Ihre Anmeldung gilt weiter. Passt der neue Termin nicht, melden Sie sich bitte ab.
standing-moved-line = Sie stehen weiter auf der Warteliste. Passt der neue Termin nicht, verlassen Sie sie bitte.
standing-cancelled-seat = Sie müssen nichts weiter tun. Die Datei nimmt den Termin aus Ihrem Kalender.
standing-cancelled-line = Sie müssen nichts weiter tun. Die Warteliste ist damit aufgelöst.

standing-ask-leave-seat = Möchten Sie sich abmelden?
standing-ask-leave-line = Möchten Sie die Warteliste verlassen?
standing-leave-yes-seat = Ja, abmelden
standing-leave-yes-line = Ja, Warteliste verlassen
standing-left-seat = Sie sind abgemeldet.
standing-left-line = Sie stehen nicht mehr auf der Warteliste.

standing-reminded-seat = Sie werden an diese Veranstaltung erinnert.
standing-reminded-line = Erinnerungen kommen, sobald Sie einen Platz haben.

## Welche Erinnerungen noch kommen

# $stages: Stufen der Erinnerung.
remind-will = Der Bot erinnert Sie: { $stages }.
remind-none = Für eine Erinnerung ist es zu spät.
remind-muted = Sie haben die Erinnerungen abgestellt.
