# Die ersten Zahlen eines Jahres.

figures = <b>{ $title } { $year }: erste Zahlen</b>

    Veranstaltungen: <b>{ $events }</b>
    davon Fortbildungen: <b>{ $trainings }</b>
    Teilnahmen: <b>{ $attendances }</b>
    Unterrichtseinheiten: <b>{ $units }</b>
    Teilnahmeeinheiten: <b>{ $attendance_units }</b>
    Austauschtermine: <b>{ $exchanges }</b>
figures-offices = <b>Teilnahmen an Fortbildungen nach Jugendamtsbezirk</b>
figures-sectors = <b>Teilnahmen an Fortbildungen nach Handlungsfeld</b>
# $label: Bezirk oder Handlungsfeld. $n: Zahl oder Auslassungszeichen.
figures-row = { $label }: { $n }
# $k: kleinste gezeigte Zahl.
figures-note = Gezählt sind Teilnahmen, nicht Personen. Ein Punkt (·) verdeckt Zahlen unter { $k } und Zahlen, die sie verraten würden.
# $n: Zahl der Veranstaltungen ohne Abschluss. $titles: ihre Titel.
figures-unclosed = { $n ->
    [one] <b>Eine Veranstaltung ohne Abschluss zählt nicht mit:</b>
   *[other] <b>{ $n } Veranstaltungen ohne Abschluss zählen nicht mit:</b>
 }
    { $titles }
figures-before = Zahlen für { $year }
figures-no-year = Dieses Jahr ist nicht bekannt. Zum Beispiel: <code>/bericht { $year }</code>
figures-readers-only = Das können nur Koordinierende und wer den Bericht lesen darf.
figures-files = Bericht { $year } als Dateien
figures-making = Der Bericht { $year } wird erstellt. Das kann eine Minute dauern.
figures-made = Der Bericht { $year } ist fertig: als Word, PDF, Excel, CSV und HTML.
figures-failed = Der Bericht { $year } konnte nicht erstellt werden. Bitte versuchen Sie es noch einmal.
