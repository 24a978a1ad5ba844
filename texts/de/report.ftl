# Der Bericht: Überschriften, Kennzahlen, Tabellen, Hinweise, Texte.

# Wie ein Bericht heißt, wenn das Netzwerk nichts anderes sagt.
report-title = Jahresbericht
# $month: erster Monat. $last: letzter Tag, oder Tag des Datenstands.
report-subtitle = Berichtszeitraum 1. { $month } bis { $last }
# $title: Name des Berichts mit Jahr.
report-title-short = { $title }: Kurzfassung
report-title-quarter = Hauptzahlen { $quarter }. Quartal { $year }
report-no-comparison = Das Jahr läuft noch. Es wird deshalb nicht mit ganzen Jahren verglichen.
report-not-begun = Der Berichtszeitraum hat noch nicht begonnen. Es liegt noch nichts vor.
report-author = Erstellt von: { $author }
report-as-of = Datenstand und Tag der Erstellung: { $day }
report-internal = Nur für den Dienstgebrauch: eigene Zahlen { $office } sind offen.
report-of-office = von { $office }
report-internal-quarter = Nur für den Dienstgebrauch
report-interim = Zwischenstand, nur für den Dienstgebrauch
report-sample = Muster mit erfundenen Daten
report-trial = Probefassung, nicht zur Weitergabe
report-mark = Vermerk
report-version = Fassung

report-chapter-glance = Das Jahr auf einer Seite
report-chapter-shapes = Verteilung und Verlauf
report-chapter-figures = Hauptzahlen
report-chapter-structure = Auftrag und Struktur
report-chapter-coordination = Austausch der Koordinierungsstellen
report-chapter-exchange = Fachlicher Austausch
report-chapter-trainings = Fort- und Weiterbildungen
report-chapter-information = Informationsfluss
report-chapter-quality = Qualitätssicherung
report-chapter-goals = Zielerreichung
report-chapter-hints = Optimierungspotentiale
report-chapter-outlook = Ausblick und Jahresplanung
report-chapter-annex = Anhang

report-section-offer = Angebot
report-section-participation = Teilnahme
report-section-occupancy = Auslastung und Warteliste
report-section-commitment = Verbindlichkeit
report-section-quotas = Kontingente
report-section-interdisciplinary = Interdisziplinarität
report-section-directory = Veranstaltungsverzeichnis
report-section-method = Methodik
report-section-terms = Begriffe und Abkürzungen
report-section-calculated = Rechnerische Hinweise
report-section-assessed = Fachliche Bewertung

report-fig-A1 = Veranstaltungen
report-fig-A2 = davon Fortbildungen
report-fig-A3 = Teilnahmen
report-fig-A4 = Unterrichtseinheiten angeboten
report-fig-A5 = Teilnahmeeinheiten
report-fig-A6 = Austauschtermine
report-fig-K1 = Austauschkontakte zwischen Institutionen
report-fig-C7 = Auslastung der Plätze
report-fig-C8 = Anmeldequote
report-fig-C9 = Wartelistenquote
report-fig-C10 = Nachrückquote
report-fig-C11 = Abmeldequote
report-fig-C12 = Kurzfristige Abmeldungen
report-fig-C13 = Nicht genutzte Plätze (kurzfristig abgemeldet oder nicht erschienen)
report-fig-C15 = Handlungsfelder je Fortbildung im Mittel
report-fig-C16 = Fortbildungen mit mindestens drei Handlungsfeldern
report-fig-D1 = Ankündigungen von Veranstaltungen
report-fig-D2 = Vorlauf im Median, in Tagen
report-fig-D4 = Zustellquote der Ankündigungen und Mitteilungen
report-fig-E1 = Rücklauf der Rückmeldungen
report-fig-E3 = Qualitätsdialoge
report-fig-X2 = Veranstaltungen ohne Abschluss
report-fig-X4 = Abgesagte Veranstaltungen
report-fig-X5 = Verschobene Veranstaltungen

