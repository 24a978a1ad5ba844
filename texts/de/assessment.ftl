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
