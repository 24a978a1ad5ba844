# Die Konferenz als Verfasserin: was die Koordinierungsstellen zum Bericht sagen.

# $year: Jahr des Berichts.
endorse-head = <b>Abstimmung des Berichts { $year }</b>
endorse-ask = Bitte lesen Sie den Bericht. Die Antwort gilt für Ihre Koordinierungsstelle. Sie steht auf Seite zwei, ohne Namen.
endorse-read = Bericht lesen
endorse-agree = Zustimmen
endorse-remark = Anmerkung
endorse-which = Welche Anmerkung haben Sie zum Bericht { $year }?
endorse-done = Ihre Antwort ist festgehalten.
endorse-no-office = Antworten können nur Koordinierungsstellen der Jugendämter.
endorse-not-over = Dieses Jahr ist noch nicht vorbei.
endorse-not-seen = Es gibt noch keinen Bericht zu diesem Jahr. Bitte erstellen Sie ihn zuerst.
endorse-sealed = Dieses Jahr ist versiegelt. Die Antworten bleiben, wie sie sind.
figures-endorse = Abstimmung der Koordinierungsstellen

endorsed-agrees = Zustimmung
endorsed-figure = Eine Zahl stimmt nicht
endorsed-missing = Es fehlt etwas
endorsed-assessment = Die Bewertung passt nicht
endorsed-measures = Maßnahmen sind noch offen
endorsed-wording = Eine Formulierung passt nicht
endorsed-talk = Wir möchten darüber sprechen

# $offices: Koordinierungsstellen.
report-agreed = Dem Bericht haben die Koordinierungsstellen zugestimmt: { $offices }.
# Zugestimmt hatten sie einer Fassung, die seither geändert ist. $offices: Koordinierungsstellen mit Tag.
report-outdated = Vor der letzten Änderung des Berichts zugestimmt: { $offices }.
report-outdated-office = { $office } (am { $day })
report-remarked = Mit Anmerkung: { $offices }.
report-remark = { $office } ({ $remark })
report-unanswered = Ohne Antwort: { $offices }.
report-sealed-without = Das Jahr ist nach Ablauf der Frist ohne die Zustimmung aller versiegelt.