report-table-A = Hauptzahlen im Vergleich der Jahre
report-table-S1 = Zuständige Jugendämter
report-table-B1 = Austauschtermine nach Format
report-table-B2 = Anwesenheit der Jugendämter bei den Konferenzen
report-table-B3 = Absprachen und Produkte
report-table-K2 = Austauschkontakte nach Paaren von Institutionen
report-table-K3 = Paare ohne verzeichneten Austausch
report-table-K4 = Austauschkontakte nach Thema
report-table-K5 = Austauschkontakte nach Form
report-table-K6 = Austauschkontakte nach Dauer
report-table-K7 = Austauschkontakte nach Monat
report-table-C1 = Fortbildungen nach Monat
report-table-C2 = Fortbildungen nach Format und Durchführung
report-table-C3 = Fortbildungen nach Thema
report-table-C4 = Teilnahmen an Fortbildungen nach Jugendamtsbezirk
report-table-C5 = Teilnahmen an Fortbildungen nach Handlungsfeld
report-table-C6 = Teilnahmen an Fortbildungen nach Thema
report-table-C14 = Nutzung der Kontingente
report-table-D3 = Erinnerungen nach Anlass
report-table-E2 = Rückmeldungen je Aussage (1 trifft nicht zu, 5 trifft voll zu)
report-table-E4 = Fachberatungen nach § 8b SGB VIII je Quartal
report-table-F1 = Ziele nach Stand
report-table-F1L = Ziele im Einzelnen
report-table-G1 = Gemeldete Bedarfe nach Thema
report-table-G2 = Geplante Termine
report-table-X1 = Veranstaltungen des Jahres
report-table-X3 = Ohne Abschluss und daher nicht gezählt

report-col-figure = Kennzahl
report-col-change = Veränderung zum Vorjahr
report-col-office = Jugendamt
report-col-district = Jugendamtsbezirk
report-col-sector = Handlungsfeld
report-col-municipalities = Kommunen
report-col-format = Format
report-col-mode = Durchführung
report-col-topic = Thema
report-col-month = Monat
report-col-quarter = Quartal
report-col-number = Anzahl
report-col-people = Teilnahmen
report-col-contacts = Kontakte
report-col-advice = Beratungen
report-col-procedure = Art
report-col-stage = Anlass
report-col-reminders = Erinnerungen
report-col-present = anwesend
report-col-share = Anteil
report-col-used = vom Kontingent genutzt
report-col-beyond = darüber hinaus belegt
report-col-released = freigegeben
report-col-quota = Kontingent
report-col-item = Aussage
report-col-answers = Antworten
report-col-mean = Mittelwert
report-col-goal = Ziel
report-col-target = Zielzahl
report-col-status = Stand
report-col-needs = Bedarfe
report-col-events = Veranstaltungen
report-col-planned = Geplant im Folgejahr
report-col-day = Tag
report-col-title = Titel
report-col-units = UE
report-col-institution = Institution
report-col-no-contact = kein Austausch verzeichnet mit
report-col-contact-format = Form
report-col-contact-length = Dauer
report-total = Insgesamt
report-unnamed = ohne Zuordnung
report-impossible = x
report-pairs = Paare von Institutionen

report-of = { $part } von { $whole }
report-no-rows = Hierzu liegt nichts vor.
report-quarter = { $n }. Quartal

report-swipe = Seitlich schieben, um alles zu sehen.
report-chart = Diagramm: { $title }
report-alt = Diagramm zu: { $title }. Größter veröffentlichter Wert: { $value } bei { $labels }.{ $hidden ->
    [0] {""}
    [one] {" "}Ein Wert ist geheim.
   *[other] {" "}{ $hidden } Werte sind geheim.
} Alle veröffentlichten Werte stehen in der Tabelle.
report-alt-several = mehreren Einträgen
report-matrix-key = Die Zahlen in der Kopfzeile stehen für die Institutionen der Zeilen.

