# Austausch mit anderen Institutionen eintragen.

exchange-head = <b>Austausch eintragen</b>
exchange-partner-chosen = Mit: { $value }
exchange-topic-chosen = Thema: { $value }
exchange-format-chosen = Form: { $value }
exchange-length-chosen = Dauer: { $value }
exchange-partner = Mit wem haben Sie sich ausgetauscht?

    Gezählt werden nur Summen. Fälle und Personen gehören nicht hierher.
exchange-topic = Um welches Thema ging es?
exchange-format = Wie haben Sie sich ausgetauscht?
exchange-length = Wie lange hat es gedauert?
exchange-leave = Nichts eintragen
# $lines: die vier Angaben.
exchange-noted = <b>Austausch eingetragen</b>

    { $lines }

    In der Nacht wird daraus eine Zahl ohne Bezug zu Ihnen. Bis dahin können Sie den Eintrag zurücknehmen.
exchange-undo = Rückgängig
exchange-again = Weiteren Austausch eintragen
exchange-undone = Der Eintrag ist zurückgenommen. Es wird nichts gezählt.
exchange-left = Es wurde nichts eingetragen.
exchange-too-late = Dieser Eintrag ist schon gezählt oder zurückgenommen.
