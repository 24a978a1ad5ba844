# Die Zahlen eines Jahres im Chat, seine Diagramme, Hinweise und Dateien.

# $title: Name des Berichts.
report-head = <b>{ $title }</b>
figures-title = <b>{ $title } { $year }: Hauptzahlen</b>
# $name: Kennzahl. $n: Zahl oder Zeichen. $change: Veränderung mit Vorzeichen.
figures-line = { $name }: <b>{ $n }</b>
figures-line-change = { $name }: <b>{ $n }</b> ({ $change })
figures-name-A1 = Veranstaltungen
figures-name-A2 = davon Fortbildungen
figures-name-A3 = Teilnahmen
figures-name-A4 = Unterrichtseinheiten
figures-name-A5 = Teilnahmeeinheiten
figures-name-A6 = Austauschtermine
figures-changes = In Klammern steht die Veränderung gegenüber { $year }.
figures-offices = <b>Teilnahmen an Fortbildungen nach Jugendamtsbezirk</b>
figures-sectors = <b>Teilnahmen an Fortbildungen nach Handlungsfeld</b>
# $label: Bezirk, Handlungsfeld oder Monat. $n: Zahl oder Auslassungszeichen.
figures-row = { $label }: { $n }
figures-more-rows = { $n ->
    [one] … und ein weiterer Wert im Bericht
   *[other] … und { $n } weitere Werte im Bericht
 }
figures-nobody = Für { $year } sind keine Teilnahmen verzeichnet.
# $k: kleinste gezeigte Zahl.
figures-note = Gezählt sind Teilnahmen, nicht Personen. Ein Punkt (·) verdeckt Zahlen unter { $k } und Zahlen, die sie verraten würden.
# $n: Zahl der Veranstaltungen ohne Abschluss. $titles: ihre Titel.
figures-unclosed = { $n ->
    [one] <b>Eine Veranstaltung ohne Abschluss zählt nicht mit:</b>
   *[other] <b>{ $n } Veranstaltungen ohne Abschluss zählen nicht mit:</b>
 }
    { $titles }
figures-potentials = Optimierungspotentiale
figures-places = Nach Jugendamt und Handlungsfeld
figures-files = Bericht { $year } als Dateien
figures-own = Nur mein Jugendamt (intern)
figures-quarters = Quartalszahlen (intern)
figures-assessment = Fachliche Bewertung
figures-other-year = Anderes Jahr
figures-back = Zurück zu den Zahlen { $year }
figures-no-year = Dieses Jahr ist nicht bekannt. Zum Beispiel: <code>/bericht { $year }</code>
figures-readers-only = Das können nur Koordinierende und wer den Bericht lesen darf.

# $title: Name der Tabelle. $values: eine Zeile je Wert.
figures-chart = <b>{ $title }, { $year }</b>
    Das Diagramm zeigt diese Werte:
    { $values }

figures-hints = <b>Optimierungspotentiale { $year }: rechnerische Hinweise</b>

    Diese Hinweise hat ein Rechenverfahren gefunden. Sie bewerten niemanden. Die fachliche Bewertung schreiben die Koordinierenden.
figures-no-hints = <b>Optimierungspotentiale { $year }: rechnerische Hinweise</b>

    Das Rechenverfahren hat keinen Hinweis gefunden, oder es liegen zu wenige Zahlen vor.
# $number: laufende Nummer. $title: Hinweis. $inputs: Eingangswerte. $threshold: Schwelle. $suggestion: Vorschlag.
figures-hint = <b>{ $number }. { $title }</b>
    { $inputs }
    Schwelle: { $threshold }
    Vorschlag: { $suggestion }
figures-input = { $text }
figures-heavier = Vorige Hinweise
figures-lighter = Weitere Hinweise

