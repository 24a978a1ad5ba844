# Wer da ist: die Liste an der Tür, und der Code zum Einchecken.

presence-button = Wer da ist
# $title: Titel. $when: Termin. $came: Zahl der Vermerke „da“. $missed: Zahl der Vermerke „fehlt“.
presence-head = <b>Wer da ist: { $title }</b>
    { $when }
    Da: { $came } · Fehlen: { $missed }
presence-came = da
presence-missed = fehlt
presence-hint = Ein Druck auf eine Nummer vermerkt: da. Der nächste: fehlt. Der dritte nimmt den Vermerk weg.
presence-hours-button = Verkürzte Teilnahme
# $title: Titel. $when: Termin.
presence-hours-head = <b>Verkürzte Teilnahme: { $title }</b>
    { $when }
presence-hours-hint = Wer war nur einen Teil der Zeit da? Ein Druck auf die Nummer fragt, wie lange. So steht es auf der Bescheinigung.
# $units: besuchte Unterrichtseinheiten. $whole: alle.
presence-hours-of = { $units } von { $whole } UE
presence-hours-n = { $units ->
    [one] 1 UE
   *[other] { $units } UE
 }
presence-hours-all = Alle { $units } UE
# $code: Platznummer.
presence-hours-ask-units = Wie viele Unterrichtseinheiten hat Nummer { $code } besucht?
presence-hours-ask-sessions = Welche Termine hat Nummer { $code } besucht? Ein Druck ändert: da oder fehlt.
presence-hours-ask-none = Hier gibt es nicht mehr als eine Unterrichtseinheit. Verkürzen lässt sich das nicht.
# $hours: zum Beispiel „5 von 8 UE“.
presence-hours-now = Vermerkt: { $hours }
# $when: Termin einer Reihe. $state: da oder fehlt.
presence-hours-session = { $when }: { $state }
presence-hours-noted = Nummer { $code }: { $units ->
    [one] 1 UE
   *[other] { $units } UE
 } vermerkt.
presence-let-first-in = Nächste Person der Warteliste hereinlassen
# $code: Platznummer.
presence-let-in = Nummer { $code } hat jetzt einen Platz und ist da.
presence-noted-came = Nummer { $code } ist da.
presence-noted-missed = Nummer { $code } fehlt.
presence-noted-none = Bei Nummer { $code } steht kein Vermerk mehr.
presence-checked-in = <b>Sie sind eingecheckt.</b>
presence-checked-in-before = <b>Sie waren schon eingecheckt.</b>
presence-checked-in-again = <b>Sie sind eingecheckt.</b> Der Vermerk gilt für die ganze Reihe.
presence-of = <b>{ $title }</b>
    { $when }
presence-not-unknown = Dieser Code gilt hier nicht.
presence-not-not-yours = Das sehen nur die Koordinierungsstellen, die einladen.
presence-not-early = Das geht erst ab einer Stunde vor Beginn.
presence-not-over = Das ist vorbei. Der Code gilt nicht mehr.
presence-not-off = Diese Fortbildung findet nicht statt.
presence-not-closed = Die Fortbildung ist abgeschlossen. Vermerke ändern sich nicht mehr.
presence-not-no-seat = Hier ist kein Platz vergeben. Bitte wenden Sie sich vor Ort an die Koordination.
presence-not-nobody = Auf der Warteliste steht niemand.
presence-not-away = Diese Nummer ist nicht als da vermerkt. Bitte vermerken Sie das zuerst.
presence-not-nothing-left = Das geht hier nicht. Wer gar nichts besucht hat, wird als fehlend vermerkt.
presence-not-full = Es ist kein Platz frei, oder niemand auf der Warteliste ist erreichbar.
# $when: Termin, für den der Code gilt.
presence-holds = Der Code ist für: { $when }
card-came = Vermerkt: Sie waren da.
# $hours: zum Beispiel „5 von 8 UE“.
card-came-part = Vermerkt: Sie haben { $hours } besucht.
card-missed = Vermerkt: Sie waren nicht da.
privacy-presence = <b>Ob Sie da waren</b>
    Bei Ihrer Anmeldung kann stehen, ob und wie lange Sie da waren. Das vermerken Sie selbst mit dem Code an der Tür oder die Koordinierungsstellen, die einladen. Nur diese und Sie lesen es. Ihre eigene Stelle liest es nur, wenn sie selbst einlädt. Es wird nie je Person gezählt und mit der Anmeldung gelöscht.
close-marked = Inzwischen hat sich geändert, wer da war. Bitte sehen Sie die Zahlen noch einmal an.
close-by-marks = Vorgeschlagen ist, wer als anwesend vermerkt wurde.
