# Wer zu einer Fortbildung angemeldet ist, und wie jemand herausgenommen wird.

manage-people = Wer angemeldet ist
# $title: Titel. $when: Termin.
people-head = <b>Angemeldet: { $title }</b>
    { $when }
people-none = Noch niemand ist angemeldet.
people-hint = Ein Druck auf eine Nummer nimmt die Person heraus. Vorher wird nachgefragt.
# $place: Platz auf der Warteliste. $code: Platznummer. $institution: Institution.
people-waits = Warteliste { $place } (Nummer { $code }), { $institution }
people-waits-named = Warteliste { $place } (Nummer { $code }), { $institution }: { $name }
# Die eigene Stelle muss noch zustimmen.
people-held = vorgemerkt
people-seat = Nummer { $code }
people-find = Suchen
seeking-who = Wen suchen Sie? Schreiben Sie die Platznummer, den Anfang des Namens oder „Seite 12“. Gespeichert wird davon nichts.
seeking-again = Bitte schreiben Sie eine Nummer oder den Anfang eines Namens.
# $code: Platznummer.
seeking-none-code = Unter der Nummer { $code } ist niemand angemeldet.
seeking-none-name = Kein Name, den Sie hier lesen dürfen, beginnt so. Versuchen Sie die Platznummer.
# $pages: Zahl der Seiten.
seeking-none-page = Die Liste hat { $pages ->
    [one] nur eine Seite
   *[other] { $pages } Seiten
 }.
# $n: Zahl der Gefundenen.
seeking-found = { $n ->
    [one] Eine Person passt.
   *[other] { $n } Personen passen.
 }
# $n: so viele werden gezeigt.
seeking-first = Gezeigt sind die ersten { $n }. Schreiben Sie mehr vom Namen.
seeking-list = Zur Liste
people-add = Sammelplätze buchen

# $title: Titel. $when: Termin.
removal-head = <b>{ $title }</b>
    { $when }
removal-code = Welche Nummer hat die Person? Bitte schreiben Sie die Zahl.
removal-reason = <b>Warum nehmen Sie die Person heraus?</b>
    Sie liest diesen Grund.
# $reason: Grund.
removal-sure = <b>Möchten Sie die Person herausnehmen?</b>
    Grund: { $reason }

    Sie erhält Nachricht. Ein freier Platz geht an die Warteliste.
removal-sure-yes = Ja, herausnehmen
removal-no = Nein, nicht herausnehmen
removal-reason-asked = Auf eigenen Wunsch
removal-reason-left-office = Nicht mehr in dieser Stelle
removal-reason-twice = Doppelt angemeldet
removal-reason-not-meant = Gehört nicht zur Zielgruppe
removal-reason-organisation = Organisatorische Gründe
# $code: Platznummer.
removal-done = <b>Nummer { $code } ist herausgenommen.</b> Die Person erhält Nachricht.
removal-not-gone = Unter der Nummer { $code } ist niemand angemeldet.
removal-not-closed = Das geht nicht mehr. Die Fortbildung hat begonnen oder ist abgesagt.

# $title: Titel. $when: Termin. $reason: Grund. $host: einladendes Jugendamt.
taken-out-seat = <b>Ihre Anmeldung wurde aufgehoben.</b>

    <b>{ $title }</b>
    { $when }
    Grund: { $reason }

    Das hat die Koordinierungsstelle entschieden: { $host }. Fragen beantwortet sie gern.
taken-out-line = <b>Ihr Platz auf der Warteliste wurde aufgehoben.</b>

    <b>{ $title }</b>
    { $when }
    Grund: { $reason }

    Das hat die Koordinierungsstelle entschieden: { $host }. Fragen beantwortet sie gern.
