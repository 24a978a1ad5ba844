# Das Jahresprogramm als Datei.

programme-sheet = Programm
programme-sheet-explained = Erläuterung
programme-sheet-lists = Listen

programme-column-title = Titel
programme-column-topic = Thema
programme-column-format = Format
programme-column-mode = Durchführung
programme-column-place = Ort
programme-column-link = Zugang
programme-column-day = Datum
programme-column-start = Beginn
programme-column-end = Ende
programme-column-end-day = Enddatum
programme-column-seats = Plätze
programme-column-deadline = Anmeldeschluss
programme-column-units = UE
programme-column-sectors = Handlungsfelder
programme-column-reminders = Erinnerungen
programme-column-accessibility = Barrierefreiheit
programme-column-description = Beschreibung
programme-column-speakers = Referierende
programme-column-cost = Kosten
programme-column-contact = Kontakt
programme-column-minimum = Mindestzahl
programme-column-approval = Zustimmung
programme-column-hosts = Gemeinsam mit

programme-explain-column = Spalte
programme-explain-needed = Nötig
programme-explain-what = Was hineingehört
programme-needed = ja
programme-not-needed = nein
programme-about-title = Titel mit 3 bis 120 Zeichen. Keine Namen von Kindern oder Familien.
programme-about-topic = Ein Thema aus der Liste.
programme-about-format = Ein Format aus der Liste.
programme-about-mode = Präsenz, Online, Hybrid oder Selbstlernangebot. Leer: Präsenz, mit einem Zugang online.
programme-about-place = Ort der Veranstaltung. Leer: wird noch bekannt gegeben.
programme-about-link = Adresse für die Teilnahme. Sie beginnt mit https://
programme-about-day = Erster Tag, zum Beispiel 12.03.2027.
programme-about-start = Uhrzeit, zum Beispiel 09:00.
programme-about-end = Uhrzeit, zum Beispiel 12:30.
programme-about-end-day = Letzter Tag, wenn die Veranstaltung mehrere Tage dauert.
programme-about-seats = Zahl der Plätze oder „ohne Begrenzung“. Leer: wie im Netzwerk üblich.
programme-about-deadline = Letzter Tag der Anmeldung. Leer: wie im Netzwerk üblich.
programme-about-units = Unterrichtseinheiten zu 45 Minuten. Leer: aus der Dauer.
# $choices: mögliche Einträge.
programme-about-sectors = Für wen das Angebot ist, mit Semikolon getrennt. Leer: für alle. Möglich: { $choices }
programme-about-reminders = Stufen, mit Semikolon getrennt, oder „keine“. Leer: wie im Netzwerk üblich. Möglich: { $choices }
programme-about-description = Worum es geht, höchstens 700 Zeichen. Nichts über einzelne Kinder, Familien oder Fälle.
programme-about-speakers = Wer vorträgt. Der Text wird mit den Anmeldungen gelöscht.
programme-about-cost = Was die Teilnahme kostet, zum Beispiel: kostenfrei.
programme-about-contact = Wer Fragen beantwortet: eine Stelle aus der Datei des Netzwerks.
programme-about-minimum = Ab so vielen Personen findet sie statt. Leer: keine Mindestzahl.
programme-about-approval = Ob das eigene Jugendamt zustimmen muss: nötig oder nicht nötig. Leer: nicht nötig.
programme-about-hosts = Jugendämter, die mit einladen, mit Semikolon getrennt. Leer: nur das eigene.
programme-about-accessibility = Was der Ort bietet, mit Semikolon getrennt. Möglich: { $choices }

programme-example-mark = Beispiel:
programme-example = Gespräche mit Kindern führen
programme-example-place = Rathaus, Saal 2
programme-no-limit = ohne Begrenzung
programme-none = keine

