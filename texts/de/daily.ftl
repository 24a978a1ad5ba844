# Der Tag in einer Nachricht, für Koordinierende.

daily = <b>Heute für Sie</b>
daily-short = <b>Mindestzahl nicht erreicht</b>
# $n: Mindestzahl.
daily-minimum = Mindestzahl: { $n }
daily-doubts = <b>Nachrichten, bei denen etwas nicht stimmt</b>
daily-later = Frist verlängern
daily-go-ahead = Trotzdem durchführen
daily-goes-ahead = Die Fortbildung findet trotzdem statt. Der Bot fragt nicht mehr nach.
daily-too-late = Dafür ist es zu spät.
# $title: Titel der Veranstaltung.
daily-do-decide = Entscheiden: { $title }
daily-deadline = <b>Anmeldeschluss erreicht</b>
daily-coming = <b>Als Nächstes</b>
daily-left = <b>Spät abgemeldet</b>
daily-stuck = <b>Plätze frei, aber niemand auf der Warteliste ist erreichbar</b>
daily-unclosed = <b>Noch nicht abgeschlossen</b>
# $title: Titel. $when: Termin.
daily-line = { $title }, { $when }
daily-left-n = { $n ->
    [one] Eine späte Abmeldung
   *[other] { $n } späte Abmeldungen
 }
# $title: Titel der Veranstaltung.
daily-do-close = Abschließen: { $title }
daily-do-list = Liste holen: { $title }
daily-do-look = Ansehen: { $title }
daily-off = Nicht mehr täglich
daily-on = Wieder täglich
daily-is-off = Sie erhalten die tägliche Übersicht nicht mehr. Einzelne Hinweise kommen weiter.
daily-is-on = Sie erhalten werktags um 07:30 Uhr eine Übersicht, wenn es etwas gibt.
