# Die eigenen Fortbildungen verwalten.

manage-none-coming = Ihre Stelle hat zurzeit keine Fortbildungen. Mit /neu legen Sie eine an.
# $n: Zahl der Fortbildungen.
manage-head-coming = <b>Fortbildungen verwalten</b>
    { $n ->
        [one] Eine Fortbildung
       *[other] { $n } Fortbildungen
    }
manage-to-coming = Kommende
manage-to-drafts = Entwürfe
manage-to-past = Vergangene
manage-none-drafts = Ihre Stelle hat zurzeit keine Entwürfe.
# $n: Zahl der Entwürfe.
manage-head-drafts = <b>Entwürfe Ihrer Stelle</b>
    { $n ->
        [one] Ein Entwurf
       *[other] { $n } Entwürfe
    }
manage-none-past = Es gibt noch keine vergangenen Fortbildungen.
# $n: Zahl der Fortbildungen.
manage-head-past = <b>Vergangene Fortbildungen</b>
    { $n ->
        [one] Eine Fortbildung
       *[other] { $n } Fortbildungen
    }
# $n: laufende Nummer.
manage-again-n = { $n }. noch einmal
manage-again = Noch einmal anbieten
manage-draft-card = <b>Entwurf: { $title }</b>
    { $when }
    { $where }

    Nur die Koordinierenden Ihrer Stelle sehen ihn.
manage-draft-on = Weiter bearbeiten
manage-draft-drop = Entwurf verwerfen
manage-draft-ask = Möchten Sie diesen Entwurf verwerfen?

    <b>{ $title }</b>
    { $when }
manage-draft-drop-yes = Ja, verwerfen
manage-draft-drop-no = Nein, behalten
manage-draft-dropped = <b>Verworfen.</b> Den Entwurf { $title } gibt es nicht mehr.
manage-unclosed = <b>noch nicht abgeschlossen</b>
# $number: laufende Nummer. $title: Titel. $when: Termin.
manage-entry = <b>{ $number }. { $title }</b>
    { $when }
# $taken: vergebene Plätze. $seats: alle Plätze.
manage-taken-of = { $seats ->
    [one] { $taken } von einem Platz vergeben
   *[other] { $taken } von { $seats } Plätzen vergeben
 }
manage-taken = { $taken ->
    [one] ein Platz vergeben
   *[other] { $taken } Plätze vergeben
 }
manage-waiting = { $waiting ->
    [one] eine Person wartet
   *[other] { $waiting } Personen warten
 }
# $n: Mindestzahl.
manage-short = Die Mindestzahl { $n } ist nicht erreicht.
# $n: Zahl der Personen.
manage-away = { $n ->
    [one] Eine Person auf der Warteliste ist nicht erreichbar. Sie rückt nach, sobald sie zurück ist.
   *[other] { $n } Personen auf der Warteliste sind nicht erreichbar. Sie rücken nach, sobald sie zurück sind.
 }
manage-list = Zur Übersicht

# $where: Ort. $deadline: Anmeldeschluss. $reminders: Stufen der Erinnerung.
manage-card = <b>{ $title }</b>
    { $when }
    { $where }

    Anmeldeschluss: { $deadline }
    Erinnerungen: { $reminders }
manage-change = Ändern
manage-move = Verschieben
manage-cancel = Absagen
manage-close = Abschließen
manage-deliveries = Zustellung
manage-attendance = Teilnahmeliste
manage-shut = Anmeldung schließen
manage-open = Anmeldung öffnen

manage-choose-change = <b>{ $title }</b>

    Was möchten Sie ändern?
# $name: was geändert wird. $value: wie es bisher ist.
change-head = <b>{ $title }</b>
    { $name } bisher: { $value }

# $before: bisher. $after: künftig. $people: Zahl der Angemeldeten und Wartenden.
change-preview = <b>{ $title }</b>

    Bisher: { $before }
    Künftig: <b>{ $after }</b>

    { $people ->
        [0] Es ist noch niemand angemeldet.
        [one] Eine Person erfährt davon.
       *[other] { $people } Personen erfahren davon.
    }
manage-move-yes = Ja, verschieben
manage-change-yes = Ja, ändern
manage-cancel-yes = Ja, absagen
manage-cancel-no = Nein, nicht absagen

manage-take-back = Zurücknehmen
# $title: Titel. $when: Termin.
manage-ask-take-back = Möchten Sie diese Fortbildung zurücknehmen?

    <b>{ $title }</b>
    { $when }

    Es ging noch keine Ankündigung hinaus, und niemand war angemeldet. Sie verschwindet ganz und zählt nirgends mit.
manage-take-back-announcement = Die geplante Ankündigung entfällt.
manage-take-back-yes = Ja, zurücknehmen
manage-take-back-no = Nein, im Angebot lassen
manage-taken-back = <b>Zurückgenommen.</b> { $title } ist nicht mehr im Angebot und zählt nirgends mit.
manage-refused-known = Davon wissen schon andere. Zurücknehmen geht nicht mehr, nur noch absagen.

# $own: Antworten aus dem eigenen Jugendamt. $others: aus anderen, als Zahl oder «unter 5».
manage-regrets = Diesmal nicht: { $own } aus Ihrem Jugendamt, { $others } aus anderen.
# $few: ab so vielen wird gezählt.
manage-few = unter { $few }
# $at: Beginn der Ankündigung.
manage-announcement = Ankündigung: { $at }
manage-announcement-show = Ankündigung ansehen
manage-this = Zur Fortbildung