programme-unknown-kind = Diese Datei lässt sich nicht lesen. Möglich sind .xlsx und .csv.
# $kind: Art der Datei.
programme-other-kind = Diese Art von Datei lässt sich nicht lesen ({ $kind }). Bitte speichern Sie das Programm als Excel-Datei (.xlsx).
programme-locked = Diese Datei ist mit einem Kennwort geschützt, oder sie ist eine alte Excel-Datei. Bitte speichern Sie sie ohne Kennwort als .xlsx.
programme-broken = Diese Datei ist beschädigt. Bitte öffnen Sie sie in Excel und speichern Sie sie neu als .xlsx.
programme-encoding = Die Umlaute dieser Datei lassen sich nicht sicher lesen. Bitte speichern Sie sie als «CSV UTF-8» oder als .xlsx.
# $row: Nummer der Zeile.
programme-quotes = In Zeile { $row } fehlt ein Anführungszeichen, oder es steht an falscher Stelle. Bitte berichtigen Sie die Zeile.
# $sheet: Name des Blatts.
programme-hidden-sheet = Das Blatt „{ $sheet }“ ist ausgeblendet. Bitte blenden Sie es ein.
# $sheets: Namen der Blätter.
programme-several-sheets = In mehreren Blättern steht ein Programm: { $sheets }. Bitte lassen Sie nur eines stehen.
programme-too-big = Diese Datei ist zu groß. Möglich sind 2.000 Zeilen und 5 MB.
programme-no-headings = In dieser Datei fehlt die Zeile mit den Überschriften. Die Vorlage zeigt sie.
programme-no-rows = Diese Datei enthält keine Fortbildungen.
programme-column-missing = Diese Spalte fehlt. Bitte ergänzen Sie die Überschrift.
# $first, $second: Buchstaben der Spalten.
programme-heading-twice = Diese Überschrift steht zweimal: in Spalte { $first } und in Spalte { $second }. Bitte löschen Sie eine der beiden.
# $columns: alle Überschriften.
programme-column-unknown = Diese Spalte ist unbekannt. Möglich: { $columns }

# $cells: verbundene Zellen.
programme-fault-merged = Die Zellen { $cells } sind verbunden. Bitte heben Sie die Verbindung auf und füllen Sie jede Zelle aus.
programme-fault-formula = Das Ergebnis dieser Formel steht nicht in der Datei. Bitte öffnen Sie die Datei in Excel und speichern Sie sie neu, oder schreiben Sie den Wert.
# $text: was in der Zelle steht.
programme-fault-error = Diese Zelle zeigt einen Fehler: { $text }. Bitte schreiben Sie den Wert.
programme-fault-overlaid = Diese Zelle zeigt etwas anderes, als in ihr steht: { $text }. Bitte schreiben Sie den Wert, ohne eigenes Zahlenformat.
programme-fault-struck = „{ $text }“ ist durchgestrichen. Bitte löschen Sie die Zeile, oder nehmen Sie die Streichung zurück.
programme-fault-unreadable = „{ $text }“ enthält ein unlesbares Zeichen. Bitte schreiben Sie die Zelle neu.
programme-fault-no-heading = Über „{ $text }“ steht keine Überschrift. Bitte ergänzen Sie die Überschrift, oder löschen Sie die Zelle.
programme-fault-double = Diese Zelle steht zweimal in der Datei. Bitte öffnen Sie die Datei in Excel und speichern Sie sie neu.
# $column: Buchstabe der Spalte.
programme-no-name = Spalte { $column }

programme-problem-empty = Diese Zelle darf nicht leer sein.
# $text: was in der Zelle steht. $choices: mögliche Einträge.
programme-problem-choice = „{ $text }“ steht nicht in der Liste. Zum Beispiel: { $choices }
programme-problem-title-length = Bitte schreiben Sie 3 bis { $most } Zeichen.
programme-problem-place-length = Bitte schreiben Sie 2 bis { $most } Zeichen.
programme-problem-day = „{ $text }“ ist kein Datum. Bitte schreiben Sie zum Beispiel 12.03.2027.
programme-problem-day-year = In „{ $text }“ fehlt das Jahr. Bitte schreiben Sie zum Beispiel 12.03.2027.
# $why: Grund.
programme-problem-day-because = { $why } Bitte schreiben Sie einen anderen Tag.
programme-problem-clock = „{ $text }“ ist keine Uhrzeit. Bitte schreiben Sie zum Beispiel 09:00.
programme-problem-start-past = Dieser Termin liegt in der Vergangenheit. Bitte schreiben Sie einen anderen Tag.
programme-problem-end-before-start = Das Ende muss nach dem Beginn liegen.
# $most: höchste Zahl.
programme-problem-number = Bitte schreiben Sie eine ganze Zahl bis { $most }.
programme-problem-deadline-past = Dieser Anmeldeschluss ist schon vorbei.
programme-problem-deadline-late = Der Anmeldeschluss muss vor dem Beginn liegen.
# $row: Nummer der Zeile.
programme-problem-twice = Gleicher Titel am gleichen Tag wie in Zeile { $row }. Bitte löschen Sie eine der beiden.
programme-problem-there = Diese Fortbildung gibt es an diesem Tag schon. Bitte löschen Sie die Zeile.

