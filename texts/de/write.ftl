# Eine Nachricht an viele: an die Angemeldeten einer Veranstaltung oder ans ganze Netzwerk.

button-write = Nachricht
write-to-all-button = Mitteilung ans Netzwerk
# $title: Titel. $when: Termin.
write-head = <b>Nachricht zu: { $title }</b>
    { $when }
write-head-network = <b>Mitteilung ans Netzwerk</b>
write-to = An wen geht die Nachricht?
write-to-registered = Angemeldete mit Platz
write-to-came = Wer da war
write-to-waiting = Warteliste
write-to-both = Angemeldete und Warteliste
write-to-unanswered = Wer nicht geantwortet hat
write-to-office = Ein Jugendamtsbezirk
write-to-all = Alle im Netzwerk
write-to-some = Nach Bezirk und Handlungsfeld
write-office = Aus welchem Jugendamtsbezirk?
# $office: Jugendamtsbezirk.
write-of-office = Angemeldete und Warteliste aus { $office }
# $most: Zahl der Zeichen.
write-words = Bitte schreiben Sie den Text in einer Nachricht. Er darf { $most } Zeichen lang sein.

    <b>Bitte kein Wort über ein Kind, eine Familie oder eine einzelne Person.</b>
write-short = Dieser Text ist zu kurz. Bitte schreiben Sie ihn noch einmal.
write-long = Dieser Text ist zu lang. Bitte schreiben Sie höchstens { $most } Zeichen.
write-case = Dieser Text klingt nach einem einzelnen Fall. Es wurde nichts gespeichert und nichts gesendet.
# $names: Stellen, die wie Namen aussehen.
write-names = <b>Bitte sehen Sie genau hin:</b> Das sieht nach Personen aus: { $names }
write-preview = <b>So lesen es die anderen:</b>
# $words: der Text.
write-notice = <b>Mitteilung</b> · { $network }

    { $words }
# $n: Zahl der Jugendämter. $host: ihre Namen. $words: der Text.
write-message = <b>Nachricht zu: { $title }</b>
    { $when }

    { $words }

    { $n ->
        [one] <i>Koordinierungsstelle, { $host }</i>
       *[other] <i>Koordinierungsstellen: { $host }</i>
    }
# $audience: wer gemeint ist.
write-send = An: { $audience }
# $n: Zahl der Personen.
write-reaches = { $n ->
    [0] Damit wird niemand erreicht.
    [one] Erreicht eine Person.
   *[other] Erreicht { $n } Personen.
 }
# $least: kleinste Zahl, die genannt wird.
write-reaches-few = Erreicht wenige Personen (unter { $least }).
write-sure = { $n ->
    [one] Das geht an eine Person. Soll es wirklich gesendet werden?
   *[other] Das geht an { $n } Personen. Soll es wirklich gesendet werden?
 }
write-sure-yes = Ja, an alle senden
# $example: eine Eingabe, die der Bot versteht.
write-at = Wann soll gesendet werden? Wählen Sie, oder schreiben Sie Tag und Uhrzeit.
    Zum Beispiel: <code>{ $example }</code>
write-too-far = So weit im Voraus geht es nicht. Bitte wählen Sie eine frühere Zeit.
# $when: gewählte Zeit.
write-confirm = Gesendet wird: <b>{ $when }</b>
write-confirm-yes = So planen
write-nobody = Damit wird niemand erreicht.
write-not-yours = Das kann nur, wer die Nachricht schreiben durfte.
write-planned = Die Nachricht ist geplant.
write-started = In einer Minute geht die Nachricht hinaus.
write-take-back = Zurücknehmen
write-taken-back = Die Nachricht ist zurückgenommen. Niemand hat sie erhalten.
write-too-late = Dafür ist es zu spät: Die Nachricht geht schon hinaus.
write-about-network = Mitteilung ans Netzwerk

# $about: worum es geht.
written-scheduled = <b>Nachricht geplant</b>
    { $about }
written-running = <b>Nachricht wird gesendet</b>
    { $about }
written-done = <b>Nachricht gesendet</b>
    { $about }
written-cancelled = <b>Nachricht zurückgenommen</b>
    { $about }
write-sent-few = Gesendet an wenige Personen (unter { $least }).
write-few-unreachable = Einige waren nicht erreichbar (unter { $least }).
write-few-failed = Einiges ist fehlgeschlagen oder verfallen (unter { $least }).
write-few-unknown = Einiges ist ungewiss (unter { $least }): Telegram hat den Empfang nicht bestätigt.
