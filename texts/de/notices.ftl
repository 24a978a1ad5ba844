# Was der Bot von sich aus schreibt.

# $title: Titel. $when: Termin. $where: Ort.
confirmation = <b>Ihr Platz ist bestätigt.</b>

    <b>{ $title }</b>
    { $when }
    { $where }
# $place: Platz auf der Warteliste. $then: was mit dem nächsten freien Platz geschieht.
in-line = <b>Sie stehen auf der Warteliste, Platz { $place }.</b>
    { $then }

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
# $what: was sich geändert hat.
changed = { $what ->
    [title] <b>Der Titel hat sich geändert.</b>
    [one] <b>Eine Angabe hat sich geändert.</b>
    [several] <b>Mehrere Angaben haben sich geändert.</b>
   *[place] <b>Ort oder Zugang hat sich geändert.</b>
 }

    <b>{ $title }</b>
    { $when }
# $before: wie es bisher war. $after: wie es jetzt ist.
changed-title = Titel bisher: { $before }
    Titel jetzt: <b>{ $after }</b>
changed-place = Bisher: { $before }
    Jetzt: <b>{ $after }</b>
changed-link = Zugang bisher: { $before }
changed-mode = Durchführung bisher: { $before }
    Durchführung jetzt: <b>{ $after }</b>
# $name: welche Angabe. $value: wie sie jetzt lautet.
changed-small = { $name }: <b>{ $value }</b>
changed-none = wird noch bekannt gegeben
cancelled = <b>Diese Veranstaltung ist abgesagt.</b>

    <b>{ $title }</b>
    { $when }
    { $where }
# $reason: Grund. $at: Tag und Uhrzeit.
cancelled-why = Grund: { $reason }
cancelled-instead = Ersatztermin: <b>{ $at }</b>
# $title: Titel. $when: Termin.
line-ended = <b>{ $title }</b> hat begonnen, ein Platz wurde nicht frei.
    { $when }
line-ended-next = Nächster Termin zum Thema:
    <b>{ $title }</b>
    { $when }
announcement-head = <b>Neu im Angebot</b>
repeated = <i>Vielleicht haben Sie diese Nachricht schon erhalten.</i>
