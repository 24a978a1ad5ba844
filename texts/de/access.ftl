# Zugang anfragen und freigeben.

access-office = Für welche Stelle sind Sie tätig?
access-sector = In welchem Handlungsfeld sind Sie tätig?
access-district = Für welchen Bereich sind Sie tätig?
access-elsewhere = Andere Stelle
# $institution: Institution. $code: Kennzahl der Anfrage.
access-asked = <b>Ihre Anfrage ist unterwegs.</b>

    Institution: { $institution }
    Kennzahl: <b>{ $code }</b>

    Die Koordinierungsstelle sieht nur diese Angaben, nicht Ihren Namen. Bitte nennen Sie ihr die Kennzahl, damit sie Ihre Anfrage erkennt.

    Die Antwort kommt hier an. Mit /loeschen ziehen Sie die Anfrage zurück.
access-pending = <b>Ihre Anfrage wartet noch auf Antwort.</b>

    Institution: { $institution }
    Kennzahl: <b>{ $code }</b>

    Mit /loeschen ziehen Sie die Anfrage zurück.
# $contact: Anschrift der Koordinierungsstelle.
access-nobody = Zurzeit kann hier niemand Ihre Anfrage beantworten. Bitte schreiben Sie an { $contact }. Es wurde nichts gespeichert.
access-request = <b>Jemand fragt Zugang an.</b>

    Institution: { $institution }
    Kennzahl: <b>{ $code }</b>

    Bitte geben Sie nur frei, wenn sich die Person mit dieser Kennzahl bei Ihnen gemeldet hat.
access-grant = Freigeben
access-decline = Ablehnen
access-let-in = Die Person ist jetzt dabei.
access-turned-away = Die Anfrage ist abgelehnt. Die Person erfährt es.
access-decided = Diese Anfrage ist schon entschieden oder zurückgezogen.
access-not-yours = Diese Anfrage entscheidet die Koordinierungsstelle vor Ort.
access-granted = <b>Ihre Anfrage ist freigegeben.</b>
access-declined = <b>Ihre Anfrage wurde nicht freigegeben.</b>

    Ihre Angaben sind gelöscht. Fragen beantwortet die Koordinierungsstelle: { $contact }
