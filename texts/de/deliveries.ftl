# Was aus den Nachrichten zu eigenen Fortbildungen wurde.

delivered-head = <b>Zustellung der letzten Tage</b>
# $title: Titel.
delivered-head-one = <b>Zustellung: { $title }</b>
# $state: Stand. $n: Zahl der Nachrichten.
delivered-count = { $state }: { $n }
delivered-none = Es gibt keine Nachrichten aus den letzten Tagen.
# $n: Zahl der Nachrichten, die nicht ankamen.
delivered-troubled = <b>{ $n ->
        [one] Eine Nachricht kam
       *[other] { $n } Nachrichten kamen
    } nicht sicher an</b>
delivered-no-trouble = Alles ist in Ordnung. Nichts ist ungewiss oder gescheitert.
# $number: laufende Nummer. $kind: Art der Nachricht. $when: wann sie fällig war. $state: Stand.
delivered-entry = { $number }. <b>{ $state }</b>: { $kind }
    { $title }
    { $when }
# $institution: Institution der Person.
delivered-institution = An: { $institution }
delivered-resend = { $number }. Erneut senden
delivered-settle = { $number }. Als zugestellt ansehen
delivered-resent = Die Nachricht wird erneut gesendet.
delivered-settled = Die Nachricht gilt als zugestellt.
delivered-decided = Darüber ist schon entschieden, oder es ist zu spät dafür.
delivered-doubts = <b>Nicht alle Nachrichten kamen sicher an.</b>
delivered-doubts-do = Bitte sehen Sie sich die Zustellung an. Dort entscheiden Sie, was noch einmal gesendet wird.
delivered-open = Zustellung ansehen
# $n: Zahl der Erinnerungen. $stage: Stufe. $title: Titel. $when: Termin.
delivered-missed = { $n ->
    [one] <b>Eine Erinnerung wurde nicht gesendet.</b>
   *[other] <b>{ $n } Erinnerungen wurden nicht gesendet.</b>
 }
    Es war zu spät dafür.

    <b>{ $title }</b>
    { $when }
    Erinnerung: { $stage }

## Arten von Nachrichten

delivery-kind-answer = Antwort
delivery-kind-card = Karte
delivery-kind-confirmation = Bestätigung
delivery-kind-moved-up = Nachrücken
delivery-kind-reminder = Erinnerung
delivery-kind-announcement = Ankündigung
delivery-kind-words = Nachricht an viele
delivery-kind-nudge = Nachfrage vor Anmeldeschluss
delivery-kind-moved = Verschiebung
delivery-kind-changed = Änderung
delivery-kind-cancelled = Absage
delivery-kind-line-ended = Ende der Warteliste
delivery-kind-seat-offered = Nachrückangebot
delivery-kind-seat-free = Freier Platz an alle
delivery-kind-offer-ended = Ende eines Angebots
delivery-kind-approval-asked = Bitte um Zustimmung
delivery-kind-approval-given = Zustimmung
delivery-kind-approval-ended = Ende einer Anfrage
delivery-kind-progress = Fortschritt
delivery-kind-close-request = Bitte um Abschluss
delivery-kind-access-request = Zugangsanfrage
delivery-kind-access-granted = Zugang freigegeben
delivery-kind-access-declined = Zugang abgelehnt
delivery-kind-alert = Hinweis
delivery-kind-feedback = Rückmeldung
delivery-kind-removal = Aufräumen des Chats
delivery-kind-last-words = Letzte Worte
names-left = Eine Liste mit Namen ließ sich nicht aus diesem Chat entfernen. Bitte löschen Sie die Nachricht selbst.
