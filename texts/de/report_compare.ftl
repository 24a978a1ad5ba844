# Die Berichte mehrerer Netzwerke nebeneinander.

# $years: Berichtsjahre, mit Kommas.
compare-title = Netzwerke im Vergleich { $years }
compare-file = vergleich
compare-author = Netzbote
compare-table-reports = Verglichene Berichte
compare-col-network = Netzwerk
compare-col-year = Jahr
compare-col-as-of = Datenstand
compare-col-protected = Kleine Zahlen
compare-protected-suppress = geheim
compare-protected-round5 = auf 5 gerundet
compare-figures = Kennzahlen
compare-measures = Maßnahmen
compare-how = Wie die Werte zu lesen sind

compare-group-occupancy = Auslastung und Warteliste
compare-group-commitment = Verbindlichkeit
compare-group-joint = Gemeinsam veranstaltete Fortbildungen
compare-group-mixing = Interdisziplinarität
compare-group-sectors = Teilnahmen an Fortbildungen nach Handlungsfeld
compare-group-information = Informationsfluss
compare-group-returns = Rücklauf der Rückmeldungen
compare-group-means = Rückmeldungen: Mittelwerte von 1 bis 5
# $name: Überschrift. $part: der wievielte Teil. $parts: von wie vielen.
compare-part = { $name } ({ $part } von { $parts })
compare-share = Anteil
compare-number = Anzahl
compare-of = von so vielen

# Statt einer Zahl.
compare-hidden = nicht ausgewiesen
compare-too-few = Basis zu klein
compare-missing = keine Angabe
compare-absent = nicht im Bericht
# $value: der gerundete Wert.
compare-rounded = ≈ { $value }

compare-as-printed = Jeder Wert steht so im veröffentlichten Bericht seines Netzwerks. Nichts ist zusammengezählt, abgezogen oder neu berechnet.
compare-order = Die Netzwerke stehen nach ihrem Namen, nicht nach ihren Zahlen. Sie sind verschieden groß.
compare-signs = „nicht ausgewiesen“ heißt: Die Zahl ist zum Schutz Einzelner geheim. – heißt: nichts vorhanden.
compare-not-there = „nicht im Bericht“ heißt: Der Bericht enthält diese Kennzahl nicht.
compare-is-rounded = ≈ heißt: Alle Zahlen von Personen in diesem Bericht sind auf ein Vielfaches von 5 gerundet. Quoten beruhen darauf.
# $years: Berichtsjahre, mit Kommas.
compare-years = Die Berichte sind aus verschiedenen Jahren: { $years }.
compare-no-measures = Keiner dieser Berichte nennt Maßnahmen.
