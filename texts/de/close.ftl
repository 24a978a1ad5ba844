# Eine Veranstaltung nach ihrem Ende abschließen.

# $title: Titel. $when: Termin. $n: das wievielte Mal gefragt wird.
close-request = { $n ->
    [one] <b>Bitte abschließen</b>
   *[other] <b>Noch offen: bitte abschließen</b>
 }

    <b>{ $title }</b>
    { $when }

    Wie viele sind gekommen? Ihre Angabe zählt für den Bericht.
close-head = <b>Abschließen: { $title }</b>
    { $when }
close-numbers = Wie viele sind gekommen?
# $institution: Institution. $came: gekommen. $registered: angemeldet.
close-line = { $institution }: <b>{ $came }</b> von { $registered } Angemeldeten
# $n: Zahl der Teilnehmenden.
close-total = { $n ->
    [one] Zusammen: <b>eine</b> Person
   *[other] Zusammen: <b>{ $n }</b> Personen
 }
close-all-came = Alle gekommen
close-add = Weitere Institution
close-finish = So abschließen
close-later = Später
close-number = { $institution }, { $registered } angemeldet: Wie viele sind gekommen? Bitte schreiben Sie die Zahl.
close-sector = Welche Institution ist gekommen?
# $n: Zahl der Teilnehmenden.
close-done = { $n ->
    [one] <b>Abgeschlossen:</b> { $title }, eine Teilnahme.
   *[other] <b>Abgeschlossen:</b> { $title }, { $n } Teilnahmen.
 }
close-done-toast = Die Veranstaltung ist abgeschlossen.
close-left = Der Abschluss von <b>{ $title }</b> steht noch aus.
close-gone = Diese Veranstaltung gibt es nicht mehr.
close-cancelled = Diese Veranstaltung ist abgesagt. Es gibt nichts abzuschließen.
close-not-over = Diese Veranstaltung ist noch nicht vorbei.
close-closed = Diese Veranstaltung ist bereits abgeschlossen.
close-sealed = Das Jahr dieser Veranstaltung ist versiegelt. Ein Abschluss ist nicht mehr möglich.
button-close = Abschließen
