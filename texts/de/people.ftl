# Die eigenen Mitglieder einer Koordinierungsstelle.

menu-people = Eigene Mitglieder
command-mitglieder = Eigene Mitglieder
# $n: Zahl der Mitglieder.
members-head = <b>Eigene Mitglieder</b>
    { $n ->
        [one] Ein Mitglied
       *[other] { $n } Mitglieder
    }
# $n: Mitgliedsnummer.
members-code = Mitglied { $n }
# $number: laufende Nummer. $called: Name oder Mitgliedsnummer.
members-entry = <b>{ $number }. { $called }</b>
members-card = <b>{ $called }</b>
# $role: Rolle. $institution: Institution.
members-where = { $role }, { $institution }
# $month: Monat und Jahr.
members-since = Dabei seit { $month }
# $day: Tag.
members-confirmed-on = Zuletzt bestätigt: { $day }
members-was-asked = Gefragt am { $day }, noch ohne Antwort
members-list = Zur Liste
members-ask = Nachfragen
members-asked = Die Person wird gefragt, ob sie noch dort arbeitet.
members-end = Mitgliedschaft beenden
# $institution: Institution.
members-ask-end = <b>Möchten Sie diese Mitgliedschaft beenden?</b>

    { $called }
    { $institution }

    Alle Daten der Person werden gelöscht. Ihre Plätze gehen an die Warteliste. Die Person erfährt es.
members-end-yes = Ja, beenden
members-end-no = Nein, behalten
members-ended = <b>Die Mitgliedschaft ist beendet.</b> Die Person erhält Nachricht.
members-gone = Dieses Mitglied gibt es nicht mehr.
members-not-not-yours = Dieses Mitglied gehört zu einer anderen Stelle.
members-not-coordinates = Koordinierende verabschiedet nur die Federführung.
members-not-asked = Diese Person wurde schon gefragt.

members-confirm-all = Alle bestätigen
# $n: Zahl der Mitglieder.
members-ask-confirm = { $n ->
    [0] Zurzeit gibt es niemanden zu bestätigen.
    [one] <b>Arbeitet dieses eine Mitglied noch bei Ihnen?</b>
   *[other] <b>Arbeiten diese { $n } Mitglieder noch bei Ihnen?</b>
 }
members-still-asked = { $n ->
    [one] Eine Person wurde gefragt und antwortet selbst.
   *[other] { $n } Personen wurden gefragt und antworten selbst.
 }
members-confirm-hint = Sind Sie bei jemandem unsicher? Öffnen Sie den Eintrag, und fragen Sie dort nach. Das Bestätigen gilt ein Jahr.
members-confirm-yes = Ja, alle bestätigen
members-confirmed = { $n ->
    [one] <b>Ein Mitglied ist für ein Jahr bestätigt.</b>
   *[other] <b>{ $n } Mitglieder sind für ein Jahr bestätigt.</b>
 }
members-to-confirm = <b>Bitte bestätigen Sie Ihre Mitglieder.</b>

    Für einige endet in den nächsten 30 Tagen die Bestätigung. Wer nicht bestätigt ist, wird selbst gefragt.

members-elsewhere = Bei anderen
members-elsewhere-none = Zurzeit nimmt niemand aus Ihrem Jugendamt an Fortbildungen anderer teil.
# $n: Zahl der Fortbildungen.
members-elsewhere-head = <b>Ihr Jugendamt bei anderen</b>
    { $n ->
        [one] Eine Fortbildung
       *[other] { $n } Fortbildungen
    }
# $title: Titel. $when: Termin. $taken: Plätze. $waiting: Wartende.
members-elsewhere-entry = <b>{ $title }</b>
    { $when }
    Mit Platz: { $taken }, auf der Warteliste: { $waiting }

# $institution: Institution. $day: Tag, an dem die Daten gelöscht werden.
members-still-there = <b>Arbeiten Sie noch hier?</b>

    { $institution }

    Ihre Koordinierungsstelle fragt einmal im Jahr. Ohne Antwort werden Ihre Daten am { $day } gelöscht.
members-yes = Ja, ich arbeite noch dort
members-no = Nein, nicht mehr
members-stays = <b>Danke, Sie bleiben dabei.</b>

    { $institution }
members-unanswered = Sie haben nicht geantwortet, ob Sie noch dort arbeiten.
# $contact: Anschrift der Koordinierungsstelle.
members-farewell = <b>Ihre Mitgliedschaft ist beendet.</b>

    { $institution }

    Das hat Ihre Koordinierungsstelle entschieden. Fragen beantwortet sie: { $contact }
members-not-restricted = Dieses Mitglied hat die Verarbeitung eingeschränkt. Deshalb geht das jetzt nicht.
