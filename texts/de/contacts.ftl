# Kontakte: wer wo zuständig ist.

menu-contacts = Kontakte
command-kontakte = Wer wo zuständig ist
contacts-head = <b>Zuständige Jugendämter</b>
contacts-office = <b>{ $office }</b>
    { $municipalities }
contacts-phone = Telefon: { $phone }
contacts-mail = E-Mail: { $mail }
contacts-danger = Bei akuter Gefahr wählen Sie 110, bei Verletzungen 112.
contacts-ask = <b>Für welche Kommune suchen Sie einen Kontakt?</b>
# $town: Kommune. $office: zuständiges Jugendamt.
contacts-town = <b>{ $town }</b>

    Zuständig ist: <b>{ $office }</b>
contacts-unknown = Telefon und E-Mail sind hier nicht hinterlegt.
contacts-coordination = <b>Koordinierungsstelle</b>: { $office }
