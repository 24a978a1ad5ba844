# Was der Bot von sich aus schreibt.

# $title: Titel. $when: Termin. $where: Ort.
confirmation = <b>Ihr Platz ist bestätigt.</b>

    <b>{ $title }</b>
    { $when }
    { $where }
# $place: Platz auf der Warteliste.
in-line = <b>Sie stehen auf der Warteliste, Platz { $place }.</b>
    Wird ein Platz frei, rücken Sie nach und erhalten sofort Nachricht.

    <b>{ $title }</b>
    { $when }
    { $where }
moved-up = <b>Sie sind nachgerückt und haben einen Platz.</b>

    <b>{ $title }</b>
    { $when }
    { $where }
# $days: Tage bis zum Beginn.
reminder = { $days ->
    [0] <b>Erinnerung: heute</b>
    [one] <b>Erinnerung: morgen</b>
    [7] <b>Erinnerung: in einer Woche</b>
   *[other] <b>Erinnerung: in { $days } Tagen</b>
 }

    <b>{ $title }</b>
    { $when }
    { $where }
# $before: früherer Termin.
moved = <b>Der Termin hat sich geändert.</b>

    <b>{ $title }</b>
    Bisher: { $before }
    Jetzt: <b>{ $when }</b>
    { $where }

    Ihre Anmeldung gilt weiter. Passt der neue Termin nicht, melden Sie sich bitte ab.
# $before: früherer Ort oder Zugang.
changed = <b>Ort oder Zugang hat sich geändert.</b>

    <b>{ $title }</b>
    { $when }
    Bisher: { $before }
    Jetzt: <b>{ $where }</b>
cancelled = <b>Diese Veranstaltung ist abgesagt.</b>

    <b>{ $title }</b>
    { $when }
    { $where }

    Sie müssen nichts weiter tun. Die Datei nimmt den Termin aus Ihrem Kalender.
announcement-head = <b>Neu im Angebot</b>
repeated = <i>Vielleicht haben Sie diese Nachricht schon erhalten.</i>
