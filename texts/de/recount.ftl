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
recount-which-office = Zu welchem Jugendamtsbezirk gehört die Institution, deren Zahl nicht stimmt?
recount-which-sector = Um welche Institution geht es?
# $institution: Institution.
recount-how-many = { $institution }: Wie viele sind mehr oder weniger gekommen? Sie können auch eine Zahl schreiben, zum Beispiel -12.
# $n: Zahl.
recount-more = { $n } mehr
recount-fewer = { $n } weniger
recount-impossible = { $institution }: So viele waren nicht eingetragen.
recount-why = Warum wird berichtigt?
# $by: wie viele mehr oder weniger. $reason: Grund. $n: neue Summe.
recount-check = { $institution }: <b>{ $by }</b>
    Grund: { $reason }
    Zusammen dann: <b>{ $n }</b>

    Der alte Eintrag bleibt stehen. Ein Gegeneintrag hebt ihn auf.
recount-write = So berichtigen
recount-done = <b>Berichtigt:</b> { $title }, jetzt { $n ->
        [one] eine Teilnahme
       *[other] { $n } Teilnahmen
    }.
recount-again = Weitere Zahl berichtigen
