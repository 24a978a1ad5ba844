# Ersatz schicken: ein Platz geht an jemanden aus demselben Jugendamt.

button-substitute = Ersatz schicken
# $title: Titel. $when: Termin. $until: bis wann der Link gilt.
substitute-ask = <b>Ersatz schicken</b>

    <b>{ $title }</b>
    { $when }

    Sie erhalten einen Link für eine Person aus Ihrem Jugendamt. Er gilt bis { $until }.

    Ihr Platz bleibt Ihrer, bis ihn jemand übernimmt. Niemand von der Warteliste wird übergangen.
substitute-make = Link erstellen
# $link: Adresse.
substitute-made = <b>Bitte geben Sie diesen Link weiter:</b>

    { $link }

    <b>{ $title }</b>
    { $when }

    Der Link gilt für eine Person und bis { $until }. Ein früherer Link gilt nicht mehr.
substitute-drop = Link zurückziehen
substitute-dropped = Der Link ist zurückgezogen. Sie behalten Ihren Platz.
substitute-nothing = Es gibt keinen offenen Link.
# $where: Ort. $host: einladendes Jugendamt.
substitute-offered = <b>Jemand aus Ihrem Jugendamt gibt Ihnen einen Platz.</b>

    <b>{ $title }</b>
    { $when }
    { $where }
    { $host }

    Übernehmen können Sie ihn bis { $until }.
substitute-waits = Sie stehen schon auf der Warteliste. Mit dem Platz verlassen Sie sie.
substitute-take = Platz übernehmen
substitute-taken = Der Platz gehört jetzt Ihnen: { $title }

substitute-not-gone = Dieser Link ist nicht gültig, schon benutzt oder zurückgezogen.
substitute-not-expired = Dieser Link ist abgelaufen. Bitte lassen Sie sich einen neuen geben.
substitute-not-closed = Das geht nicht mehr. Die Veranstaltung hat begonnen oder ist abgesagt.
substitute-not-no-seat = Diesen Platz gibt es nicht mehr. Er wurde inzwischen abgegeben.
substitute-not-not-approved = Ihr Platz ist erst vorgemerkt. Ihre Koordinierungsstelle muss noch zustimmen.
substitute-not-own = Das ist Ihr eigener Link. Bitte geben Sie ihn weiter.
substitute-not-seated = Sie haben schon einen eigenen Platz. Der Link bleibt gültig.
substitute-not-other-office = Diesen Platz kann nur jemand aus demselben Jugendamt übernehmen.
substitute-not-not-for-sector = Dieses Angebot richtet sich an andere Handlungsfelder.
substitute-not-unseen = Die Angaben haben sich geändert. Bitte öffnen Sie den Link noch einmal.

substitute-handed = <b>Ihr Platz ist übergeben.</b>

    <b>{ $title }</b>
    { $when }

    Jemand aus Ihrem Jugendamt nimmt ihn ein. Sie sind nicht mehr angemeldet.
