# Einträge der Koordinierungsstellen in das Austauschprotokoll.

protocol-matter = <b>Eintrag ins Protokoll</b>

    Was möchten Sie eintragen? Personen und Fälle gehören nicht hierher.
matter-meeting = Treffen
matter-procedure = Absprache oder Produkt
matter-advice = Fachberatungen im Quartal
matter-goal = Jahresziel
matter-result = Stand eines Jahresziels
matter-correction = Eintrag berichtigen
# $matter: was eingetragen wird.
protocol-head = <b>Protokoll: { $matter }</b>
protocol-day-chosen = Tag: { $value }
protocol-format-chosen = Format: { $value }
protocol-minutes-chosen = Dauer: { $value }
protocol-offices-chosen = Jugendämter: { $value }
protocol-sectors-chosen = Handlungsfelder: { $value }
protocol-procedure-chosen = Art: { $value }
protocol-agreed-chosen = Jugendämter: { $value }
protocol-replaces-chosen = Ersetzt: { $value }
protocol-agreed = Welche Jugendämter haben das vereinbart?
protocol-everybody = Alle Jugendämter
protocol-replaces = Ersetzt das eine frühere Absprache?
protocol-replaces-none = Nein, keine
protocol-quarter-chosen = Quartal: { $value }
protocol-number-chosen = Zahl: { $value }
protocol-year-chosen = Jahr: { $value }
protocol-goal-chosen = Ziel: { $value }
protocol-status-chosen = Stand: { $value }
protocol-entry-chosen = Eintrag: { $value }
protocol-reason-chosen = Grund: { $value }
protocol-day = An welchem Tag war es?
protocol-format = Welches Format hatte das Treffen?
protocol-minutes = Wie lange hat es ungefähr gedauert?
protocol-offices = Welche Jugendämter waren dabei?
protocol-sectors = Welche Handlungsfelder waren dabei?
protocol-procedure = Was wurde vereinbart oder erarbeitet?
protocol-quarter = Für welches Quartal?
protocol-goal = Um welches Ziel geht es?
protocol-status = Wie steht es um das Ziel?
protocol-entry = Welcher Eintrag stimmt nicht?
protocol-check = Ist das so richtig?
# $most: größte mögliche Zahl.
protocol-number = { $matter ->
    [advice] Wie viele Fachberatungen nach § 8b SGB VIII kommen dazu? Höchstens { $most }.
    [goal] Welche Zahl soll erreicht werden? Höchstens { $most }. 0 bedeutet: ohne Zahl.
   *[correction] Wie lautet die richtige Zahl? Höchstens { $most }.
 }
# $n: Zahl der bisher eingetragenen Beratungen.
protocol-so-far = { $n ->
    [one] Für dieses Quartal ist bisher eine eingetragen.
   *[other] Für dieses Quartal sind bisher { $n } eingetragen.
 }
protocol-same-number = Diese Zahl steht schon da.
protocol-minutes-n = { $n ->
    [one] Eine Minute
   *[other] { $n } Minuten
 }
protocol-quarter-named = { $quarter }. Quartal { $year }
# $day: Tag. $what: Format oder Art.
protocol-entry-named = { $day }: { $what }
# $when: Quartal. $n: Zahl.
protocol-entry-advice = { $when }: Fachberatungen, { $n }
protocol-newer = Neuere
protocol-older = Ältere
protocol-check-yes = So eintragen
protocol-written = Eingetragen. Der Eintrag zählt für den Bericht.
protocol-corrected = Berichtigt. Der alte Eintrag ist durch einen Gegeneintrag aufgehoben.
protocol-more = Weiterer Eintrag
protocol-sealed = Das Jahr { $year } ist versiegelt. Es wurde nichts eingetragen.

protocol-judged = Woran machen Sie das fest?
protocol-judged-chosen = Maßstab: { $value }
judged-figure = Zahl im Bericht
judged-conference = Einschätzung der Konferenz
judged-feedback = Rückmeldungen
judged-minutes = Protokolle der Treffen
judged-agreement = Getroffene Absprache
judged-too-early = Noch zu früh
judged-no-data = Dazu liegt nichts vor
report-col-reached = Zahl im Bericht
report-col-judged = Woran gemessen
report-not-judged = keine Angabe
report-formula-F1L = Die Zahl im Bericht ist die der genannten Tabelle. Den Stand legen die Koordinierungsstellen fest.
