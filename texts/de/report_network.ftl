# Der Bericht: gemeinsame Fortbildungen.

report-section-joint = Gemeinsame Fortbildungen
report-fig-C17 = Gemeinsam veranstaltete Fortbildungen
report-table-C18 = Jugendämter, die gemeinsam veranstalten
report-tab-C18 = Gemeinsam veranstaltet
report-col-offices = Jugendämter
report-col-together = Gemeinsame Fortbildungen
report-col-before = Vorjahr
report-joint = Jedes Paar steht einmal. Veranstalten drei Jugendämter gemeinsam, sind das drei Paare.
report-no-hosts = Wer die Fortbildungen dieses Jahres veranstaltet hat, ist nicht verzeichnet.
report-formula-C17 = Fortbildungen mit mindestens zwei veranstaltenden Jugendämtern geteilt durch alle, deren Veranstaltende verzeichnet sind.
report-rule-O13 = Wenig gemeinsam veranstaltet
suggestion-O13 = Fortbildungen gemeinsam planen und veranstalten.
report-limit-O13 = weniger als { $value } der Fortbildungen gemeinsam veranstaltet
report-input-joint = gemeinsam veranstaltet

# Absprachen
report-fig-B4 = Absprachen und Produkte in Kraft
report-table-B5 = Absprachen und Produkte im Einzelnen
report-tab-B5 = Absprachen im Einzelnen
report-col-agreement = Absprache oder Produkt
report-col-since = seit
report-in-force = in Kraft
# $day: Tag, an dem eine neue Absprache an die Stelle der alten trat.
report-replaced = ersetzt am { $day }
report-offices-all = alle Jugendämter
report-offices-unknown = nicht verzeichnet
# $title: Name der Absprache. $since: Tag.
report-agreement-oldest = Am längsten in Kraft ist „{ $title }“, seit { $since }.
report-formula-B4 = Absprachen und Produkte, die am Jahresende gelten und nicht ersetzt sind.

# Qualitätssicherung
report-table-E5 = Anwesenheit der Jugendämter bei den Qualitätsdialogen
report-tab-E5 = Qualitätsdialoge
report-col-held-B2 = Konferenzen
report-col-held-E5 = Qualitätsdialoge
report-fig-E6 = Vereinbarungen in Kraft, etwa nach § 8a SGB VIII
report-formula-E6 = Absprachen der Art „Vereinbarung“, die am Jahresende gelten.
report-table-E7 = Rückmeldungen über die Jahre
report-tab-E7 = Rückmeldungen über Jahre

# Information
report-fig-D5 = Mitteilungen ohne Veranstaltung
report-formula-D1 = Ankündigungen, die zu einer Veranstaltung gehören. Jede zählt einmal, an wie viele sie auch geht.
report-formula-D5 = Mitteilungen an das Netzwerk, die zu keiner Veranstaltung gehören, und übernommene Zahlen früherer Jahre.

# Verlauf
report-section-course = Verlauf über die Jahre
report-table-C19 = Quoten und Vorlauf über die Jahre
report-tab-C19 = Verlauf
report-alt-trend = Kleine Diagramme zu: { $title }. Jedes zeigt eine Kennzahl über { $years } Jahre.{ $hidden ->
    [0] {""}
    [one] {" "}Ein Wert ist geheim.
   *[other] {" "}{ $hidden } Werte sind geheim.
} Alle veröffentlichten Werte stehen in der Tabelle.

# Das Netzwerk
report-chapter-growth = Das Netzwerk
report-section-growth = Das Netzwerk
report-table-N1 = Mitglieder am Ende des Quartals
report-tab-N1 = Mitglieder
report-table-N2 = Mitglieder am Jahresende nach Jugendamtsbezirk
report-tab-N2 = Mitglieder nach Jugendamt
report-table-N3 = Mitglieder am Jahresende nach Handlungsfeld
report-tab-N3 = Mitglieder nach Handlungsfeld
report-table-N4 = Zum ersten Mal bei Fortbildungen dabei
report-tab-N4 = Zum ersten Mal dabei
report-col-members = Mitglieder
report-col-staffed = Koordinierungsstelle besetzt seit
report-no-members = Für dieses Jahr sind keine Mitglieder gezählt.
report-members = Mitglieder sind Fachkräfte, die der Netzbote erreicht. Gezählt wird am Quartalsende insgesamt, nach Bezirk und Handlungsfeld nur am Jahresende. Auch eine Zahl, die sich gegenüber einem veröffentlichten Jahr wenig geändert hat, bleibt geheim.
# $since: das erste Jahr, das verglichen wird.
report-first-time = Verglichen sind die veröffentlichten Teilnahmen seit { $since }.
report-formula-N1 = Alle, die am Quartalsende ein Konto im Netzboten haben.
