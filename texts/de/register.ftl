# Kurze Antworten auf einen Knopfdruck rund um die Anmeldung.

register-done = Sie sind angemeldet: { $title }
register-held = Ihr Platz ist vorgemerkt, bis Ihre Koordinierungsstelle zustimmt.
register-waiting = Sie stehen auf der Warteliste, Platz { $place }.
register-already = Sie sind bereits angemeldet.
register-already-waiting = Sie stehen bereits auf der Warteliste, Platz { $place }.
register-changed = Die Angaben haben sich geändert. Bitte prüfen Sie die Karte.
register-gone = Diese Veranstaltung gibt es nicht mehr.

# $moved_up: Zahl der Nachgerückten.
leave-done = Sie sind von <b>{ $title }</b> abgemeldet. { $moved_up ->
    [0] Ihr Platz ist wieder frei.
    [one] Eine Person von der Warteliste rückt nach.
   *[other] { $moved_up } Personen von der Warteliste rücken nach.
 }
leave-line-done = Sie stehen nicht mehr auf der Warteliste von <b>{ $title }</b>.
leave-file = Die Datei nimmt den Termin aus Ihrem Kalender.
calendar-off = Steht der Termin in Ihrem Kalender, nimmt die Datei ihn heraus.
leave-nothing = Sie sind dafür nicht angemeldet.
leave-changed = Die Angaben haben sich geändert. Bitte prüfen Sie sie.
mute-on = Zu dieser Veranstaltung kommen keine Erinnerungen mehr.

mine-none = Sie haben zurzeit keine Anmeldungen.
mine-head = { $n ->
    [one] <b>Ihre Anmeldung</b>
   *[other] <b>Ihre { $n } Anmeldungen</b>
 }

# «Diesmal nicht»: eine Antwort ohne Platz.
regret-done = Danke für die Antwort. Sie können es sich bis zum Anmeldeschluss anders überlegen.
regret-back = Ihre Antwort ist zurückgenommen.
regret-nothing = Es gibt keine Antwort zurückzunehmen.