report-mandate = Grundlage ist § 9 des Landeskinderschutzgesetzes Nordrhein-Westfalen (LKSchG NRW). Die Jugendämter bilden Netzwerke Kinderschutz und arbeiten interkommunal zusammen. { $basis } Sie besteht seit { $established }. Die Federführung hat die Stelle „{ $lead }“. Das zuständige Landesjugendamt ist das { $landesjugendamt }.
report-attendances = Gezählt werden Teilnahmen, nicht Personen. Wer zweimal kommt, zählt zweimal. Einzelne Personen sind nicht erfasst.
report-counted = Gezählt sind Teilnahmen und Anmeldungen, nicht Personen.
report-main-figures = Zu den Veranstaltungen gehören Fortbildungen, Austauschtermine und Informationsveranstaltungen. Austauschtermine enthalten auch Treffen, die nur im Protokoll stehen. Diese Treffen fehlen im Veranstaltungsverzeichnis und in der Zahl der Veranstaltungen.
report-trainings-only = Dieser Abschnitt zählt nur Fortbildungen. Die Teilnahmen im ersten Kapitel zählen alle Veranstaltungen.
report-districts = Ein Jugendamtsbezirk umfasst alle Fachkräfte, die dort arbeiten, nicht nur die des Jugendamts.
report-county-wide = Die Zeile „kreisweit“ steht für Fachkräfte, die im ganzen Kreis tätig sind, ohne einzelnen Bezirk.
report-contacts = Fachkräfte geben freiwillig an, mit wem sie sich ausgetauscht haben. Erfasst sind nur Summen je Monat, keine Anlässe und keine Personen. Nicht verzeichneter Austausch kann stattgefunden haben.
report-matrix-self = Ein Jugendamt kann keinen Austausch mit sich selbst eintragen. Ein Handlungsfeld umfasst viele Institutionen; dort ist das möglich.
report-silent = Jedes Paar steht einmal: bei der Institution, die in der Tabelle der Paare zuerst kommt. „Sonstige“ zählen bei den Kontakten mit; dass ein Austausch mit ihnen fehlt, sagt nichts.
report-no-contacts = Für dieses Jahr ist kein Austausch verzeichnet.
report-quotas = Gezählt sind Anmeldungen zu Beginn, mit Sammelplätzen. Der Anteil sagt, wie viel vom Kontingent genutzt ist. Freigegeben sind Plätze, die in einzelnen Veranstaltungen vom Kontingent übrig blieben. Darüber hinaus belegte Plätze waren für alle frei oder zur Freigabefrist frei geworden.
report-no-quotas = Für dieses Jahr waren keine Kontingente je Jugendamt vereinbart.
report-no-goals = Für dieses Jahr sind keine Ziele verzeichnet.
report-quality = § 79a SGB VIII verlangt Grundsätze zur Qualität und ihre regelmäßige Überprüfung. § 8 LKSchG NRW regelt die Qualitätsentwicklungsverfahren der Jugendämter. Das Netzwerk trägt mit Rückmeldungen und Qualitätsdialogen dazu bei.
report-hints-intro = Die folgenden Hinweise hat ein Rechenverfahren gefunden. Sie bewerten niemanden. Schwellen und Eingangswerte stehen dabei.
report-hints-none = Das Rechenverfahren hat keinen Hinweis gefunden, oder die Datenmenge reicht nicht aus.
report-assess-here = Hier folgt die fachliche Bewertung durch die Koordinierungsstellen.
report-method = Zeitraum ist das Kalenderjahr, maßgeblich ist der erste Tag einer Veranstaltung. Alle Zahlen stammen aus dem Austauschprotokoll, das keine personenbezogenen Daten enthält. Veranstaltungen ohne Abschluss sind nicht enthalten und nicht geschätzt. Verglichen werden höchstens fünf Vorjahre.
report-method-suppress = Zahlen von Personen unter { $smallest } werden nicht veröffentlicht. Damit sie sich nicht errechnen lassen, fehlen auch einzelne größere Zahlen. Ein Rechenverfahren prüft alle Tabellen gemeinsam, auch gegen frühere Fassungen.
report-method-round5 = Alle Zahlen von Personen sind auf ein Vielfaches von 5 gerundet. Summen können deshalb abweichen.
report-method-signs = Zeichen: – nichts vorhanden; · Zahl unterliegt der Geheimhaltung; / Basis zu klein; … keine Angabe; x Eintrag nicht möglich.
report-year-left-out = Das Jahr { $year } fehlt im Vergleich. Seine Zahlen im Austauschprotokoll widersprechen sich.

report-rule-O1 = Lange Warteliste
report-rule-O2 = Viele freie Plätze
report-rule-O3 = Bedarf ohne Angebot
report-rule-O4 = Handlungsfelder selten vertreten
report-rule-O5 = Kontingente wenig genutzt
report-rule-O6 = Verlorene Plätze
report-rule-O7 = Kurzer Vorlauf
report-rule-O8 = Wenige Netzwerktreffen
report-rule-O9 = Geringer Rücklauf
report-rule-O10 = Wenig Online-Angebote
report-rule-O11 = Fehlende Abschlüsse
report-rule-O12 = Ohne verzeichneten Austausch

