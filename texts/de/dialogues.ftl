# Ein Vorgang wurde über einem anderen begonnen: Der erste bleibt und wird danach angeboten.

# $name: Name des Vorgangs, der wartet.
dialogue-offer = <b>Sie haben etwas angefangen: { $name }</b>
    Möchten Sie dort weitermachen?
# $n: Zahl der übrigen angefangenen Vorgänge.
dialogue-more = { $n ->
    [one] Danach wartet noch ein Vorgang.
   *[other] Danach warten noch { $n } Vorgänge.
 }
# $name: Name des Vorgangs. $about: Titel der Veranstaltung.
dialogue-about = { $name }, „{ $about }“
dialogue-resume = Weiter
dialogue-discard = Verwerfen
dialogue-discarded = Verworfen. Davon wurde nichts gespeichert.
# $name: Name des Vorgangs, der nicht mehr wartet.
dialogue-too-many = Es warten zu viele angefangene Vorgänge. Verworfen wurde der älteste: { $name }.

dialogue-plan = Fortbildung anlegen
dialogue-change = Fortbildung ändern
dialogue-cancel = Fortbildung absagen
dialogue-announce = Fortbildung ankündigen
dialogue-write = Nachricht schreiben
dialogue-paper = Bescheinigung drucken
dialogue-close = Fortbildung abschließen
dialogue-recount = Zahlen berichtigen
dialogue-protocol = Eintrag ins Protokoll
dialogue-measures = Maßnahme festhalten
dialogue-exchange = Austausch festhalten
dialogue-invite = Jemanden einladen
dialogue-removal = Person herausnehmen
dialogue-seeking = Person suchen
dialogue-seating = Plätze vergeben
dialogue-assessment = Einschätzung schreiben
dialogue-assessment-part = Abschnitt bewerten
dialogue-report = Jahr des Berichts wählen
dialogue-name = Name angeben
