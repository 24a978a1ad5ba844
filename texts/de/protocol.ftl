# Einträge der Koordinierungsstellen in das Austauschprotokoll.

protocol-ask-matter = <b>Eintrag ins Protokoll</b>

    Was möchten Sie eintragen? Personen und Fälle gehören nicht hierher.
protocol-meeting = Treffen
protocol-procedure = Absprache oder Produkt
protocol-advice = Fachberatungen im Quartal
protocol-goal = Jahresziel
protocol-result = Stand eines Jahresziels
protocol-correction = Eintrag berichtigen
# $matter: was eingetragen wird.
protocol-head = <b>Protokoll: { $matter }</b>
# $what: Angabe. $value: ihr Wert.
protocol-line = { $what }: { $value }
protocol-what-day = Tag
protocol-what-format = Format
protocol-what-minutes = Dauer
protocol-what-offices = Jugendämter
protocol-what-sectors = Handlungsfelder
protocol-what-procedure = Art
protocol-what-quarter = Quartal
protocol-what-number = Zahl
protocol-what-year = Jahr
protocol-what-goal = Ziel
protocol-what-status = Stand
protocol-what-entry = Eintrag
protocol-what-reason = Grund
protocol-ask-day = An welchem Tag war es?
protocol-ask-format = Welches Format hatte das Treffen?
protocol-ask-minutes = Wie lange hat es ungefähr gedauert?
protocol-ask-offices = Welche Jugendämter waren dabei?
protocol-ask-sectors = Welche Handlungsfelder waren dabei?
protocol-ask-procedure = Was wurde vereinbart oder erarbeitet?
protocol-ask-quarter = Für welches Quartal?
protocol-ask-year = Für welches Jahr?
protocol-ask-goal = Um welches Ziel geht es?
protocol-ask-status = Wie steht es um das Ziel?
protocol-ask-entry = Welcher Eintrag stimmt nicht?
protocol-ask-reason = Warum wird er berichtigt?
protocol-ask-check = Ist das so richtig?
# $most: größte mögliche Zahl.
protocol-ask-number-advice = Wie viele Fachberatungen nach § 8b SGB VIII kommen dazu? Höchstens { $most }.
protocol-ask-number-goal = Welche Zahl soll erreicht werden? Höchstens { $most }. 0 bedeutet: ohne Zahl.
protocol-ask-number-correction = Wie lautet die richtige Zahl? Höchstens { $most }.
# $n: Zahl der bisher eingetragenen Beratungen.
protocol-so-far = { $n ->
    [one] Für dieses Quartal ist bisher eine eingetragen.
   *[other] Für dieses Quartal sind bisher { $n } eingetragen.
 }
# $n: eingegebene Zahl.
protocol-number = Zahl: <b>{ $n }</b>
protocol-delete-digit = Ziffer löschen
protocol-take-number = Weiter mit { $n }
protocol-same-number = Diese Zahl steht schon da.
protocol-minutes = { $n ->
    [one] Eine Minute
   *[other] { $n } Minuten
 }
protocol-quarter = { $quarter }. Quartal { $year }
# $day: Tag. $what: Format oder Art.
protocol-entry = { $day }: { $what }
# $when: Quartal. $n: Zahl.
protocol-entry-advice = { $when }: Fachberatungen, { $n }
protocol-nothing = Dafür gibt es noch keinen Eintrag.
protocol-nobody = keine
protocol-newer = Neuere
protocol-older = Ältere
# $name: Jugendamt oder Handlungsfeld.
protocol-chosen = ✓ { $name }
protocol-done = Weiter
protocol-write = So eintragen
protocol-written = Eingetragen. Der Eintrag zählt für den Bericht.
protocol-corrected = Berichtigt. Der alte Eintrag ist durch einen Gegeneintrag aufgehoben.
protocol-more = Weiterer Eintrag
protocol-sealed = Das Jahr { $year } ist versiegelt. Es wurde nichts eingetragen.
