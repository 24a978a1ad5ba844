# Eine Ankündigung planen, senden und verfolgen.

# $title: Titel. $when: Termin.
announce-head = <b>Ankündigen: { $title }</b>
    { $when }
announce-preview = So sieht die Ankündigung für andere aus:
announce-whom = Wer soll die Ankündigung erhalten?
audience-all = Alle im Netzwerk
audience-some = Nach Bezirk und Handlungsfeld
audience-subscribers = Wer das Thema abonniert hat
# $audience: Bezirke und Handlungsfelder.
announce-followers = { $audience }, davon nur: wer das Thema abonniert hat
announce-send-topic = Nur wer das Thema abonniert hat
announce-send-not-topic = Auch ohne Abo des Themas
announce-send-keep = Auswahl merken
announce-send-not-keep = Auswahl nicht merken
announce-saved = Welche gemerkte Auswahl soll entfernt werden?
announce-saved-remove = Gemerkte Auswahl entfernen
announce-saved-drop = Entfernen: { $audience }
announce-saved-gone = Entfernt.
announce-give-up = Abbrechen
# $audience: wer gemeint ist.
announce-send = An: { $audience }
# $sectors: Handlungsfelder, auf die sich die Veranstaltung beschränkt.
announce-limited = { $audience }, davon nur: { $sectors }
# $n: Zahl der Personen.
announce-reach = { $n ->
    [0] Niemand wird neu erreicht.
    [one] Erreicht eine Person.
   *[other] Erreicht { $n } Personen.
 }
# $minutes: Dauer in Minuten, aufgerundet; 0 ist weniger als eine.
announce-takes = { $minutes ->
    [0] Das dauert weniger als eine Minute.
    [one] Das dauert etwa eine Minute.
   *[other] Das dauert etwa { $minutes } Minuten.
 }
# $n: Zahl der Personen, die sie schon haben.
announce-told = { $n ->
    [one] Eine Person hat diese Ankündigung schon und erhält sie nicht noch einmal.
   *[other] { $n } Personen haben diese Ankündigung schon und erhalten sie nicht noch einmal.
 }
# $when: Ende der Ruhezeit.
announce-quiet = Jetzt ist Ruhezeit. Gesendet wird ab { $when }.
announce-send-now = Jetzt senden
announce-send-at = Senden: { $when }
announce-send-urgent = Trotzdem jetzt senden
announce-send-later = Zu einer Zeit senden
announce-send-again = Auch an alle, die sie schon haben
announce-send-not-again = Nur an alle, die sie noch nicht haben
announce-today = heute
announce-tomorrow = morgen
# $example: eine Eingabe, die der Bot versteht.
announce-at = Wann soll gesendet werden? Wählen Sie, oder schreiben Sie Tag und Uhrzeit.
    Zum Beispiel: <code>{ $example }</code>
announce-too-late = Dann hat die Veranstaltung schon begonnen. Bitte wählen Sie eine frühere Zeit.
# $when: gewählte Zeit.
announce-confirm = Gesendet wird: <b>{ $when }</b>
announce-shifted = Die gewählte Zeit liegt in der Ruhezeit. Das ist die nächste Zeit danach.
announce-confirm-yes = So planen
announce-sure = { $n ->
    [one] Das geht an eine Person. Soll es wirklich gesendet werden?
   *[other] Das geht an { $n } Personen. Soll es wirklich gesendet werden?
 }
announce-sure-yes = Ja, an alle senden
announce-planned = Die Ankündigung ist geplant.
announce-started = In einer Minute geht die Ankündigung hinaus.
announce-nobody = Damit wird niemand erreicht.
announce-not-yours = Das kann nur die einladende Koordinierungsstelle.
button-announce = Ankündigen

broadcast-scheduled = <b>Ankündigung geplant</b>
    { $title }
    { $when }
broadcast-running = <b>Ankündigung wird gesendet</b>
    { $title }
    { $when }
broadcast-done = <b>Ankündigung gesendet</b>
    { $title }
    { $when }
broadcast-cancelled = <b>Ankündigung angehalten</b>
    { $title }
    { $when }
# $when: Zeit der Sendung.
broadcast-planned = Gesendet wird: { $when }
broadcast-nothing-sent = Es wurde nichts gesendet.
# $delivered: zugestellt. $total: Zahl der Empfangenden.
broadcast-counts = { $delivered } von { $total } zugestellt
broadcast-unreachable = { $n } nicht erreichbar
# $n: Zahl der Institutionen, zu denen nicht erreichbare Personen gehören.
broadcast-institutions = { $n ->
    [one] aus einer Institution
   *[other] aus { $n } Institutionen
 }
broadcast-unknown = { $n } ungewiss: Telegram hat den Empfang nicht bestätigt.
broadcast-failed = { $n } fehlgeschlagen oder verfallen.
broadcast-withdrawn = { $n } nicht mehr gesendet.
broadcast-decide = Ungewisse Nachrichten können angekommen sein. Erneutes Senden kann sie wiederholen.
broadcast-soon = Gesendet wird in höchstens einer Minute. Bis dahin können Sie alles zurücknehmen.
broadcast-take-back = Zurücknehmen
broadcast-taken-back = Die Ankündigung ist zurückgenommen. Niemand hat sie erhalten.
broadcast-too-late = Dafür ist es zu spät: Die Ankündigung geht schon hinaus.
broadcast-stop = Anhalten
broadcast-resend = Ungewisse erneut senden
broadcast-leave = So lassen
broadcast-stopped-toast = Die Ankündigung ist angehalten.
broadcast-over = Diese Ankündigung ist schon beendet.
broadcast-resent = { $n ->
    [0] Dafür ist es zu spät.
    [one] Eine Nachricht wird erneut gesendet.
   *[other] { $n } Nachrichten werden erneut gesendet.
 }
broadcast-left = Es bleibt, wie es ist.
broadcast-nothing-unknown = Es ist nichts mehr ungewiss.
# $title: Titel. $why: ein ganzer Satz mit dem Grund.
broadcast-not-started = <b>Die geplante Ankündigung wurde nicht gesendet.</b>
    { $title }

    { $why }

broadcast-unreadable = <b>Die geplante Ankündigung wurde nicht gesendet.</b>
    { $title }

    Die Angaben dazu sind beschädigt. Bitte kündigen Sie noch einmal an.
# Was nach dem Abbrechen gilt.
announce-left-nothing = Abgebrochen. Die Fortbildung ist im Angebot, es ging noch keine Ankündigung hinaus.
announce-left-later = Abgebrochen. Die Fortbildung ist im Angebot, ihre geplante Ankündigung bleibt geplant.
announce-left-announced = Abgebrochen. Die Fortbildung ist im Angebot, es ging keine weitere Ankündigung hinaus.
announce-left-off = Abgebrochen. Es ging keine Ankündigung hinaus.
