# Die fachliche Bewertung eines Jahres durch die Koordinierenden.

assessment-none = <b>Fachliche Bewertung { $year }</b>

    Für dieses Jahr gibt es noch keine Bewertung.
    Sie steht im Bericht bei den Optimierungspotentialen, getrennt von den rechnerischen Hinweisen.
# $words: der Text der Bewertung.
assessment-kept = <b>Fachliche Bewertung { $year }</b>

    { $words }

    <i>So steht sie in jedem Bericht. Wer sie geschrieben hat, ist nicht gespeichert.</i>
assessment-write = Bewertung schreiben
assessment-write-anew = Neu schreiben
assessment-not-now = Jetzt nicht
assessment-drop = Bewertung entfernen
# $most: Zahl der Zeichen.
assessment-words = <b>Fachliche Bewertung { $year }</b>

    Bitte schreiben Sie die Bewertung in einer Nachricht. Sie darf { $most } Zeichen lang sein.

    <b>Bitte kein Wort über ein Kind, eine Familie oder eine einzelne Person.</b> Der Text wird veröffentlicht.
assessment-short = Dieser Text ist zu kurz für eine Bewertung.
assessment-long = Dieser Text ist zu lang.
assessment-address = Dieser Text enthält eine Telefonnummer oder eine Adresse. Es wurde nichts gespeichert.
assessment-case = Dieser Text klingt nach einem einzelnen Fall. Es wurde nichts gespeichert.
assessment-again = Bitte schreiben Sie noch einmal, ohne Angaben zu Personen. Höchstens { $most } Zeichen.
assessment-check = <b>Fachliche Bewertung { $year }: bitte prüfen</b>

    { $words }
# $names: Stellen, die wie Namen aussehen.
assessment-names = <b>Bitte sehen Sie genau hin:</b> Das sieht nach Personen aus: { $names }
assessment-question = Steht darin nichts über Kinder, Familien oder Personen? Erst Ihre Bestätigung speichert den Text.
assessment-replaces = Die bisherige Bewertung wird damit ersetzt.
assessment-check-yes = So übernehmen
assessment-leave = Verwerfen
assessment-done = Die Bewertung ist gespeichert.
assessment-left = Der Text ist verworfen.
assessment-ask-drop = Soll die Bewertung { $year } aus allen künftigen Berichten verschwinden?
assessment-drop-yes = Ja, entfernen
assessment-drop-no = Nein, behalten
assessment-dropped = Die Bewertung ist entfernt.
assessment-sealed = Dieses Jahr ist versiegelt. Die Bewertung bleibt, wie sie ist.

assessment-chapters = Abschnitte einzeln bewerten
# $n: Zahl der bewerteten Abschnitte. $of: Zahl aller.
assessment-chapters-written = { $n ->
    [one] Ein Abschnitt von { $of } hat eigene Worte.
   *[other] { $n } von { $of } Abschnitten haben eigene Worte.
 }
# $part: Kapitel oder Hinweis.
assessment-part-of = <b>Fachliche Bewertung { $year }: { $part }</b>
assessment-part-verdict = Was sagen Sie zu diesem Hinweis?
assessment-part-verdict-chosen = Ihre Antwort: { $value }
# $most: Zahl der Zeichen.
assessment-part-words = Möchten Sie dazu etwas schreiben? Höchstens { $most } Zeichen. <b>Bitte kein Wort über ein Kind, eine Familie oder eine einzelne Person.</b>
assessment-part-reason = Warum ist es anders? Höchstens { $most } Zeichen. <b>Bitte kein Wort über ein Kind, eine Familie oder eine einzelne Person.</b>
assessment-part-before = <b>Bisher:</b> { $words }
assessment-part-check = { $words }
assessment-part-check-yes = So übernehmen
assessment-part-case = Dieser Text klingt nach einem einzelnen Fall. Es wurde nichts gespeichert.
assessment-part-skip = Auslassen
assessment-part-without = Ohne Text weiter
assessment-part-stop = Aufhören
assessment-part-drop = Bisherigen Text entfernen
assessment-part-done = Gespeichert.
assessment-part-dropped = Entfernt.
assessment-hint = Bewerten { $number }
assessment-hints = Alle Hinweise nacheinander bewerten
# $number: der wievielte Hinweis. $of: Zahl aller. $left: Zahl derer ohne Bewertung.
assessment-hint-of = <b>Optimierungspotentiale { $year }: Hinweis { $number } von { $of }</b>
    Ohne Bewertung: { $left }. Was sagen Sie zu diesem Hinweis?
assessment-hint-skip = Überspringen
# $n: Zahl der Hinweise ohne Bewertung.
assessment-hints-end = <i>Das war der letzte Hinweis. Ohne Bewertung: { $n }.</i>
assessment-hints-done = <i>Alle Hinweise sind bewertet.</i>
# $number: Nummer des Hinweises. $verdict: Antwort. $words: Text dazu, kann leer sein.
assessment-hint-said = <b>Bewertung zu { $number }:</b> { $verdict } { $words }

verdict-applies = Trifft zu
verdict-partly = Teilweise
verdict-differs = Anders, weil …
# $words: was die Koordinierungsstellen geschrieben haben.
report-part-assessed = Die Koordinierungsstellen dazu: { $words }
report-part-line = { $chapter }: { $words }
report-table-P1 = Bewertung der Hinweise durch die Koordinierungsstellen
report-tab-P1 = Bewertete Hinweise
report-col-verdict = Bewertung
report-col-why = Begründung
report-no-why = keine Angabe