suggestion-O1 = Zweittermin oder größere Gruppe prüfen.
suggestion-O2 = Bedarf, Zeit oder Format prüfen.
suggestion-O3 = Angebot planen.
suggestion-O3-planned = Angebot ist für das Folgejahr geplant.
suggestion-O4 = Gezielt einladen und Ansprechperson klären.
suggestion-O4-hidden = Gezielt einladen und Ansprechperson klären. Weitere Handlungsfelder können betroffen sein; ihre Zahlen sind geheim.
suggestion-O5 = Kontingent umverteilen oder Freigabefrist vorziehen.
suggestion-O6 = Erinnerung, Frist oder Nachrücken anpassen.
suggestion-O7 = Früher ankündigen.
suggestion-O8 = Turnus der Netzwerktreffen sichern.
suggestion-O9 = Rückmeldung kürzer fassen und direkt am Ende erbitten.
suggestion-O10 = Formate mischen.
suggestion-O11 = Abschluss einfordern, sonst bleiben Zahlen lückenhaft.
suggestion-O12 = Austausch gezielt anstoßen.

# $value: Schwelle mit Einheit. Die anderen Werte sind Anzahlen aus der Datei des Netzwerks.
report-limit-O1 = mehr als { $value } auf der Warteliste
report-limit-O2 = { $events ->
    [one] weniger als { $value } der Plätze genutzt
   *[other] weniger als { $value } der Plätze genutzt, bei mindestens { $events } Veranstaltungen
 }
report-limit-O3 = { $top ->
    [one] der häufigste Bedarf, und keine Veranstaltung dazu
   *[other] unter den { $top } häufigsten Bedarfen, und keine Veranstaltung dazu
 }
report-limit-O4 = { $quarters ->
    [one] weniger als { $value } der Teilnahmen, oder ein Quartal lang keine
   *[other] weniger als { $value } der Teilnahmen, oder { $quarters } Quartale lang keine
 }
report-limit-O5 = { $times ->
    [one] in mindestens einer Veranstaltung weniger als { $half ->
        [1] die Hälfte
       *[other] { $value }
     } des Kontingents genutzt
   *[other] in mindestens { $times ->
        [2] zwei
       *[other] { $times }
     } Veranstaltungen weniger als { $half ->
        [1] die Hälfte
       *[other] { $value }
     } des Kontingents genutzt
 }
report-limit-O6 = mehr als { $value } der Anmeldungen verloren
report-limit-O7 = { $days ->
    [one] im Median weniger als ein Tag Vorlauf
   *[other] im Median weniger als { $days } Tage Vorlauf
 }
report-limit-O8 = weniger als { $value } Netzwerktreffen im Jahr
report-limit-O9 = Rücklauf unter { $value }
report-limit-O10 = weniger als { $value } der Fortbildungen online oder hybrid
report-limit-O11 = mehr als { $value } der Veranstaltungen ohne Abschluss
report-limit-O12 = { $quarters ->
    [one] mindestens ein Quartal ohne Austausch
   *[other] mindestens { $quarters } Quartale ohne Austausch
 }

report-input-waitlisted = auf der Warteliste
report-input-wishes = Anmeldungen und Warteliste
report-input-rate = Quote
report-input-came = Teilnahmen
report-input-seats = Plätze
report-input-events = Veranstaltungen
report-input-needs = gemeldete Bedarfe
report-input-planned = im Folgejahr geplant
report-input-all = Teilnahmen insgesamt
report-input-offered = Quartale mit Fortbildungen
report-input-quarters = Quartale ohne
report-input-pairs = Paare ohne Austausch
report-input-offices = Jugendämter unter der Schwelle
report-input-of = von
report-input-lost = verlorene Plätze
report-input-registered = Anmeldungen
report-input-lead = Vorlauf in Tagen
report-input-meetings = Netzwerktreffen
report-input-forms = Rückmeldungen
report-input-online = online oder hybrid
report-input-trainings = Fortbildungen
report-input-unclosed = ohne Abschluss
report-input = { $name }: { $value }

