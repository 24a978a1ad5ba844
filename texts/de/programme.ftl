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
programme-column-starts = Beginn
programme-column-ends = Ende
programme-column-end-day = Enddatum
programme-column-seats = Plätze
programme-column-deadline = Anmeldeschluss
programme-column-units = UE
programme-column-sectors = Handlungsfelder
programme-column-reminders = Erinnerungen
programme-column-accessibility = Barrierefreiheit

programme-explain-column = Spalte
programme-explain-needed = Nötig
programme-explain-what = Was hineingehört
programme-needed = ja
programme-not-needed = nein
programme-about-title = Titel mit 3 bis 120 Zeichen. Keine Namen von Kindern oder Familien.
programme-about-topic = Ein Thema aus der Liste.
programme-about-format = Ein Format aus der Liste.
programme-about-mode = Präsenz, Online, Hybrid oder Selbstlernangebot.
programme-about-place = Ort der Veranstaltung. Leer: wird noch bekannt gegeben.
programme-about-link = Adresse für die Teilnahme. Sie beginnt mit https://
programme-about-day = Erster Tag, zum Beispiel 12.03.2027.
programme-about-starts = Uhrzeit, zum Beispiel 09:00.
programme-about-ends = Uhrzeit, zum Beispiel 12:30.
programme-about-end-day = Letzter Tag, wenn die Veranstaltung mehrere Tage dauert.
programme-about-seats = Zahl der Plätze oder „ohne Begrenzung“. Leer: wie im Netzwerk üblich.
programme-about-deadline = Letzter Tag der Anmeldung. Leer: wie im Netzwerk üblich.
programme-about-units = Unterrichtseinheiten zu 45 Minuten. Leer: aus der Dauer.
# $choices: mögliche Einträge.
programme-about-sectors = Für wen das Angebot ist, mit Semikolon getrennt. Leer: für alle. Möglich: { $choices }
programme-about-reminders = Stufen, mit Semikolon getrennt, oder „keine“. Leer: wie im Netzwerk üblich. Möglich: { $choices }
programme-about-accessibility = Was der Ort bietet, mit Semikolon getrennt. Möglich: { $choices }

programme-example-mark = Beispiel:
programme-example = Gespräche mit Kindern führen
programme-example-place = Rathaus, Saal 2
programme-no-limit = ohne Begrenzung
programme-none = keine

programme-unknown-kind = Diese Datei lässt sich nicht lesen. Möglich sind .xlsx und .csv.
programme-too-big = Diese Datei ist zu groß. Möglich sind 2000 Zeilen und 5 MB.
programme-no-headings = In dieser Datei fehlt die Zeile mit den Überschriften. Die Vorlage zeigt sie.
programme-no-rows = Diese Datei enthält keine Fortbildungen.
programme-column-missing = Diese Spalte fehlt. Bitte ergänzen Sie die Überschrift.
# $columns: alle Überschriften.
programme-column-unknown = Diese Spalte ist unbekannt. Möglich: { $columns }

programme-problem-empty = Diese Zelle darf nicht leer sein.
# $text: was in der Zelle steht. $choices: mögliche Einträge.
programme-problem-choice = „{ $text }“ steht nicht in der Liste. Zum Beispiel: { $choices }
programme-problem-title = Bitte schreiben Sie 3 bis { $most } Zeichen.
programme-problem-place = Bitte schreiben Sie 2 bis { $most } Zeichen.
programme-problem-link = Das ist keine Adresse. Bitte beginnen Sie mit https://
programme-problem-day = „{ $text }“ ist kein Datum. Bitte schreiben Sie zum Beispiel 12.03.2027.
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
