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
