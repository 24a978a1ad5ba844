# Was die Befehlszeile von Zahlen sagt. Sie spricht sonst Englisch; hier steht dasselbe auf Deutsch.

# $n: Zahl der Einträge.
command-sealed-anew = { $n ->
    [one] 1 Eintrag ist mit dem neuesten Schlüssel versiegelt. Ältere Schlüssel können weg.
   *[other] { $n } Einträge sind mit dem neuesten Schlüssel versiegelt. Ältere Schlüssel können weg.
 }
# $name: Name des Netzwerks. $offices, $sectors: wie viele es hat.
command-network-fine = { $offices ->
    [one] { $name }: 1 Jugendamt, { $sectors ->
        [one] 1 Handlungsfeld. In Ordnung.
       *[other] { $sectors } Handlungsfelder. In Ordnung.
     }
   *[other] { $name }: { $offices } Jugendämter, { $sectors ->
        [one] 1 Handlungsfeld. In Ordnung.
       *[other] { $sectors } Handlungsfelder. In Ordnung.
     }
 }
# $number: Nummer der Fortbildung. $n: Zahl der Personen.
command-closed = { $n ->
    [one] Fortbildung { $number } ist mit 1 Person abgeschlossen.
   *[other] Fortbildung { $number } ist mit { $n } Personen abgeschlossen.
 }
# $year: das Jahr. $n: Zahl der Zeilen. $day: Tag der Versiegelung. $digest: was die Zeilen beweist.
command-year-sealed = { $n ->
    [one] { $year }: 1 Zeile, versiegelt am { $day }, { $digest }
   *[other] { $year }: { $n } Zeilen, versiegelt am { $day }, { $digest }
 }
command-year-sealed-now = { $n ->
    [one] { $year } ist versiegelt: 1 Zeile, { $digest }
   *[other] { $year } ist versiegelt: { $n } Zeilen, { $digest }
 }
# $file: Name der Datei. $n: Zahl der Zeilen.
command-no-row-taken = { $n ->
    [one] Es wurde nichts übernommen: In { $file } ist 1 Zeile falsch.
   *[other] Es wurde nichts übernommen: In { $file } sind { $n } Zeilen falsch.
 }
# $n: wie viele.
command-doctor-keys = { $n ->
    [one] 1 ist gesetzt
   *[other] { $n } sind gesetzt
 }
command-doctor-unknown = { $n ->
    [one] 1 ist ungewiss
   *[other] { $n } sind ungewiss
 }
command-doctor-given-up = { $n ->
    [one] 1 Nachricht wurde aufgegeben
   *[other] { $n } Nachrichten wurden aufgegeben
 }
command-doctor-odd = { $n ->
    [one] { $table }: 1 Zeile würde heute nicht angenommen ({ $rule })
   *[other] { $table }: { $n } Zeilen würden heute nicht angenommen ({ $rule })
 }
command-doctor-clock = { $n ->
    [one] weicht um 1 Sekunde ab
   *[other] weicht um { $n } Sekunden ab
 }
# $n: Zahl der Warnungen.
command-doctor-warnings = { $n ->
    [one] 1 Warnung
   *[other] { $n } Warnungen
 }
# $path: die Datei. $n: ihre Bytes. $content: wie viele Bytes sie entpackt hat.
command-backup-written = { $n ->
    [one] { $path } ist geschrieben und wieder gelesen: 1 Byte, entpackt { $content }.
   *[other] { $path } ist geschrieben und wieder gelesen: { $n } Bytes, entpackt { $content }.
 }
# $n: Zahl der Sekunden.
command-late = { $n ->
    [one] Etwas ist seit 1 Sekunde fällig
   *[other] Etwas ist seit { $n } Sekunden fällig
 }
# $n: number of rows.
command-copied = { $n ->
    [one] 1 Zeile kopiert, jeder Wert verglichen.
   *[other] { $n } Zeilen kopiert, jeder Wert verglichen.
 }
