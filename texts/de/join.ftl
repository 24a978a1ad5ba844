# Der Weg hinein: Einladung, Einwilligung, Name.

join-consent = <b>{ $network }</b>

    Dieser Bot informiert Sie über gemeinsame Fortbildungen. Sie melden sich mit einem Druck an.

    Die Nutzung ist freiwillig. Alle Angebote erhalten Sie auch per E-Mail bei Ihrer Koordinierungsstelle.

    Gespeichert werden: Ihre Chat-Kennung, Ihr Jugendamt, Ihr Handlungsfeld und Ihre Anmeldungen. Ein Name ist freiwillig. Ihre Telefonnummer wird nicht gespeichert.

    Telegram ist ein Dienst außerhalb der EU. Nachrichten an Bots sind nicht Ende-zu-Ende-verschlüsselt.

    Bitte schreiben Sie hier nichts über Kinder, Familien oder Fälle.

    Sie können Ihre Einwilligung jederzeit mit /loeschen widerrufen.
join-agree = Einverstanden
join-decline = Nicht einverstanden
join-privacy = Datenschutzhinweise lesen
join-declined-member = Alles klar. Was vorher gespeichert war, bleibt. Mit /loeschen löschen Sie es.
join-declined = Alles klar. Es wurde nichts gespeichert. Mit /start können Sie es sich jederzeit anders überlegen.

join-closed = <b>{ $network }</b>

    Dieses Netzwerk ist geschlossen. Fachkräfte kommen mit einer Einladung ihrer Koordinierungsstelle hinein.
# Wer kein Mitglied ist und einen Link zu einer Fortbildung öffnet.
join-link = <b>{ $network }</b>

    Dieser Link führt zu einer gemeinsamen Fortbildung. In diesem Netzwerk bilden sich Fachkräfte im Kinderschutz zusammen fort und tauschen sich aus.

    Öffnen können ihn die Mitglieder. Hinein kommen Sie mit einer Einladung Ihrer Koordinierungsstelle. Oder fragen Sie hier Zugang an.
# Wer kein Mitglied ist und einen Link zu einem Platz öffnet.
join-seat = <b>{ $network }</b>

    Dieser Link kann Ihnen einen Platz in einer gemeinsamen Fortbildung geben. Dafür brauchen Sie zuerst Zugang.

    Bitte fragen Sie hier Zugang an. Wählen Sie das Jugendamt der Person, die Ihnen den Link geschickt hat. Öffnen Sie den Link danach noch einmal. Er gilt höchstens 48 Stunden.
join-request = Zugang anfragen
join-invitation-unknown = Diese Einladung ist nicht gültig. Bitte fragen Sie Ihre Koordinierungsstelle nach einer neuen.
join-invitation-expired = Diese Einladung ist abgelaufen. Bitte fragen Sie Ihre Koordinierungsstelle nach einer neuen.
join-invitation-used-up = Diese Einladung ist schon aufgebraucht. Bitte fragen Sie Ihre Koordinierungsstelle nach einer neuen.
join-invitation-revoked = Diese Einladung wurde zurückgezogen. Bitte fragen Sie Ihre Koordinierungsstelle nach einer neuen.
# $role: Rolle. $institution: Institution der Person.
join-invitation-same = Sie gehören schon dazu: <b>{ $role }</b>, { $institution }. Diese Einladung ändert nichts.
join-invitation-last-lead = Das geht jetzt nicht. Sie sind die letzte Person in der Federführung dieses Netzwerks.

    Bitte laden Sie zuerst eine weitere Federführung ein. Öffnen Sie danach diese Einladung noch einmal.
join-standing = <b>{ $role }</b>, { $institution }
# $before: Rolle und Institution bisher. $after: nach der Änderung.
join-change = <b>Sie gehören schon zum Netzwerk.</b>

    Bisher: { $before }
    Mit dieser Einladung: { $after }

    Jede Person hat eine Rolle und eine Institution. Möchten Sie das ändern? Ihre Anmeldungen bleiben.
join-keep = Behalten
join-take = Ändern
join-kept = Es bleibt dabei: <b>{ $role }</b>, { $institution }.
join-changed = <b>Das ist geändert.</b>

    Von jetzt an: <b>{ $role }</b>, { $institution }. Ihre Anmeldungen bleiben.

join-office = Für welchen Bereich sind Sie tätig?
join-county-wide = Im ganzen Kreisgebiet

# $institution: Institution der Person.
join-name = Willkommen. Sie gehören zu: <b>{ $institution }</b>

    Für Teilnahmelisten können Sie Ihren Namen eintragen. Das ist freiwillig. Bitte schreiben Sie ihn jetzt, oder gehen Sie ohne Namen weiter.
join-without-name = Ohne Namen weiter
join-name-again = Das sieht nicht wie ein Name aus. Bitte nur Buchstaben, höchstens { $most } Zeichen. Es wurde nichts gespeichert.
join-done = <b>Fertig, Sie sind dabei.</b>

    Institution: { $institution }
    Auf Teilnahmelisten: { $name }

    Neue Termine kommen von selbst.
join-done-without-name = ohne Namen, als Platznummer
