# Maßnahmen: was das Netzwerk zu Hinweisen, Bedarfen und Ideen tut. Ohne Personen, ohne freien Text.

menu-measures = Maßnahmen
command-massnahmen = Maßnahmen des Netzwerks
measures-none = <b>Maßnahmen</b>

    Es ist noch keine Maßnahme festgehalten. Eine Maßnahme entsteht aus einem Hinweis, einem Bedarf oder einer Idee.
# $n: Zahl der Maßnahmen.
measures-all = { $n ->
    [one] <b>Eine Maßnahme</b>
   *[other] <b>{ $n } Maßnahmen</b>
 }
# $number: Platz in der Liste. $name: was getan wird.
measures-entry = <b>{ $number }. { $name }</b>
# $state: Stand. $office: wer zuständig ist. $due: Quartal.
measures-line = { $state } · { $office } · bis { $due }
# $what: was getan wird. $about: Thema, Handlungsfeld oder Format.
measures-named = { $what }: { $about }
measures-open = { $number }. { $name }
measures-network = Das ganze Netzwerk
measures-quarter = { $quarter }. Quartal { $year }
# $source: woraus sie entstand. $year: Jahr des Berichts.
measures-card = <b>{ $name }</b>

    Anlass: { $source }, Bericht { $year }
    Zuständig: { $office }
    Bis: { $due }
measures-since = { $day }: { $state }
measures-new = Neue Maßnahme
measures-of-hint = Maßnahme zu { $number }
measures-back = Zu den Maßnahmen
measures-set-planned = Wieder geplant
measures-set-under-way = In Arbeit
measures-set-done = Erledigt
measures-set-dropped = Aufgegeben
measures-set = Der neue Stand ist festgehalten.
measures-same = Dieser Stand steht schon da.
measures-kept = Die Maßnahme ist festgehalten. Sie steht im Bericht.
measures-sealed = Das Jahr { $year } ist versiegelt. Es wurde nichts festgehalten.

measures-head = <b>Neue Maßnahme</b>
measures-year = Zu welchem Bericht gehört die Maßnahme?
measures-year-chosen = Bericht: { $value }
measures-source = Woraus entsteht die Maßnahme?
measures-source-chosen = Anlass: { $value }
measures-rule = Um welchen Hinweis geht es?
measures-rule-chosen = Hinweis: { $value }
measures-kind = Worum geht es dabei?
measures-topic = Um welches Thema geht es?
measures-topic-chosen = Thema: { $value }
measures-sector = Um welches Handlungsfeld geht es?
measures-sector-chosen = Handlungsfeld: { $value }
measures-format = Um welches Format geht es?
measures-format-chosen = Format: { $value }
measures-what = Was wird getan?
measures-what-chosen = Maßnahme: { $value }
measures-office = Wer ist zuständig?
measures-office-chosen = Zuständig: { $value }
measures-due = Bis wann?
measures-due-chosen = Bis: { $value }
measures-check = Ist das so richtig? Danach ändert sich nur noch der Stand.
measures-check-yes = So festhalten

measure-source-hint = Hinweis aus dem Bericht
measure-source-need = Fortbildungsbedarf
measure-source-idea = Eigene Idee
measure-about-topic = Ein Thema
measure-about-sector = Ein Handlungsfeld
measure-about-format = Ein Format
measure-about-all = Das ganze Netzwerk
measure-state-planned = Geplant
measure-state-under-way = In Arbeit
measure-state-done = Erledigt
measure-state-dropped = Aufgegeben
measure-state-late = Überfällig
measure-kind-offer = Angebot planen
measure-kind-second-date = Zweittermin oder größere Gruppe
measure-kind-other-time = Zeit oder Format ändern
measure-kind-invite = Gezielt einladen
measure-kind-contact-person = Ansprechstelle klären
measure-kind-quotas = Kontingente neu verteilen
measure-kind-release = Freigabefrist vorziehen
measure-kind-reminders = Erinnerungen und Fristen anpassen
measure-kind-earlier = Früher ankündigen
measure-kind-meetings = Netzwerktreffen fest einplanen
measure-kind-feedback = Rückmeldung kürzer fassen
measure-kind-online = Online-Angebot schaffen
measure-kind-closing = Abschlüsse einfordern
measure-kind-exchange = Austausch anstoßen
measure-kind-agreement = Absprache treffen
measure-kind-together = Gemeinsam veranstalten
measure-kind-other = Sonstige Maßnahme

report-section-before = Was aus dem Vorjahr wurde
# $year: das Vorjahr.
report-before-intro = Die Hinweise stehen hier, wie der Bericht { $year } sie zuletzt auswies. „Größer“ und „kleiner“ meinen den Abstand zur Schwelle. Verglichen werden nur ausgewiesene Werte. Unterschiede bis 3 % gelten als etwa gleich.
report-glance-measures = Maßnahmen zu diesem Bericht:
# $what: Maßnahme. $who: zuständig. $due: bis wann. $state: Stand.
report-glance-measure = { $what } ({ $who }, bis { $due }): { $state }
# $n: Zahl der Maßnahmen.
report-more-measures = { $n ->
    [one] Eine weitere Maßnahme steht im Kapitel „Optimierungspotentiale“.
   *[other] { $n } weitere Maßnahmen stehen im Kapitel „Optimierungspotentiale“.
 }
report-section-measures = Maßnahmen
report-table-H1 = Hinweise des Vorjahres und was daraus wurde
report-table-M1 = Maßnahmen aus früheren Berichten
report-table-M2 = Maßnahmen zu diesem Bericht
report-tab-H1 = Hinweise Vorjahr
report-tab-M1 = Maßnahmen früher
report-tab-M2 = Maßnahmen neu
report-col-last-year = Vorjahr
report-col-this-year = Berichtsjahr
report-col-became = Ergebnis
report-col-measure = Maßnahme
report-col-reason = Anlass
report-col-responsible = Zuständig
report-col-due = Bis
report-col-state = Stand
report-no-hint = kein Hinweis
became-gone = entfallen
became-smaller = kleiner
became-same = etwa gleich
became-larger = größer
became-untold = nicht ausgewiesen
