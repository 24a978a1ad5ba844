# Eine Fortbildung anlegen, Schritt für Schritt.

# $step: Nummer des Schritts. $of: Zahl der Schritte.
plan-head = <b>Neue Fortbildung</b>, Schritt { $step } von { $of }
# $value: was gewählt wurde.
plan-selected = Gewählt: <b>{ $value }</b>
# $value: was früher geschrieben wurde.
plan-written = Gewählt: <code>{ $value }</code>
plan-changing = <b>Neue Fortbildung</b>, eine Angabe ändern
plan-resumed = Sie haben schon begonnen. Hier geht es weiter.

plan-name-title = Titel
plan-name-topic = Thema
plan-name-format = Format
plan-name-mode = Durchführung
plan-name-place = Ort
plan-name-link = Zugang
plan-name-day = Termin
plan-name-sessions = Weitere Termine
plan-name-seats = Plätze
plan-name-deadline = Anmeldeschluss
plan-name-units = UE
plan-name-sectors = Für
plan-name-reminders = Erinnerungen
plan-name-accessibility = Barrierefrei
plan-name-description = Beschreibung
plan-name-speakers = Referierende
plan-name-cost = Kosten
plan-name-contact = Kontakt
plan-name-hosts = Gemeinsam mit
plan-name-minimum = Mindestzahl
plan-name-approval = Zustimmung

# $value: was geantwortet wurde.
plan-title-chosen = { plan-name-title }: { $value }
plan-topic-chosen = { plan-name-topic }: { $value }
plan-format-chosen = { plan-name-format }: { $value }
plan-mode-chosen = { plan-name-mode }: { $value }
plan-place-chosen = { plan-name-place }: { $value }
plan-link-chosen = { plan-name-link }: { $value }
plan-day-chosen = { plan-name-day }: { $value }
plan-sessions-chosen = { plan-name-sessions }: { $value }
plan-seats-chosen = { plan-name-seats }: { $value }
plan-deadline-chosen = { plan-name-deadline }: { $value }
plan-units-chosen = { plan-name-units }: { $value }
plan-sectors-chosen = { plan-name-sectors }: { $value }
plan-reminders-chosen = { plan-name-reminders }: { $value }
plan-accessibility-chosen = { plan-name-accessibility }: { $value }
plan-description-chosen = { plan-name-description }: { $value }
plan-speakers-chosen = { plan-name-speakers }: { $value }
plan-cost-chosen = { plan-name-cost }: { $value }
plan-contact-chosen = { plan-name-contact }: { $value }
plan-hosts-chosen = { plan-name-hosts }: { $value }
plan-minimum-chosen = { plan-name-minimum }: { $value }
plan-approval-chosen = { plan-name-approval }: { $value }

# $most: höchste Zahl der Zeichen.
plan-title = <b>Wie heißt die Fortbildung?</b>
    Bitte schreiben Sie den Titel, höchstens { $most } Zeichen.

    Namen von Kindern oder Familien gehören nicht hierher.
plan-topic = <b>Um welches Thema geht es?</b>
    Wählen Sie eine Gruppe, oder schreiben Sie das Thema.
plan-format = <b>Welches Format hat die Veranstaltung?</b>
plan-mode = <b>Wie findet sie statt?</b>
plan-place = <b>Wo findet sie statt?</b>
    Bitte schreiben Sie den Ort, zum Beispiel: <code>Rathaus, Saal 2</code>
    Für ein Angebot online schreiben Sie die Adresse mit <code>https://</code>.
plan-link = <b>Wie lautet der Zugang?</b>
    Bitte schreiben Sie die Adresse. Sie beginnt mit <code>https://</code>
# $example: eine Eingabe, die der Bot versteht.
plan-day = <b>An welchem Tag?</b>
    Wählen Sie einen Tag, oder schreiben Sie den Termin: <code>{ $example }</code>
plan-start = <b>Wann beginnt sie?</b>
    Wählen Sie eine Uhrzeit, oder schreiben Sie sie: <code>{ $example }</code>
plan-end = <b>Wann endet sie?</b>
    Wählen Sie eine Uhrzeit, oder schreiben Sie sie: <code>{ $example }</code>
plan-sessions = <b>Gibt es weitere Termine?</b>
    Wählen Sie einen Tag, oder schreiben Sie den Termin: <code>{ $example }</code>
    Eine Anmeldung gilt für alle.
plan-seats = <b>Wie viele Plätze gibt es?</b>
    Wählen Sie eine Zahl, oder schreiben Sie sie.
plan-deadline = <b>Bis wann kann man sich anmelden?</b>
    Wählen Sie einen Tag, oder schreiben Sie ihn: <code>{ $example }</code>
plan-units = <b>Wie viele Unterrichtseinheiten sind es?</b>
    Eine UE hat 45 Minuten. Pausen ziehen Sie bitte ab.
plan-sectors = <b>Für welche Handlungsfelder?</b>
plan-reminders = <b>Wann soll der Bot erinnern?</b>
plan-accessibility = <b>Was bietet der Ort?</b>
plan-description = <b>Worum geht es, und was erwartet die Teilnehmenden?</b>
    Höchstens { $most } Zeichen, gern in mehreren Zeilen.

    Bitte nichts über einzelne Kinder, Familien oder Fälle.
plan-speakers = <b>Wer trägt vor?</b>
    Höchstens { $most } Zeichen. Der Text wird mit den Anmeldungen gelöscht.
plan-cost = <b>Was kostet die Teilnahme?</b>
    Höchstens { $most } Zeichen, zum Beispiel: <code>kostenfrei</code>
