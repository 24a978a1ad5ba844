# Die Termine einer Reihe.

# $n: Zahl der Termine. $first: der erste.
session-from = { $n ->
    [one] Ein Termin ab { $first }
   *[other] { $n } Termine ab { $first }
 }
session-all = { $n ->
    [one] Reihe mit einem Termin:
   *[other] Reihe mit { $n } Terminen:
 }
# $number: der wievielte Termin. $of: Zahl der Termine. $when: Tag und Uhrzeit.
session-one = Termin { $number } von { $of }: { $when }
# $title: Titel. $number: der wievielte Termin. $of: Zahl der Termine.
session-title = { $title } ({ $number }/{ $of })
# $when: der Tag, der vorgeschlagen wird.
session-add = Auch am { $when }
session-drop = Termin streichen
session-stay = So lassen
# $when: der Tag des Termins. $example: eine Eingabe, die der Bot versteht.
session-change = <b>Was soll mit dem Termin am { $when } werden?</b>
    Wählen Sie einen anderen Tag, oder schreiben Sie den Termin: <code>{ $example }</code>
# $n: Zahl der geänderten Termine. $changes: eine Zeile für jeden.
session-changed = <b>{ $n ->
        [one] Ein Termin der Reihe hat sich geändert.
       *[other] Termine der Reihe haben sich geändert.
    }</b>
    { $changes }
# $before: früherer Termin. $after: neuer Termin.
session-moved = Statt { $before }: { $after }
session-dropped = Entfällt: { $before }
# $title: Titel. $when: alle Termine. $where: Ort.
session-changed-now = <b>{ $title }</b>
    { $when }
    { $where }
manage-refused-overlap = Zwei Termine würden sich überschneiden.
manage-refused-only-session = Das ist der einzige Termin. Sie können die Veranstaltung absagen.
# $title: Titel. $when: alle Termine.
session-list = <b>{ $title }</b>
    { $when }

    Welcher Termin ändert sich?
# $number: der wievielte Termin. $when: Tag und Uhrzeit.
session-button = { $number }. { $when }
# $title: Titel. $when: der Termin. $people: Zahl der Personen.
session-what = <b>{ $title }</b>
    { $when }

    { $people ->
        [0] Noch ist niemand angemeldet.
        [one] Eine Person erfährt davon.
       *[other] { $people } Personen erfahren davon.
    }
session-move = Verschieben
session-drop-yes = Streichen und Bescheid geben
session-dropped-done = Der Termin ist gestrichen.
session-gone = Diesen Termin gibt es nicht mehr.
session-begun = Dieser Termin hat schon begonnen.
manage-sessions = Termine
# $when: Tag des Termins. $n: Zahl der Personen.
close-session = Termin am { $when }: { $n }
# $example: Zahlen, wie man sie schreibt.
close-sessions = <b>Wie viele kamen zu welchem Termin?</b>
    Oder schreiben Sie alle Zahlen der Reihe nach: <code>{ $example }</code>
close-sessions-none = Bei einem Termin waren alle da, die Sie eben gezählt haben.
close-sessions-more = Mehr als eben gezählt geht nicht. Mit «Zurück» ändern Sie die Zahlen.
# $n: Zahl der Termine.
close-sessions-each = { $n ->
    [one] Bitte schreiben Sie eine Zahl.
   *[other] Bitte schreiben Sie { $n } Zahlen, eine für jeden Termin.
 }
close-numbers-series = <b>Wie viele kamen zum stärksten Termin?</b>
# $when: Tag des Termins.
close-session-fewer = { $when } weniger
close-session-more = { $when } mehr
recount-session = <b>Was war anders?</b>
recount-session-all = Bei allen Terminen
# $when: Tag des Termins. $n: Zahl der Personen.
recount-session-one = Nur am { $when }, bisher { $n }
# $value: was gewählt wurde.
recount-session-chosen = Termin: { $value }
