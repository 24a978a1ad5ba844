# Menü, Hilfe und die festen Antworten.

menu = <b>{ $network }</b>

    Was möchten Sie tun?
menu-offered = Termine im Angebot
menu-mine = Meine Anmeldungen
menu-more = Mehr
menu-topics = Themen abonnieren
menu-privacy = Datenschutz
menu-new = Fortbildung anlegen
menu-manage = Fortbildungen verwalten
menu-invite = Jemanden einladen
menu-report = Bericht
menu-exchange = Austausch eintragen
menu-needs = Fortbildungsbedarf melden
menu-protocol = Eintrag ins Protokoll

# Was Telegram zeigt, bevor jemand schreibt: höchstens 512 und 120 Zeichen.
bot-description = { $network }: gemeinsame Fortbildungen für Fachkräfte im Kinderschutz.

    Sie sehen alle Termine, melden sich mit einem Druck an und werden erinnert. Die Teilnahme an diesem Chat ist freiwillig. Hinein kommen Sie mit einer Einladung Ihrer Koordinierungsstelle.

    Bitte schreiben Sie hier nichts über Kinder, Familien oder Fälle. Bei akuter Gefahr wählen Sie 110.
bot-short-description = { $network }: gemeinsame Fortbildungen für Fachkräfte

# $contact: Anschrift der Koordinierungsstelle.
help = <b>So geht es</b>

    Neue Termine kommen von selbst. Mit einem Druck auf <b>Anmelden</b> haben Sie einen Platz.

    { $commands }

    Fragen beantwortet Ihre Koordinierungsstelle: { $contact }
help-line = /{ $command } – { $meaning }

command-start = Beginnen
command-termine = Termine im Angebot
command-meine = Meine Anmeldungen
command-profil = Was Sie einstellen können
command-themen = Themen abonnieren
command-name = Namen eintragen oder löschen
command-sprache = Sprache wechseln
command-datenschutz = Datenschutzhinweise
command-auskunft = Meine gespeicherten Daten
command-loeschen = Meine Daten löschen
command-hilfe = Hilfe
command-abbrechen = Eingabe abbrechen
command-menu = Menü zeigen
command-neu = Fortbildung anlegen
command-verwalten = Fortbildungen verwalten
command-einladen = Jemanden einladen
command-bericht = Zahlen für den Bericht
command-zustellung = Zustellung prüfen
command-austausch = Austausch eintragen
command-bedarf = Fortbildungsbedarf melden
command-protokoll = Protokoll führen

abort-done = Abgebrochen. Es wurde nichts gespeichert.
abort-nothing = Es gibt nichts abzubrechen.

command-unknown = Diesen Befehl kennt der Bot nicht. Mit /hilfe sehen Sie alle.
talk-thanks = Gern geschehen.
talk-goodbye = Auf Wiedersehen.
talk-fine = Alles klar. Es wurde nichts geändert.
talk-yes-or-no = Hier wartet gerade keine Frage auf eine getippte Antwort. Bitte drücken Sie auf die Antwort unter der Nachricht.

safety = Dieser Bot nimmt keine Fallangaben und keine Meldungen entgegen. Ihre Nachricht wurde nicht gespeichert.

    Bei akuter Gefahr wählen Sie bitte 110. Bei Verletzungen wählen Sie 112. Für eine Meldung oder Beratung wenden Sie sich an das zuständige Jugendamt.
safety-offices = Zuständiges Jugendamt anzeigen

door-members-only = Dieses Netzwerk ist geschlossen. Mit /start können Sie Zugang anfragen.
door-consent-first = Unsere Datenschutzhinweise haben sich geändert. Bitte stimmen Sie mit /start neu zu.
door-coordinators-only = Das können nur Koordinierende.
flood-wait = Das war sehr viel auf einmal. Eine halbe Minute lang kommt jetzt nichts an. Bitte versuchen Sie es danach noch einmal.
flood-tries = Es waren zu viele falsche Links oder Codes. Bitte versuchen Sie es in einer Stunde noch einmal.
stale-button = Diese Auswahl ist nicht mehr aktuell.

# $number: Nummer des Chats, für die Einstellungen.
chat-number = Dieser Chat hat die Nummer { $number }.
# $bot: Name des Bots.
group-goodbye = Dieser Bot spricht nur mit einzelnen Personen und verlässt diese Gruppe. Bitte schreiben Sie ihm direkt: @{ $bot }