procedure-reporting-path = Meldeweg
procedure-procedure = Verfahrensabsprache
procedure-guideline = Leitfaden
procedure-form = Formular oder Bogen
procedure-flyer = Flyer
procedure-directory = Verzeichnis der Ansprechpersonen
procedure-agreement = Vereinbarung
procedure-other = Sonstiges Produkt

goal-trainings = Gemeinsame Fortbildungen anbieten
goal-attendances = Teilnahmen erreichen
goal-network-meetings = Netzwerktreffen durchführen
goal-quality-dialogues = Qualitätsdialoge führen
goal-procedures = Absprachen treffen
goal-online-offers = Online-Angebote schaffen
goal-sectors-reached = Handlungsfelder erreichen
goal-feedback-return = Rücklauf der Rückmeldungen erhöhen
goal-joint-standards = Gemeinsame Standards entwickeln
goal-new-partners = Neue Partner gewinnen

feedback-useful = Die Inhalte waren für meine Arbeit nützlich.
feedback-applicable = Ich kann das Gelernte anwenden.
feedback-exchange = Der Austausch mit anderen Fachrichtungen war hilfreich.
feedback-organisation = Organisation und Information waren gut.
feedback-recommend = Ich empfehle die Veranstaltung weiter.

contact-format-phone = Telefon
contact-format-meeting = Persönliches Treffen
contact-format-video = Videogespräch
contact-format-writing = Schriftlich
contact-format-event = Am Rand einer Veranstaltung

contact-length-short = unter 15 Minuten
contact-length-medium = bis zu einer Stunde
contact-length-long = über eine Stunde

correction-reason-miscounted = Verzählt
correction-reason-wrong-training = Falsche Veranstaltung
correction-reason-wrong-institution = Falsche Institution
correction-reason-duplicate = Doppelt eingetragen
correction-reason-late-information = Nachgemeldet

report-col-value = Wert
report-col-base = Grundlage
report-col-hint = Hinweis
report-col-inputs = Eingangswerte
report-col-threshold = Schwelle
report-col-suggestion = Vorschlag
report-table-figures = Kennzahlen: { $part }
report-table-O = Rechnerische Hinweise, der gewichtigste zuerst
report-contents = Inhalt
report-contents-renew = Seitenzahlen: hier klicken, F9 drücken, „Gesamtes Verzeichnis aktualisieren“ wählen. Diese Zeile verschwindet dann.

report-offices = Beteiligte Jugendämter: { $offices }
report-publisher = Herausgegeben von: { $publisher }
report-contact = Kontakt: { $contact }
report-draft = Entwurf: Die fachliche Bewertung fehlt noch.
report-assess-missing = Die fachliche Bewertung durch die Koordinierungsstellen liegt noch nicht vor. Dieser Bericht ist deshalb ein Entwurf.
report-hidden = · Zahl ist zum Schutz Einzelner nicht veröffentlicht.
# $form: Rechtsform. Das Netzwerk kann einen eigenen Satz in seine Datei schreiben.
report-basis = Die Zusammenarbeit hat die Rechtsform „{ $form }“.
report-partners = Im Netzwerk wirken außerdem diese Partner mit:
report-table-S2 = Gremien und Stellen des Netzwerks
report-col-body = Gremium oder Stelle
report-col-task = Aufgabe
report-method-rules = Alle Quoten stehen mit Zähler und Nenner da. Quoten erscheinen erst ab einer Basis von 10, Mittelwerte ab 5 Antworten. Prozente und Mittelwerte sind auf eine Stelle nach dem Komma gerundet. Die Tabelle „Berechnung der Kennzahlen“ nennt die Formeln.

# Das Jahr in Sätzen. $n_…: dieselbe Zahl, für die Form des Satzes.
report-said-events = { $n_events ->
    [0] Im Berichtsjahr gab es keine Veranstaltungen.
    [one] Im Berichtsjahr gab es eine Veranstaltung, darunter { $n_trainings ->
        [0] keine Fortbildung
       *[other] eine Fortbildung
     }.
   *[other] Im Berichtsjahr gab es { $events } Veranstaltungen, darunter { $n_trainings ->
        [0] keine Fortbildung
        [one] eine Fortbildung
       *[other] { $trainings } Fortbildungen
     }.
 }