manage-saved = <b>Gespeichert.</b>
manage-moved = <b>Verschoben.</b>
manage-cancelled = <b>Abgesagt.</b>
manage-shut-done = <b>Die Anmeldung ist geschlossen.</b>
manage-open-done = <b>Die Anmeldung ist geöffnet.</b>
# $people: Zahl der Personen. $at: Zeitpunkt.
manage-told = { $people ->
    [one] Eine Person erhält jetzt Nachricht.
   *[other] { $people } Personen erhalten jetzt Nachricht.
 }
manage-told-later = { $people ->
    [one] Eine Person erhält Nachricht: { $at }.
   *[other] { $people } Personen erhalten Nachricht: { $at }.
 }
manage-moved-up = { $people ->
    [one] Eine Person rückt nach.
   *[other] { $people } Personen rücken nach.
 }

manage-refused-gone = Diese Fortbildung gibt es nicht mehr.
manage-refused-draft = Das ist noch ein Entwurf.
manage-refused-published = Diesen Entwurf hat schon jemand veröffentlicht.
manage-refused-not-first-host = Nur die Stelle, die zuerst einlädt, nennt die anderen.
manage-refused-overtaken = <b>Inzwischen wurde das geändert.</b> Bitte prüfen Sie, was jetzt gilt.
manage-refused-cancelled = Diese Fortbildung ist abgesagt.
manage-refused-over = Diese Fortbildung ist vorbei.
manage-refused-started = Diese Fortbildung hat schon begonnen.
manage-refused-past = Dieser Termin liegt in der Vergangenheit.
manage-refused-end-before-start = Das Ende muss nach dem Beginn liegen.
manage-refused-deadline = Der Anmeldeschluss muss zwischen jetzt und dem Beginn liegen.
# $taken: vergebene Plätze.
manage-refused-seats-taken = { $taken ->
    [one] Ein Platz ist schon vergeben. Weniger sind nicht möglich.
   *[other] { $taken } Plätze sind schon vergeben. Weniger sind nicht möglich.
 }
manage-not-yours = Diese Fortbildung verwaltet eine andere Stelle.

# $people: Zahl der Angemeldeten.
manage-attendance-head = <b>Teilnahmeliste: { $title }</b>
    { $when }
    { $people ->
        [0] Noch niemand ist angemeldet.
        [one] Eine Person ist angemeldet.
       *[other] { $people } Personen sind angemeldet.
    }
# $code: Platznummer. $institution: Institution. $name: freiwilliger Name.
manage-seat = Platz { $code }, { $institution }
manage-seat-named = Platz { $code }, { $institution }: { $name }

# Die Fragen einer Änderung sind die der Planung.
change-title = { plan-title }
change-place = { plan-place }
change-link = { plan-link }
change-day = { plan-day }
change-start = { plan-start }
change-end = { plan-end }
change-seats = { plan-seats }
change-deadline = { plan-deadline }
change-units = { plan-units }
change-reminders = { plan-reminders }
change-case = { plan-case }
change-topic = { plan-topic }
change-format = { plan-format }
change-mode = { plan-mode }
change-sectors = { plan-sectors }
change-accessibility = { plan-accessibility }
change-description = { plan-description }
change-speakers = { plan-speakers }
change-cost = { plan-cost }
change-contact = { plan-contact }
change-minimum = { plan-minimum }
change-approval = { plan-approval }
change-hosts = { plan-hosts }
change-hosts-names = Kommt eine Stelle dazu, sieht sie Namen nur bei Anmeldungen ab jetzt.
# $people: so viele rücken höchstens nach.
change-check-seats = <b>{ $title }</b>

    Bisher: { $before }
    Künftig: <b>{ $after }</b>

    { $people ->
        [0] Niemand rückt nach. Niemand erhält Nachricht.
        [one] Höchstens eine Person rückt nach und erfährt es sofort. Sonst erhält niemand Nachricht.
       *[other] Höchstens { $people } Personen rücken nach und erfahren es sofort. Sonst erhält niemand Nachricht.
    }
# $people: Zahl der Personen mit Platz.
change-check-reminders = <b>{ $title }</b>

    Bisher: { $before }
    Künftig: <b>{ $after }</b>

    { $people ->
        [0] Es ist noch niemand angemeldet.
        [one] Eine Person mit Platz wird künftig so erinnert. Jetzt erhält sie keine Nachricht.
       *[other] { $people } Personen mit Platz werden künftig so erinnert. Jetzt erhalten sie keine Nachricht.
    }
# $before: bisher. $after: künftig. $people: Zahl der Angemeldeten und Wartenden.
change-telling = <b>{ $title }</b>

    Bisher: { $before }
    Künftig: <b>{ $after }</b>

    { $people ->
        [one] Eine Person ist angemeldet oder wartet. Soll sie davon erfahren?
       *[other] { $people } Personen sind angemeldet oder warten. Sollen sie davon erfahren?
    }
change-tell = Ändern und Bescheid geben
change-quietly = Nur ändern

# Die Fragen vor einer Absage.
cancel-head = <b>{ $title }</b>
    { $when }
cancel-reason = <b>Warum wird abgesagt?</b>
cancel-name-reason = Grund
cancel-reason-chosen = Grund: { $value }
# $example: ein Zeitpunkt, wie man ihn schreibt.
cancel-instead = <b>Gibt es einen Ersatztermin?</b>
    Wählen Sie einen, oder schreiben Sie Tag und Uhrzeit: <code>{ $example }</code>
cancel-name-instead = Ersatztermin
cancel-instead-chosen = Ersatztermin: { $value }
# $people: Zahl der Angemeldeten und Wartenden.
cancel-check = <b>Möchten Sie diese Fortbildung absagen?</b>
    { $people ->
        [0] Es ist noch niemand angemeldet.
        [one] Eine Person erfährt davon.
       *[other] { $people } Personen erfahren davon.
    }
cancel-past = Dieser Termin liegt in der Vergangenheit.