plan-contact = <b>Wer beantwortet Fragen?</b>
plan-hosts = <b>Wer veranstaltet sie mit?</b>
    Alle Genannten verwalten sie gemeinsam und stehen auf der Karte.
plan-approval = <b>Muss das eigene Jugendamt der Anmeldung zustimmen?</b>
    Eine Änderung gilt nur für spätere Anmeldungen.
plan-minimum = <b>Ab wie vielen Personen findet sie statt?</b>
    Wählen Sie eine Zahl, oder schreiben Sie sie.

plan-abort = Abbrechen
plan-later = Wird noch bekannt gegeben
plan-online = Online
plan-without = Keine Angabe
plan-hosts-none = Nur das eigene Jugendamt
plan-minimum-none = Keine Mindestzahl
# $n: Zahl der Personen.
plan-minimum-n = { $n ->
    [one] ab einer Person
   *[other] ab { $n } Personen
 }
plan-weeks-before = Frühere Wochen
plan-weeks-after = Spätere Wochen

# $n: Zahl der Plätze.
plan-seats-n = { $n ->
    [one] ein Platz
   *[other] { $n } Plätze
 }
plan-seats-usual = { $n ->
    [one] Ein Platz (üblich)
   *[other] { $n } Plätze (üblich)
 }
plan-no-limit = Ohne Begrenzung
# $days: Tage vorher. $at: Tag und Uhrzeit.
plan-deadline-days = { $days ->
    [one] Ein Tag vorher: { $at }
   *[other] { $days } Tage vorher: { $at }
 }
plan-deadline-start = Bis zum Beginn
plan-units-usual = { $n ->
    [one] Eine UE (aus der Dauer)
   *[other] { $n } UE (aus der Dauer)
 }
# $units: genannte UE. $most: so viele passen in die Zeit, ohne Pausen.
plan-units-more = Hinweis: { $units } UE sind mehr, als in die Zeit passen. Ohne Pausen { $most ->
    [one] ist es eine UE.
   *[other] sind es { $most } UE.
 }
plan-units-fewer = Hinweis: { $units ->
    [one] Eine UE ist
   *[other] { $units } UE sind
 } viel weniger, als in die Zeit passen. Ohne Pausen sind es { $most } UE.
plan-units-none = Keine UE
plan-sectors-all = Für alle Handlungsfelder
plan-reminders-usual = Wie im Netzwerk üblich
plan-reminders-late = Keine, dafür ist es zu spät
plan-reminders-same-day = Von diesen geht keine mehr hinaus. Möglich ist noch: am selben Tag.
plan-reminders-none = Keine Erinnerungen
plan-access-none = Keine Angabe
plan-access-step-free = Stufenfreier Zugang
plan-access-hearing-loop = Höranlage
plan-access-sign-language = Gebärdensprache
plan-access-captions = Untertitel

plan-problem-title-length = Der Titel braucht 3 bis { $most } Zeichen.
plan-problem-place-length = Der Ort braucht 2 bis { $most } Zeichen.
plan-problem-description-length = Das ist zu lang. Möglich sind { $most } Zeichen.
plan-problem-speakers-length = Das ist zu lang. Möglich sind { $most } Zeichen.
plan-problem-cost-length = Das ist zu lang. Möglich sind { $most } Zeichen.
plan-problem-minimum-seats = Die Mindestzahl ist größer als die Zahl der Plätze.
plan-case = Das klingt nach einem einzelnen Fall. Bitte schreiben Sie es ohne. Ihr Text wurde nicht gespeichert.
plan-problem-link-form = Das ist keine Adresse. Zum Beispiel: <code>https://konferenz.example/raum</code>
plan-problem-link-user = In der Adresse steht ein Name vor dem @. Bitte ohne diesen Teil, zum Beispiel: <code>https://konferenz.example/raum</code>
plan-problem-deadline-past = Dieser Anmeldeschluss ist schon vorbei.
plan-problem-deadline-late = Der Anmeldeschluss muss vor dem Beginn liegen.
plan-problem-start-past = Dieser Termin liegt in der Vergangenheit.
plan-problem-end-before-start = Das Ende muss nach dem Beginn liegen.
plan-problem-session-earlier = Weitere Termine liegen nach dem ersten.
plan-problem-session-overlap = Zwei Termine überschneiden sich.
plan-problem-session-far = Dieser Termin liegt zu weit nach dem ersten.
plan-problem-sessions-many = Eine Reihe hat höchstens zehn Termine.

plan-preview = <b>So sehen es andere:</b>
plan-more = <b>Alle Angaben</b>
plan-check = <b>Passt alles?</b>
plan-publish-announce = Veröffentlichen und ankündigen
plan-publish-only = Nur veröffentlichen
plan-keep = Als Entwurf behalten
plan-announce = Ankündigen
plan-announce-now = Jetzt ankündigen
# $title: Titel. $when: Termin.
plan-published = <b>Veröffentlicht.</b>

    <b>{ $title }</b>
    { $when }

    Die Fortbildung steht jetzt unter „Termine im Angebot“.
# $title: Titel. $when: Termin.
plan-kept = <b>Als Entwurf behalten.</b>

    <b>{ $title }</b>
    { $when }

    Die Koordinierenden Ihrer Stelle finden ihn unter „Entwürfe“.
plan-again = <b>{ $title }</b> noch einmal: Es fehlt nur der Termin.
plan-aborted = Abgebrochen. Es wurde nichts gespeichert.
plan-published-toast = Die Fortbildung ist veröffentlicht.
