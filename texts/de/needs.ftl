# Fortbildungsbedarf melden.

needs-ask = <b>Fortbildungsbedarf melden</b>

    Zu welchem Thema brauchen Sie eine Fortbildung? Gezählt wird nur die Summe je Woche.
# $topic: Thema.
needs-counted = <b>Danke, Ihr Bedarf ist gezählt.</b>

    Thema: { $topic }
needs-more = Weiteres Thema melden
needs-again = Dieses Thema ist für diese Woche schon gezählt.
