# Die Karte einer Fortbildung und was auf ihren Knöpfen steht.

# $title: Titel. $format: Format. $when: Termin. $where: Ort. $host: einladendes Jugendamt.
card = <b>{ $title }</b>
    { $format }

    { $when }
    { $where }
    { $host }
# $text: der Anfang der Beschreibung.
card-description = { $text }
card-seated = <b>Sie sind angemeldet.</b>
card-waiting = <b>Sie stehen auf der Warteliste, Platz { $place }.</b>
# $code: Nummer des eigenen Platzes auf der Liste an der Tür.
seat-code = Ihre Platznummer: { $code }
card-started-seat = <b>Diese Veranstaltung hat begonnen. Sie haben einen Platz.</b>
card-started-line = Diese Veranstaltung hat begonnen. Ein Platz wurde nicht frei.
card-over-seat = Diese Veranstaltung ist vorbei. Sie hatten einen Platz.
card-over-line = Diese Veranstaltung ist vorbei. Ein Platz wurde nicht frei.
card-facts-changed = <b>Bitte prüfen Sie die Angaben. Sie haben sich geändert.</b>
card-cancelled = <b>Diese Veranstaltung ist abgesagt.</b>
# $deadline: Anmeldeschluss.
card-open = Anmeldung bis { $deadline }.
# $free: freie Plätze.
card-seats = { $free ->
    [0] Alle Plätze sind vergeben. Sie können sich auf die Warteliste setzen.
    [one] Noch ein Platz frei. Anmeldung bis { $deadline }.
   *[other] Noch { $free } Plätze frei. Anmeldung bis { $deadline }.
 }
card-regrets = <b>Sie haben geantwortet: Diesmal nicht.</b> Anmeldung bis { $deadline }.
card-for-all = alle Handlungsfelder

card-only-for = Nur für: { $sectors }
closed-draft = Diese Veranstaltung ist noch nicht veröffentlicht.
closed-cancelled = Diese Veranstaltung ist abgesagt.
closed-started = Diese Veranstaltung hat schon begonnen.
closed-over = Diese Veranstaltung ist vorbei.
closed-deadline = Der Anmeldeschluss war am { $deadline }.
closed-registration-closed = Die Anmeldung ist geschlossen.
# $sectors: Handlungsfelder.
closed-not-for-sector = Dieses Angebot richtet sich an: { $sectors }.

details = <b>{ $title }</b>

    <b>Termin:</b> { $when }
    <b>Ort:</b> { $where }
    <b>Thema:</b> { $topic }
    <b>Format:</b> { $format }, { $mode }
    <b>Umfang:</b> { $units ->
        [one] eine UE
       *[other] { $units } UE
    } zu 45 Minuten
    <b>Für:</b> { $sectors }
    { $n ->
        [one] <b>Einladende Stelle:</b> { $host }
       *[other] <b>Einladende Stellen:</b> { $host }
    }
    <b>Anmeldeschluss:</b> { $deadline }
    <b>Abmelden ohne Eile bis:</b> { $withdraw }
# $link: Adresse der Online-Teilnahme.
details-link = <b>Zugang:</b> { $link }
details-support = Sie brauchen Unterstützung vor Ort? Bitte schreiben Sie direkt an { $mail }.
# $value: wer vorträgt, was es kostet, wer Fragen beantwortet.
details-speakers = <b>Referierende:</b> { $value }
details-cost = <b>Kosten:</b> { $value }
details-contact = <b>Kontakt:</b> { $value }
details-approval = <b>Zustimmung:</b> durch die eigene Koordinierungsstelle
# $n: Zahl der Personen.
details-minimum = { $n ->
    [one] <b>Mindestzahl:</b> eine Person
   *[other] <b>Mindestzahl:</b> { $n } Personen
 }
# $text: die Beschreibung, mehrere Zeilen.
details-description = <b>Beschreibung:</b>
    { $text }
accessibility-step-free = Stufenfreier Zugang.
accessibility-hearing-loop = Mit Höranlage.
accessibility-sign-language = Mit Gebärdensprache.
accessibility-captions = Mit Untertiteln.

ask-leave = <b>{ $title }</b>
    { $when }
ask-leave-late = Die Abmeldefrist ist vorbei. Eine Abmeldung hilft trotzdem: Jemand kann nachrücken.

button-register = Anmelden
button-wait = Auf die Warteliste
button-regret = Diesmal nicht
button-regret-back = Doch offen lassen
button-leave = Abmelden
button-leave-line = Von der Warteliste nehmen
button-leave-no = Nein, dabei bleiben
button-details = Details
button-calendar = Kalender
button-back = Zurück
button-menu = Zum Menü
button-pass-on = Weitergeben
button-mute = Keine Erinnerungen
button-unmute = Erinnerungen an

calendar-file = termin.ics
# $n: Zahl der einladenden Stellen. $host: ihre Namen.
calendar-description = { $n ->
    [one] Einladende Stelle: { $host }. Fragen bitte an die Koordinierungsstelle.
   *[other] Einladende Stellen: { $host }. Fragen bitte an die Koordinierungsstellen.
 }