report-said-attendances = { $n_came ->
    [0] Dabei sind keine Teilnahmen verzeichnet.
    [one] Dabei ist eine Teilnahme verzeichnet.
   *[other] Dabei sind { $came } Teilnahmen verzeichnet; Personen können mehrfach zählen.
 }
report-said-secret = Die Zahl der Teilnahmen unterliegt der Geheimhaltung.
# $before: Zahl des Vorjahres.
report-said-more = Das sind mehr als im Vorjahr ({ $before }).
report-said-alike = Das sind etwa so viele wie im Vorjahr ({ $before }).
report-said-fewer = Das sind weniger als im Vorjahr ({ $before }).
report-said-same = Das sind so viele wie im Vorjahr.
report-said-unclosed = { $n_events ->
    [one] Eine Veranstaltung ist ohne Abschluss und zählt nicht mit.
   *[other] { $events } Veranstaltungen sind ohne Abschluss und zählen nicht mit.
 }
report-said-occupancy = Auf { $n_whole ->
        [one] einem Platz
       *[other] { $whole } Plätzen
    } in Fortbildungen mit begrenzter Platzzahl gab es { $n_part ->
        [0] keine Teilnahmen.
        [one] eine Teilnahme ({ $rate }).
       *[other] { $part } Teilnahmen ({ $rate }).
    }
report-said-exchange = { $n_dates ->
    [0] Austauschtermine sind nicht verzeichnet.
    [one] Verzeichnet ist ein Austauschtermin.
   *[other] Verzeichnet sind { $dates } Austauschtermine.
 }
report-said-contacts = { $n_contacts ->
    [0] Austauschkontakte zwischen Institutionen sind nicht verzeichnet.
    [one] Fachkräfte haben einen Austauschkontakt zwischen Institutionen angegeben.
   *[other] Fachkräfte haben { $contacts } Austauschkontakte zwischen Institutionen angegeben.
 }
report-said-feedback = Zu { $n_whole ->
        [one] einer Teilnahme
       *[other] { $whole } Teilnahmen
    } gab es { $n_part ->
        [0] keine Rückmeldungen.
        [one] eine Rückmeldung ({ $rate }).
       *[other] { $part } Rückmeldungen ({ $rate }).
    }
report-said-goals = Von { $n_goals ->
        [one] einem Ziel
       *[other] { $goals } Zielen
    } des Jahres { $n_met ->
    [0] ist keines erreicht.
    [one] ist eines erreicht.
   *[other] sind { $met } erreicht.
 }
# $said: erste Sätze der Bewertung.
report-glance-assessed = Fachliche Bewertung der Koordinierungsstellen: { $said }
report-glance-begins = Fachliche Bewertung der Koordinierungsstellen: { $said } (Mehr dazu unter „Fachliche Bewertung“.)
report-glance-assess-here = Hier stehen die ersten Sätze der fachlichen Bewertung.
report-glance-decided = Vereinbart und erarbeitet wurde in diesem Jahr:
report-decided-procedure = { $what }: { $n }
# $n: so viele stehen da. $all: von so vielen.
report-table-GH = { $n ->
    [1] { $all ->
        [1] Rechnerischer Hinweis
       *[other] Der gewichtigste von { $all } rechnerischen Hinweisen
    }
   *[other] Die gewichtigsten { $n } von { $all } rechnerischen Hinweisen
 }
report-more-hints = { $n ->
    [one] Ein weiterer Hinweis steht im Bericht.
   *[other] { $n } weitere Hinweise stehen im Bericht.
 }
report-table-GZ = Ziele des Jahres

# $rows: Summe der Zeilen. $total: die Zahl in der letzten Zeile.
report-sum-differs = Die Zeilen ergeben zusammen { $rows }, die Summe lautet { $total }. Jede Zahl ist für sich gerundet.

# Werte in einem Satz, wo ein Zeichen nicht verstanden würde.
report-spoken-hidden = nicht veröffentlicht
report-spoken-too-few = Basis zu klein
report-spoken-missing = keine Angabe

