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

# $contact: Anschrift der Koordinierungsstelle.
help = <b>So geht es</b>

    Neue Termine kommen von selbst. Mit einem Druck auf <b>Anmelden</b> haben Sie einen Platz.

    { $commands }

    Fragen beantwortet Ihre Koordinierungsstelle: { $contact }
help-line = /{ $command } – { $meaning }

command-start = Beginnen
command-termine = Termine im Angebot
command-meine = Meine Anmeldungen
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

safety = Dieser Bot nimmt keine Fallangaben und keine Meldungen entgegen. Ihre Nachricht wurde nicht gespeichert.

    Bei akuter Gefahr wählen Sie bitte 110. Für eine Meldung oder Beratung wenden Sie sich an das zuständige Jugendamt.
safety-offices = Zuständiges Jugendamt anzeigen
offices-head = <b>Zuständige Jugendämter</b>
offices-line = <b>{ $office }</b>
    { $municipalities }

door-members-only = Dieses Netzwerk ist geschlossen. Mit /start können Sie Zugang anfragen.
door-consent-first = Unsere Datenschutzhinweise haben sich geändert. Bitte stimmen Sie mit /start neu zu.
door-coordinators-only = Das können nur Koordinierende.
stale-button = Diese Auswahl ist nicht mehr aktuell.

# $bot: Name des Bots.
group-goodbye = Dieser Bot spricht nur mit einzelnen Personen und verlässt diese Gruppe. Bitte schreiben Sie ihm direkt: @{ $bot }
