# Was von einer Fortbildung gedruckt wird.

command-pruefen = Bescheinigung prüfen
manage-papers = Drucken
# $title: Titel. $when: Termin.
paper-choose = <b>{ $title }</b>
    { $when }

    Was möchten Sie drucken? Jedes Blatt kommt als Datei.
paper-choose-later = Bescheinigungen gibt es nach dem Ende.
paper-list = Liste für die Tür
paper-table = Liste als Tabelle
paper-flyer = Aushang
paper-check-in = Code für die Tür
paper-certificates = Bescheinigungen für alle
paper-certificate = Einzelne Bescheinigung
paper-speakers = Blatt für Referierende
paper-too-early = Das gibt es nach dem Ende der Fortbildung.
paper-comes = Die Datei kommt gleich.
paper-failed = Die Datei ließ sich nicht erstellen. Bitte versuchen Sie es noch einmal.
paper-nobody = Es gibt noch keinen vergebenen Platz.
paper-list-sent = Liste für die Tür: <b>{ $title }</b>. Nur für den Dienstgebrauch. Bitte vernichten Sie die Liste nach der Fortbildung.
paper-flyer-sent = Aushang: <b>{ $title }</b>
paper-check-in-sent = Code für die Tür: <b>{ $title }</b>. Für einen Bildschirm oder zum Aushängen. Er lässt sich abfotografieren.
# $n: Zahl der Bescheinigungen.
paper-certificates-sent = { $n ->
    [one] Eine Bescheinigung: <b>{ $title }</b>.
   *[other] { $n } Bescheinigungen: <b>{ $title }</b>.
 } Bitte geben Sie sie nur an Personen, die da waren.
paper-certificate-sent = Bescheinigung: <b>{ $title }</b>. Der Name ist nirgends gespeichert.
paper-speakers-sent = Blatt für Referierende: <b>{ $title }</b>
paper-speakers-few = Es gibt weniger als zehn Rückmeldungen. Deshalb gibt es kein Blatt.

# Dateinamen, ohne Endung.
paper-file-list = teilnahmeliste
paper-file-table = teilnahmeliste
paper-file-flyer = aushang
paper-file-check-in = code
paper-file-certificates = bescheinigungen
paper-file-certificate = bescheinigung
paper-file-speakers = rueckmeldung

# $day: Tag, an dem die Daten stimmten.
paper-mark = Nur für den Dienstgebrauch · Stand { $day }
paper-mark-internal = Intern
paper-list-title = Teilnahmeliste
paper-when = Termin
paper-where = Ort
paper-host = Veranstaltet von
paper-units = Umfang
# $units: Unterrichtseinheiten.
paper-units-of = { $units ->
    [one] eine Unterrichtseinheit zu 45 Minuten
   *[other] { $units } Unterrichtseinheiten zu 45 Minuten
 }
# $units: besuchte Unterrichtseinheiten. $whole: alle.
paper-units-part = { $units } von { $whole } Unterrichtseinheiten zu 45 Minuten (verkürzte Teilnahme)
paper-attended = Besucht
# Die eigene Stelle muss noch zustimmen.
paper-held = (vorgemerkt)
paper-speakers-who = Referierende
paper-cost = Kosten
paper-contact = Kontakt
paper-deadline = Anmeldeschluss
paper-contents = Inhalte
paper-for = Für
paper-access = Barrierefreiheit
paper-col-code = Platz
paper-col-name = Name
paper-col-office = Stelle
paper-col-sign = Unterschrift
# $number: Nummer des gebuchten Platzes.
paper-block = Sammelplatz { $number }
paper-list-note = Namen stehen nur dort, wo sie freiwillig genannt wurden. Wer keinen Namen genannt hat, findet sich unter der Platznummer.
paper-flyer-join = Anmeldung
paper-flyer-how = Mitglieder des Netzwerks melden sich mit einem Tipp an. Der Code öffnet die Karte im Chat. Ohne Telegram hilft Ihre Koordinierungsstelle.
paper-flyer-code = Code zum Scannen. Er öffnet die Adresse { $link }
paper-check-in-title = Einchecken
paper-check-in-how = Sie haben einen Platz und sind da? Bitte scannen Sie den Code.
paper-check-in-holds = Der Code gilt von einer Stunde vor Beginn bis zum Ende dieses Termins. Ohne Telegram vermerkt Sie die Koordination.
paper-check-in-copied = Der Code lässt sich abfotografieren. Er zeigt, wer ihn geöffnet hat, und nicht sicher, wer im Raum ist.
paper-certificate-title = Teilnahmebescheinigung
paper-certificate-name = Vorname und Name
paper-certificate-took = hat teilgenommen an:
paper-certificate-place = Ort, Datum
paper-certificate-signed = Unterschrift und Stempel
# $code: Prüfcode.
paper-certificate-code = Prüfcode: { $code }
paper-certificate-check = Den Code prüft der Befehl /pruefen im Chat des Netzwerks oder die Koordinierungsstelle.
paper-speakers-title = Rückmeldung der Teilnehmenden
paper-speakers-item = Aussage
paper-speakers-mean = Mittelwert
paper-speakers-scale = Von 1 (trifft nicht zu) bis 5 (trifft voll zu). Ein Mittelwert steht ab zehn Antworten.
paper-speakers-none = zu wenige Antworten

paper-name = Welcher Name soll auf der Bescheinigung stehen? Er steht nur in dieser Datei und wird nicht gespeichert.
paper-extent = Wie viele Unterrichtseinheiten hat die Person besucht? Weniger als alle stehen so auf der Bescheinigung.
paper-extent-most = { $most ->
    [one] Mehr als eine Unterrichtseinheit war es nicht.
   *[other] Mehr als { $most } Unterrichtseinheiten waren es nicht.
 }
paper-name-none = Ohne Namen, mit Zeile

paper-check-how = Schreiben Sie den Code hinter den Befehl, zum Beispiel: /pruefen ABCD-EFGH-…
paper-check-none = Dieser Code gehört zu keiner Bescheinigung dieses Netzwerks. Bitte vergleichen Sie jedes Zeichen.
# $several: Zahl der Tage, an denen etwas war. $first: erster Tag. $last: letzter Tag.
paper-days = { $several ->
    [one] { $first }
   *[other] { $first } bis { $last }
 }
paper-check-ok = <b>Die Bescheinigung ist echt.</b>

    { $title }
    { $days }
    { $units }

    Ob der Name stimmt, sagt die Koordinierungsstelle.

paper-programme-sent = Programm mit { $n ->
    [one] einer Fortbildung
   *[other] { $n } Fortbildungen
 }, zum Drucken und für den Kalender.
paper-file-programme = programm
paper-programme-title = Fortbildungen: { $network }
paper-programme-day = Stand: { $day }
paper-col-when = Termin
paper-col-title = Titel
paper-col-where = Ort
paper-col-host = Veranstaltet von
paper-nothing = Dazu passt keine Fortbildung mehr.
