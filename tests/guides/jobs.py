"""The jobs of both handbooks, in the order in which they are played: one story.

A new job is a few lines here, a heading in the handbook, and `make pictures`.
"""

from __future__ import annotations

from tests.guides.steps import Job

_IN = "{0}: invited > {0}: «Einverstanden» > {0}: «Ohne Namen weiter» > "
_POLICE_IN = (
    "Polizei: invited > Polizei: «Einverstanden» > "
    "Polizei: «Im ganzen Kreisgebiet» > Polizei: «Ohne Namen weiter»"
)
#: From the list to the training the jobs are about.
_FIRST = "/verwalten > «1. …» > "

JOBS = (
    Job(
        "Beitreten",
        "Neuss",
        "invited > [beitreten] > «Einverstanden» > «Ohne Namen weiter»",
    ),
    Job(
        "Jemanden einladen",
        "Kaarst",
        "/einladen > «Fachkraft» > «Jugendamt der Stadt Kaarst» > «20 Personen» > «30 Tage»"
        " > [einladen 2 1]",
        before=_IN.format("Kaarst") + _IN.format("Kollegin") + _IN.format("Dormagen") + _POLICE_IN,
    ),
    Job(
        "Planen und ankündigen",
        "Kaarst",
        "/neu > „Gespräche mit Eltern führen“ > «Zusammenarbeit und Praxis»"
        " > «Gesprächsführung mit Kindern und Eltern» > «Seminar» > „Rathaus Büttgen, Saal 2“"
        " > „12.3.27 9-12:30“ > [planen] > «Veröffentlichen und ankündigen»"
        " > «Alle im Netzwerk» > «Jetzt senden»",
    ),
    Job("Anmelden", "Neuss", "«Anmelden» > [anmelden]"),
    Job(
        "Als Entwurf behalten",
        "Kaarst",
        "/neu > „Schutzkonzepte in der Kita“ > «Arbeitsfelder und Justiz»"
        " > «Kinderschutz in Kita und Kindertagespflege» > «Workshop» > „Bürgerhaus Kaarst“"
        " > „25.3.27 13-16“ > «Plätze» > „2“ > «Als Entwurf behalten» > [entwurf]"
        " > Kollegin: /verwalten > Kollegin: «Entwürfe» > Kollegin: «1. …»"
        " > Kollegin: «Weiter bearbeiten» > Kollegin: «Veröffentlichen und ankündigen»"
        " > Kollegin: «Alle im Netzwerk» > Kollegin: «Jetzt senden»",
    ),
    Job(
        "Auf der Warteliste",
        "Polizei",
        "/termine > «2. …» > «Auf die Warteliste» > [warteliste]",
        before="Neuss: «Anmelden» > Dormagen: «Anmelden»",
    ),
    Job(
        "Abmelden",
        "Dormagen",
        "/meine > «1. …» > «Abmelden» > «Ja, abmelden» > [abmelden]",
    ),
    Job("Diesmal nicht", "Dormagen", "/termine > «1. …» > «Diesmal nicht» > [diesmal-nicht]"),
    Job("Termine suchen", "Neuss", "/termine > «Filtern» > [suchen] > «Monat: …» > «März 2027 …»"),
    Job(
        "Weitergeben",
        "Neuss",
        "/termine > «1. …» > «Weitergeben» > [weitergeben] > «Link kopieren»",
    ),
    Job(
        "Plätze für eine Institution",
        "Kaarst",
        _FIRST + "«Sammelplätze» > «Institution wählen» > «kreisweit» > «Polizei, kreisweit»"
        " > „3“ > «So buchen»  > [sammelplaetze]",
    ),
    Job(
        "Kontingente je Jugendamt",
        "Kaarst",
        _FIRST + "«Kontingente» > «Kaarst: …» > „5“ > «So festlegen» > [kontingente]",
    ),
    Job(
        "Wer angemeldet ist",
        "Kaarst",
        _FIRST + "«Wer angemeldet ist» > [angemeldet]",
    ),
    Job("In den Kalender", "Kaarst", "/termine > «1. …» > «Kalender» > [kalender]"),
    Job(
        "Nachricht an die Angemeldeten",
        "Kaarst",
        _FIRST + "«Nachricht» > «Angemeldete und Warteliste»"
        " > „Bitte bringen Sie Beispiele aus Ihrer Arbeit mit, ohne Namen.“ > [nachricht]"
        " > «Jetzt senden»",
    ),
    Job(
        "Mitteilung ans Netzwerk",
        "Kaarst",
        "/verwalten > «Mitteilung ans Netzwerk» > «Alle im Netzwerk»"
        " > „Die neue Handreichung zum Meldeweg liegt vor. Sie bekommen sie bei uns.“"
        " > [mitteilung] > «Jetzt senden»",
    ),
    Job(
        "Ort oder Termin ändern",
        "Kaarst",
        _FIRST + "«Ändern» > «Ort» > „Rathaus Kaarst, Saal 1“ > [aendern] > «Ja, ändern»",
    ),
    Job(
        "Absagen, mit Ersatztermin",
        "Kaarst",
        "/verwalten > «2. …» > «Absagen» > «Referierende verhindert» > «Ersatztermin»"
        " > „15.4.27 13:00“ > [absagen] > «Ja, absagen»",
    ),
    Job("Erinnert werden", "Neuss", "[erinnerung]", before="until 5.3.27 9:00"),
    Job("Die Tagesübersicht", "Kaarst", "[tagesuebersicht]", before="until 11.3.27 7:31"),
    Job(
        "Abschließen",
        "Kaarst",
        "«Abschließen» > [abschliessen] > «So abschließen»",
        before="until 12.3.27 13:00",
    ),
    Job(
        "Eine Zahl berichtigen",
        "Kaarst",
        "/protokoll > «Teilnahmen berichtigen» > «Fr., 12.03.…» > «kreisweit»"
        " > «Polizei, kreisweit» > «1 weniger» > [berichtigen] > «Verzählt»",
    ),
    Job(
        "Wie letztes Jahr",
        "Kaarst",
        "/verwalten > «Vergangene» > «2. noch einmal» > [wie-letztes-jahr] > „10.3.28 9-12:30“"
        " > «Nur veröffentlichen»",
    ),
    Job(
        "Nur für das eigene Jugendamt",
        "Kaarst",
        "«Jetzt ankündigen» > «Nach Bezirk und Handlungsfeld» > «Kaarst» > «Weiter» > «Weiter»"
        " > [eigenes-jugendamt] > «Jetzt senden»",
    ),
    Job(
        "Absprachen eintragen",
        "Kaarst",
        "/protokoll > «Absprache oder Produkt» > «Fr., 12.03.…» > «Meldeweg»"
        " > «Alle Jugendämter» > [absprache] > «So eintragen»",
    ),
    Job(
        "Rückmeldung geben",
        "Neuss",
        "[rueckmeldung] > «5: trifft voll zu» > «4: trifft eher zu» > «5: trifft voll zu»"
        " > «4: trifft eher zu» > «5: trifft voll zu» > «Kein Thema»",
    ),
    Job("Was vereinbart ist", "Neuss", "/absprachen > [absprachen]"),
    Job(
        "Gemeinsam veranstalten",
        "Kaarst",
        "/neu > „Jugendämter und Polizei im Gespräch“ > «Zusammenarbeit und Praxis»"
        " > «Interdisziplinäre Zusammenarbeit» > «Runder Tisch» > „Rathaus Neuss, Saal 1“"
        " > „22.4.27 14-16“ > «Gemeinsam mit» > «Jugendamt der Stadt Neuss» > [gemeinsam]"
        " > «Weiter» > «Veröffentlichen und ankündigen» > «Alle im Netzwerk» > «Jetzt senden»",
    ),
    Job(
        "Eine Reihe planen",
        "Kaarst",
        "/neu > „Frühe Hilfen vor Ort“ > «Arbeitsfelder und Justiz»"
        " > «Kinderschutz in Kita und Kindertagespflege» > «Fortbildungsreihe»"
        " > „Bürgerhaus Kaarst“ > „20.4.27 9-12:30“ > «Plätze» > „2“"
        " > «Weitere Termine» > «Auch am …» > «Auch am …» > [reihe] > «Weiter»"
        " > «Veröffentlichen und ankündigen» > «Alle im Netzwerk» > «Jetzt senden»",
    ),
    Job(
        "Eine Reihe besuchen",
        "Dormagen",
        "«Anmelden» > [reihe-besuchen]",
        before="Neuss: «Anmelden»",
    ),
    Job(
        "Ersatz schicken",
        "Neuss",
        "/meine > «2. …» > «Ersatz schicken» > «Link erstellen» > [ersatz]",
    ),
    Job("Liste für die Tür", "Kaarst", _FIRST + "«Drucken» > [drucken] > «Liste für die Tür»"),
    Job(
        "Bescheinigungen drucken",
        "Kaarst",
        "/verwalten > «Vergangene» > «2. G…» > «Drucken» > «Bescheinigungen für alle»"
        " > [bescheinigungen]",
    ),
    Job("Eine Bescheinigung prüfen", "Neuss", "/pruefen CODE > [pruefen]"),
    Job(
        "Eigene Mitglieder",
        "Kaarst",
        "/mitglieder > [mitglieder] > «Alle bestätigen» > «Ja, alle bestätigen»",
    ),
    Job(
        "Eine Auswahl merken",
        "Kaarst",
        "/verwalten > «Mitteilung ans Netzwerk» > «Nach Bezirk und Handlungsfeld» > «Kaarst»"
        " > «Stadt Neuss» > «Weiter» > «Jugendamt» > «Weiter»"
        " > „Unser gemeinsames Konzept ist fertig. Sie bekommen es bei uns.“"
        " > [auswahl] > «Auswahl merken» > «Jetzt senden»",
    ),
    Job(
        "Ein Platz wird angeboten",
        "Polizei",
        "[angebot] > «Platz annehmen»",
        before="/termine > «1. …» > «Auf die Warteliste» > until 14.4.27 9:30"
        " > Dormagen: /meine > Dormagen: «1. …» > Dormagen: «Abmelden»"
        " > Dormagen: «Ja, abmelden» > until 14.4.27 9:40",
    ),
    Job(
        "Jemanden herausnehmen",
        "Kaarst",
        _FIRST + "«Wer angemeldet ist» > «Nummer 01» > «Nicht mehr in dieser Stelle»"
        " > [herausnehmen] > «Ja, herausnehmen»",
    ),
    Job("Zustellung prüfen", "Kaarst", "/zustellung > [zustellung]"),
    Job("Was Sie erhalten", "Neuss", "/profil > [profil] > «Ankündigungen» > «Nur meine Themen»"),
    Job("Themen abonnieren", "Neuss", "/themen > «Vernachlässigung» > [themen]"),
    Job("Bedarf melden", "Neuss", "/bedarf > «Vernachlässigung» > [bedarf]"),
    Job(
        "Austausch eintragen",
        "Neuss",
        "/austausch > «Polizei» > «Vernachlässigung» > «Telefon» > «unter 15 Minuten»"
        " > [austausch]",
    ),
    Job("Wer zuständig ist", "Neuss", "/kontakte > «Jüchen» > [kontakte]"),
    Job(
        "Code für die Tür",
        "Kaarst",
        _FIRST + "«Drucken» > «Code für die Tür» > [code]",
        before="until 20.4.27 8:30",
    ),
    Job("Einchecken", "Neuss", "/start DOOR > [einchecken]"),
    Job(
        "Wer da ist",
        "Kaarst",
        _FIRST + "«Wer angemeldet ist» > «Wer da ist» > [wer-da-ist] > «Nummer 0…»",
    ),
    Job(
        "Einer Anmeldung zustimmen",
        "Kaarst",
        "[zustimmen] > «Zustimmen»",
        before=_IN.format("Mitglied") + "/neu > „Kinderschutz im Team“"
        " > «Zusammenarbeit und Praxis» > «Interdisziplinäre Zusammenarbeit» > «Seminar»"
        " > „Rathaus Kaarst“ > „2.6.27 9-12:30“ > «Zustimmung» > «Nötig»"
        " > «Nur veröffentlichen» > Mitglied: /termine > Mitglied: «2. K…» > Mitglied: «Anmelden»",
    ),
    Job(
        "Zu einem neuen Konto verhelfen",
        "Kaarst",
        "/mitglieder > «1. …» > «Neues Telegram-Konto» > «Link erstellen» > [neues-konto]",
    ),
    Job("Ihre Daten sehen", "Dormagen", "/auskunft > [auskunft 3]"),
    Job("Ihre Daten löschen", "Dormagen", "/loeschen > [loeschen] > «Ja, alles löschen»"),
    Job(
        "Bericht und Bewertung",
        "Kaarst",
        "/bericht > «2027» > [bericht 2 1] > «Fachliche Bewertung» > «Bewertung schreiben»"
        " > „Der gemeinsame Start ist gelungen. Im Herbst planen wir ein Treffen mit den Schulen.“"
        " > «So übernehmen»",
    ),
)