figures-which-quarter = Für welches Quartal { $year }?
figures-quarter = { $quarter }. Quartal { $year }
# $quarter: zum Beispiel «2. Quartal 2027».
figures-quarter-head = <b>Hauptzahlen, { $quarter }</b>
figures-quarter-files = Quartal als Dateien
figures-remembered = Diese Fassung gilt nun als veröffentlicht. In späteren Fassungen können deshalb mehr Zahlen geheim sein.
figures-not-assessed = Die fachliche Bewertung fehlt noch.
figures-internal = Nur für den Dienstgebrauch. Bitte nicht veröffentlichen.
figures-interim = Zwischenstand, nur für den Dienstgebrauch. Bitte nicht veröffentlichen.
# $year: das laufende Jahr. Darunter stehen die abgeschlossenen Jahre als Knöpfe.
figures-not-over = Das Jahr { $year } läuft noch. Seine Zahlen lesen bis zum Jahresende nur Koordinierende.

    Den Bericht gibt es für abgeschlossene Jahre.

figures-report = { $title } { $year }
figures-own-report = { $title } { $year } mit offenen Zahlen von { $office }
# $report: wie die Fassung heißt.
figures-making = <b>{ $report }</b> wird erstellt.
figures-gathering = Die Zahlen werden zusammengestellt.
# $number: die wievielte Datei. $total: von wie vielen. $form: ihre Art.
figures-at = { $number } von { $total }: { $form }
figures-form-short-pdf = Kurzfassung (PDF)
figures-form-short-docx = Kurzfassung (Word)
figures-form-docx = Word
figures-form-pdf = PDF
figures-form-xlsx = Excel
figures-form-csv = CSV
figures-form-html = HTML
figures-file-short-pdf = Kurzfassung als PDF: auf höchstens vier Seiten
figures-file-short-docx = Kurzfassung als Word: zum Weiterschreiben
figures-file-docx = Word: zum Weiterschreiben
figures-file-pdf = PDF: barrierefrei, zum Verschicken
figures-file-xlsx = Excel: jede Tabelle auf einem Blatt
figures-file-csv = CSV: alle Werte für eigene Auswertungen
figures-file-html = HTML: zum Lesen im Browser
# $forms: Arten von Dateien, aufgezählt.
figures-made = <b>{ $report }</b> ist fertig: als { $forms }.
figures-missing = { $forms } { $n ->
        [one] fehlt
       *[other] fehlen
    }.
# $form: Art der Datei. $reason: einer der beiden Sätze darunter.
figures-no-form = <b>{ $form } konnte nicht erstellt werden.</b> { $reason }
figures-trouble-memory = Der Arbeitsspeicher hat dafür nicht gereicht.
figures-trouble-fault = Beim Erstellen ist ein Fehler aufgetreten. Das Protokoll des Betriebs nennt ihn.
# $before: alle außer der letzten Art, mit Kommas. $last: die letzte.
figures-and = { $before } und { $last }
# $file: Name der Vorlage. $reason: was an ihr falsch ist, einer der Sätze darunter.
figures-no-word = <b>Die Word-Datei konnte nicht erstellt werden.</b>
    Die Vorlage { $file } des Netzwerks ist nicht verwendbar. { $reason }

    Bitte lassen Sie die Vorlage berichtigen. Danach erstellen Sie den Bericht noch einmal.
# $detail: unbekannte Felder, mit Kommas.
figures-template-missing = Die Datei ist nicht da.
figures-template-locked = Die Datei lässt sich nicht öffnen.
figures-template-no-word = Die Datei ist keine Word-Datei (.docx).
figures-template-bad-field = Mehr als ein einfaches Feld steht darin: <code>{ $detail }</code>.
figures-template-no-content = Darin fehlt das Feld <code>{"{{ content }}"}</code> für die Kapitel.
figures-template-unknown-field = Darin stehen unbekannte Felder: <code>{ $detail }</code>.
figures-template-crowded = Das Feld <code>{ $detail }</code> braucht einen eigenen Absatz, nur einmal.
figures-template-foreign = Sie bringt etwas mit, das ausgeführt oder geladen wird: <code>{ $detail }</code>.
figures-template-too-large = Sie ist zu groß.
figures-failed = <b>{ $report }</b> konnte nicht erstellt werden.
figures-again = Noch einmal versuchen
figures-under-way = Dieser Bericht wird schon erstellt.
figures-moment = Einen Moment, die Zahlen werden zusammengestellt.