# Anhang: wie jede Kennzahl berechnet ist.
report-table-X6 = Berechnung der Kennzahlen
report-col-formula = Berechnung
report-formula-A1 = Anzahl der Veranstaltungen, die stattfanden und abgeschlossen sind.
report-formula-A3 = Summe der Teilnahmen aller Veranstaltungen, mit denen auf Sammelplätzen. Eine Reihe zählt einmal, mit ihrem stärksten Termin.
report-formula-A4 = Summe der Unterrichtseinheiten (UE) aller Veranstaltungen.
report-formula-A5 = Je Termin Teilnahmen mal UE, davon die Summe.
report-formula-A6 = Veranstaltungen zum Austausch und Treffen, die nur das Protokoll nennt, zusammengezählt.
report-formula-B2 = Konferenzen, bei denen das Jugendamt anwesend war, geteilt durch alle Konferenzen.
report-formula-K1 = Summe der Kontakte, die Fachkräfte freiwillig angegeben haben.
report-formula-C7 = Teilnahmen geteilt durch Plätze. Es zählen Fortbildungen mit begrenzter Platzzahl.
report-formula-C8 = Anmeldungen geteilt durch Plätze. Es zählen Fortbildungen mit begrenzter Platzzahl. Anmeldungen sind: bestätigt bei Beginn, Sammelplätze und kurzfristig abgemeldet.
report-formula-C9 = Plätze auf der Warteliste geteilt durch direkt bestätigte Anmeldungen und Warteliste zusammen.
report-formula-C10 = Von der Warteliste nachgerückt, geteilt durch alle auf der Warteliste.
report-formula-C11 = Alle Abmeldungen geteilt durch alle, die je einen Platz hatten. Je einen Platz hatte, wer direkt bestätigt wurde oder nachrückte. Sammelplätze zählen hier nicht.
report-formula-C12 = Abmeldungen nach der Abmeldefrist geteilt durch alle, die je einen Platz hatten. Sammelplätze zählen hier nicht.
report-formula-C13 = Anmeldungen ohne Teilnahme geteilt durch alle Anmeldungen. Ohne Teilnahme blieb, wer kurzfristig absagte oder nicht erschien. Sammelplätze zählen hier mit.
report-formula-C14 = Vom Kontingent genutzte Plätze des Jugendamts bei Beginn, mit Sammelplätzen, geteilt durch sein Kontingent. Es zählen Fortbildungen mit Kontingent. Freigegebene Plätze sind je Veranstaltung: Kontingent minus genutzte Plätze. Darüber hinaus zählt, wer auf anderen Plätzen saß.
report-formula-C15 = Je Fortbildung die Zahl der Handlungsfelder mit mindestens einer Teilnahme, davon der Mittelwert.
report-formula-C16 = Fortbildungen mit mindestens drei Handlungsfeldern geteilt durch alle mit Teilnahmen.
report-formula-D2 = Tage von der ersten Ankündigung bis zum Beginn, davon der Median.
report-formula-D3 = Summe der verschickten Erinnerungen je Anlass.
report-formula-D4 = Zugestellte Ankündigungen und Mitteilungen geteilt durch alle, an die sie gehen sollten.
report-formula-E1 = Abgegebene Rückmeldungen geteilt durch Teilnahmen, ohne übernommene Zahlen früherer Jahre.
report-formula-E2 = Summe der Bewertungen von 1 bis 5 geteilt durch Antworten, je Aussage.
report-formula-E4 = Summe der Beratungen, die Koordinierende je Quartal angeben.
report-formula-G1 = Anzahl der gemeldeten Bedarfe je Thema.

