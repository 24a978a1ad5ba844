# Feste Begriffe. Links steht der Schlüssel, der nie geändert wird; rechts, was Menschen lesen.

## Themen

called-off-too-few = Zu wenige Anmeldungen
called-off-speakers = Referierende verhindert
called-off-place = Raum nicht verfügbar
called-off-date = Termin nicht möglich
called-off-organisation = Organisatorische Gründe
called-off-other = Sonstiges
topic-group-foundations = Grundlagen und Verfahren
topic-group-harm = Formen der Gefährdung
topic-group-families = Lebenslagen und Alter
topic-group-fields = Arbeitsfelder und Justiz
topic-group-practice = Zusammenarbeit und Praxis
topic-basics = Grundlagen des Kinderschutzes
topic-legal-basics = Rechtliche Grundlagen
topic-risk-assessment = Gefährdungseinschätzung (§ 8a SGB VIII)
topic-procedures = Verfahrensabläufe und Meldewege
topic-isef-role = Rolle der insoweit erfahrenen Fachkraft
topic-data-protection = Datenschutz und Schweigepflicht
topic-conversation-skills = Gesprächsführung mit Kindern und Eltern
topic-neglect = Vernachlässigung
topic-physical-abuse = Körperliche Misshandlung
topic-psychological-abuse = Psychische Gewalt
topic-sexualised-violence = Sexualisierte Gewalt
topic-domestic-violence = Häusliche Gewalt und Partnerschaftsgewalt
topic-early-childhood-risks = Säuglinge und Kleinkinder, Schütteltrauma
topic-digital-media = Digitale Medien und Cybergrooming
topic-peer-violence = Gewalt und Übergriffe unter Kindern und Jugendlichen
topic-parental-mental-illness = Kinder psychisch erkrankter Eltern
topic-parental-addiction = Suchtbelastete Familien
topic-high-conflict-separation = Hochkonflikthafte Trennung
topic-inclusive-protection = Inklusiver Kinderschutz
topic-diversity-and-flight = Kultursensibler Kinderschutz und Flucht
topic-protection-concepts = Schutzkonzepte (§§ 10, 11 LKSchG NRW)
topic-rights-and-participation = Kinderrechte und Beteiligung
topic-daycare = Kinderschutz in Kita und Kindertagespflege
topic-school = Kinderschutz in Schule und Ganztag
topic-medical-protection = Medizinischer Kinderschutz
topic-family-court = Familiengerichtliches Verfahren
topic-criminal-justice = Strafverfolgung und Opferschutz
topic-trauma = Traumatisierung und ihre Folgen
topic-cooperation = Interdisziplinäre Zusammenarbeit
topic-quality-development = Qualitätsentwicklung
topic-staff-wellbeing = Selbstfürsorge der Fachkräfte
topic-other = Sonstiges

## Veranstaltungsformate

format-specialist-day = Fachtag
format-seminar = Seminar
format-workshop = Workshop
format-lecture = Fachvortrag
format-training-series = Fortbildungsreihe
format-certificate-course = Zertifikatskurs
format-case-workshop = Fallwerkstatt (fiktive oder anonymisierte Fälle)
format-network-meeting = Netzwerktreffen
format-coordination-conference = Konferenz der Koordinierungsstellen
format-steering-group = Steuerungsgruppe
format-working-group = Arbeitsgruppe
format-quality-dialogue = Qualitätsdialog
format-round-table = Runder Tisch
format-info-session = Informationsveranstaltung
format-other = Sonstiges

format-group-training = Fort- und Weiterbildung
format-group-exchange = Austausch
format-group-information = Information

## Durchführung

mode-in-person = Präsenz
mode-online = Online
mode-hybrid = Hybrid
mode-self-paced = Selbstlernangebot

## Handlungsfelder

sector-youth-office = Jugendamt
sector-independent-provider = Freie Träger der Jugendhilfe
sector-daycare = Kindertagesbetreuung
sector-school = Schule und Ganztag
sector-health = Gesundheitswesen
sector-police = Polizei
sector-justice = Justiz
sector-counselling = Beratung und Frühe Hilfen
sector-public-order = Ordnungs- und Rettungsdienste
sector-social-administration = Sozialverwaltung und Jobcenter
sector-civil-society = Vereine, Kirchen und Ehrenamt
sector-other = Sonstige

## Zuständigkeit für den ganzen Kreis statt für einen Jugendamtsbezirk

office-county-wide = kreisweit

## Rollen

role-specialist = Fachkraft
role-coordinator = Koordinierungsstelle
role-lead = Federführung/Geschäftsführung
role-auditor = Leserecht Bericht

## Stand einer Veranstaltung

event-status-draft = Entwurf
event-status-published = Veröffentlicht
event-status-closed = Anmeldung geschlossen
event-status-held = Durchgeführt
event-status-cancelled = Abgesagt
event-status-postponed = Verschoben

## Stand einer Anmeldung

registration-status-confirmed = Bestätigt
registration-status-waitlisted = Warteliste
registration-status-offered = Nachrückangebot
registration-status-withdrawn = Abgemeldet
registration-status-late-withdrawn = Kurzfristig abgemeldet
registration-status-attended = Teilgenommen
registration-status-absent = Nicht erschienen

## Grund einer Abmeldung


## Erinnerungen

reminder-stage-deadline-near = Anmeldeschluss naht
reminder-stage-two-weeks = zwei Wochen vorher
reminder-stage-one-week = eine Woche vorher
reminder-stage-three-days = drei Tage vorher
reminder-stage-one-day = am Vortag
reminder-stage-same-day = am selben Tag
reminder-stage-feedback = Rückmeldung erbeten

## Jahresziele

goal-status-met = Erreicht
goal-status-partly = Teilweise erreicht
goal-status-open = Offen
goal-status-dropped = Aufgegeben

## Stand einer Zustellung

delivery-state-scheduled = Geplant
delivery-state-claimed = In Bearbeitung
delivery-state-sending = Wird gesendet
delivery-state-sent = Zugestellt
delivery-state-unknown = Ungewiss
delivery-state-undeliverable = Nicht erreichbar
delivery-state-failed = Fehlgeschlagen
delivery-state-expired = Verfallen
delivery-state-cancelled = Zurückgezogen
