# Teilnahmen einer abgeschlossenen Veranstaltung berichtigen.

recount-list = Teilnahmen berichtigen
recount-which = Bei welcher Veranstaltung stimmen die Teilnahmen nicht?
recount-none = Es gibt keine abgeschlossene Veranstaltung, die sich berichtigen lässt.
# $title: Titel. $when: Termin.
recount-head = <b>Teilnahmen berichtigen: { $title }</b>
    { $when }
# $label: Bezirk oder Handlungsfeld. $n: Zahl.
recount-line = { $label }: <b>{ $n }</b>
recount-total = Zusammen: <b>{ $n }</b>
recount-office = Zu welchem Jugendamtsbezirk gehört die Institution, deren Zahl nicht stimmt?
recount-sector = Um welche Institution geht es?
# $value: Institution.
recount-sector-chosen = { $value }
recount-by = Wie viele sind mehr oder weniger gekommen? Sie können auch eine Zahl schreiben, zum Beispiel -12.
# $n: Zahl.
recount-more = { $n } mehr
recount-fewer = { $n } weniger
recount-impossible = So viele waren nicht eingetragen.
# $value: wie viele mehr oder weniger.
recount-by-chosen = <b>{ $value }</b>
# $n: neue Summe.
recount-then = Zusammen dann: <b>{ $n }</b>
recount-reason = Der alte Eintrag bleibt stehen. Ein Gegeneintrag hebt ihn auf.
    <b>Warum wird berichtigt?</b> Mit dem Grund wird berichtigt.
recount-done = <b>Berichtigt:</b> { $title }, jetzt { $n ->
    [one] eine Teilnahme
   *[other] { $n } Teilnahmen
 }.
recount-again = Weitere Zahl berichtigen