# Anhang: Begriffe, je ein Satz.
report-table-X7 = Begriffe und Abkürzungen
report-col-term = Begriff
report-col-meaning = Bedeutung
report-term-withdrawal = Abmeldung
report-meaning-withdrawal = Eine Fachkraft gibt ihren Platz vor Beginn zurück.
report-term-exchange-contact = Austauschkontakt
report-meaning-exchange-contact = Zwei Institutionen haben sich fachlich ausgetauscht, gezählt ohne Anlass und Personen.
report-term-exchange-date = Austauschtermin
report-meaning-exchange-date = Treffen zum Austausch, etwa ein Netzwerktreffen oder eine Konferenz.
report-term-isef = Insoweit erfahrene Fachkraft (iseF)
report-meaning-isef = Fachkraft, die bei der Gefährdungseinschätzung berät (§§ 8a und 8b SGB VIII).
report-term-advice = Fachberatung
report-meaning-advice = Beratung von Fachkräften durch eine insoweit erfahrene Fachkraft nach § 8b SGB VIII.
report-term-case-workshop = Fallwerkstatt
report-meaning-case-workshop = Fortbildung an erfundenen oder anonymisierten Fällen.
report-term-provider = Freie Träger
report-meaning-provider = Nicht staatliche Träger der Jugendhilfe, etwa Verbände und Vereine.
report-term-secrecy = Geheimhaltung
report-meaning-secrecy = Kleine Zahlen bleiben ungenannt, damit niemand erkennbar ist.
report-term-sector = Handlungsfeld
report-meaning-sector = Arbeitsbereich einer Fachkraft, etwa Schule oder Polizei.
report-term-hybrid = Hybrid
report-meaning-hybrid = Veranstaltung vor Ort, an der man auch online teilnehmen kann.
report-term-quota = Kontingent
report-meaning-quota = Plätze, die bis zur Freigabefrist einem Jugendamt vorbehalten sind.
report-term-coordination = Koordinierungsstelle
report-meaning-coordination = Stelle eines Jugendamts für das Netzwerk nach § 9 Absatz 2 LKSchG NRW.
report-term-law = LKSchG NRW
report-meaning-law = Landeskinderschutzgesetz Nordrhein-Westfalen.
report-term-median = Median
report-meaning-median = Mittlerer Wert: Die Hälfte der Werte liegt darunter, die Hälfte darüber.
report-term-moving-up = Nachrücken
report-meaning-moving-up = Ein frei gewordener Platz geht an die Warteliste.
report-term-block-seats = Sammelplätze
report-meaning-block-seats = Plätze, die eine Institution ohne Namen bucht.
report-term-sgb = SGB VIII
report-meaning-sgb = Achtes Buch Sozialgesetzbuch: Kinder- und Jugendhilfe.
report-term-attendance = Teilnahme
report-meaning-attendance = Eine Person war bei einer Veranstaltung; wer zweimal kommt, zählt zweimal.
report-term-attendance-unit = Teilnahmeeinheit
report-meaning-attendance-unit = Eine Teilnahme an einer Unterrichtseinheit.
report-term-unit = Unterrichtseinheit (UE)
report-meaning-unit = 45 Minuten einer Veranstaltung.
report-term-lead-time = Vorlauf
report-meaning-lead-time = Tage von der ersten Ankündigung bis zum Beginn.

report-col-part = Zähler
report-col-whole = Nenner

# Namen der Tabellenblätter, hinter dem Kürzel der Tabelle.
report-tab-A = Hauptzahlen
report-tab-S1 = Jugendämter
report-tab-S2 = Gremien und Stellen
report-tab-B1 = Formate des Austauschs
report-tab-B2 = Anwesenheit
report-tab-B3 = Absprachen und Produkte
report-tab-K2 = Austausch nach Paaren
report-tab-K3 = Ohne Austausch
report-tab-K4 = Austausch nach Thema
report-tab-K5 = Austausch nach Form
report-tab-K6 = Austausch nach Dauer
report-tab-K7 = Austausch nach Monat
report-tab-C1 = Monate
report-tab-C2 = Formate
report-tab-C3 = Themen
report-tab-C4 = Jugendamt
report-tab-C5 = Handlungsfeld
report-tab-C6 = Teilnahmen nach Thema
report-tab-C14 = Kontingente
report-tab-D3 = Erinnerungen
report-tab-E2 = Rückmeldungen
report-tab-E4 = Fachberatungen
report-tab-F1 = Ziele nach Stand
report-tab-F1L = Ziele im Einzelnen
report-tab-O = Hinweise
report-tab-G1 = Bedarfe
report-tab-G2 = Geplante Termine
report-tab-X1 = Veranstaltungen
report-tab-X3 = Ohne Abschluss
report-tab-X6 = Berechnung
report-tab-X7 = Begriffe

# Wie die Dateien heißen: ohne Leerzeichen und Umlaute.
report-file = bericht
report-file-short = kurz
report-file-internal = intern
report-file-interim = zwischenstand
# $sign: das Zeichen, das für andere steht.
report-unshown = { $sign } steht für ein Zeichen, das sich hier nicht drucken lässt. Word und HTML zeigen es.