# $row: Nummer der Zeile. $column: Überschrift. $message: was falsch ist.
programme-wrong-row = Zeile { $row }, { $column }: { $message }
# $place: Name der Zelle.
programme-wrong-cell = Zeile { $row }, { $column } ({ $place }): { $message }
programme-wrong-file = { $column }: { $message }
# $n: Zahl der Zellen. $file: Name der Datei.
programme-nothing-taken = { $n ->
    [one] Es wurde nichts übernommen: In { $file } ist eine Zelle falsch.
   *[other] Es wurde nichts übernommen: In { $file } sind { $n } Zellen falsch.
 }
# $n: Zahl der Fortbildungen. $host: wer einlädt.
programme-taken = { $n ->
    [one] Eine Fortbildung wurde übernommen. Es lädt ein: { $host }.
   *[other] { $n } Fortbildungen wurden übernommen. Es lädt ein: { $host }.
 }
programme-could-be-taken = { $n ->
    [one] Eine Fortbildung kann übernommen werden. Es lädt ein: { $host }. Gespeichert wurde nichts.
   *[other] { $n } Fortbildungen können übernommen werden. Es lädt ein: { $host }. Gespeichert wurde nichts.
 }

# $row: Nummer der Zeile. $title: Titel.
programme-row = Zeile { $row }: { $title }
programme-row-hidden = Zeile { $row } (ausgeblendet): { $title }

# Was neben den Zeilen in der Datei steht.
# $sheet: Name des Blatts.
programme-sheet-shown = „{ $sheet }“
programme-sheet-hidden = „{ $sheet }“ (ausgeblendet)
programme-note-sheet = Gelesen wurde das Blatt „{ $sheet }“.
# $n: Zahl der Blätter. $sheets: ihre Namen.
programme-note-other-sheets = { $n ->
    [one] Nicht gelesen wurde das Blatt { $sheets }.
   *[other] Nicht gelesen wurden die Blätter { $sheets }.
 }
# $n: Zahl der Zeilen. $rows: ihre Nummern.
programme-note-before = { $n ->
    [one] Nicht gelesen wurde Zeile { $rows }. Sie steht über den Überschriften.
   *[other] Nicht gelesen wurden die Zeilen { $rows }. Sie stehen über den Überschriften.
 }
programme-note-examples = { $n ->
    [one] Nicht gelesen wurde Zeile { $rows }. Sie beginnt mit „Beispiel:“.
   *[other] Nicht gelesen wurden die Zeilen { $rows }. Sie beginnen mit „Beispiel:“.
 }
programme-note-hidden-rows = { $n ->
    [one] Zeile { $rows } ist ausgeblendet. Sie gilt mit.
   *[other] Die Zeilen { $rows } sind ausgeblendet. Sie gelten mit.
 }
# $n: Zahl der Spalten. $columns: ihre Namen.
programme-note-hidden-columns = { $n ->
    [one] Die Spalte { $columns } ist ausgeblendet. Sie gilt mit.
   *[other] Die Spalten { $columns } sind ausgeblendet. Sie gelten mit.
 }
# $n: Zahl der Zellen. $cells: ihre Namen.
programme-note-comments = { $n ->
    [one] Der Kommentar an der Zelle { $cells } wurde nicht gelesen.
   *[other] Die Kommentare an den Zellen { $cells } wurden nicht gelesen.
 }
programme-note-drawings = Bilder und Textfelder im Blatt wurden nicht gelesen.
