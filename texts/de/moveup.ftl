# Die Warteliste mit Fristen: ein Platz wird angeboten, oder er gehört, wer zuerst annimmt.

moveup-take = Platz annehmen
moveup-leave = Platz ablehnen

# $title: Titel. $when: Termin. $where: Ort. $until: Ende der Frist. $otherwise: was ohne Antwort geschieht.
moveup-offered = <b>Ein Platz ist für Sie frei.</b>
    Bitte antworten Sie bis <b>{ $until }</b>.
    { $otherwise }
    Wer ablehnt, verlässt die Warteliste.

    <b>{ $title }</b>
    { $when }
    { $where }
moveup-otherwise-unanswered = Danach geht er an die Nächsten. Sie rücken ans Ende der Warteliste und werden vorerst nicht wieder gefragt.
moveup-otherwise-cut-short = Danach erfahren es alle auf der Warteliste zugleich.
# $place: Platz auf der Warteliste.
moveup-free = <b>Ein Platz ist frei geworden.</b>
    Alle auf der Warteliste erfahren es jetzt. Wer zuerst annimmt, hat ihn.
    Sie stehen auf der Warteliste, Platz { $place }.

    <b>{ $title }</b>
    { $when }
    { $where }
# $then: was mit dem nächsten freien Platz geschieht.
moveup-ended = <b>Die Zeit für Ihre Antwort ist vorbei.</b>
    Sie stehen auf der Warteliste, Platz { $place }.
    { $then }

    <b>{ $title }</b>
    { $when }
    { $where }

## Auf der Karte

moveup-asked = <b>Ein Platz ist für Sie frei.</b> Bitte antworten Sie bis { $until }.
moveup-first = <b>Ein Platz ist frei. Wer zuerst annimmt, hat ihn.</b>
moveup-next-seat = Wird ein Platz frei, rücken Sie nach und erhalten sofort Nachricht.
moveup-next-offer = Wird ein Platz frei, wird er Ihnen der Reihe nach angeboten. Für die Antwort bleiben zwölf Stunden; Ruhezeiten zählen nicht.
moveup-next-later = Sie haben nicht geantwortet. Wir fragen Sie in sieben Tagen wieder, spätestens am letzten Tag. Will niemand sonst den Platz, können Sie ihn bis dahin annehmen.
moveup-next-first = Wird ein Platz frei, erfahren es alle zugleich. Wer zuerst annimmt, hat ihn.

## Nach einem Druck

# $title: Titel.
moveup-taken = Sie haben den Platz: { $title }
moveup-left = Danke für die Antwort. Der Platz geht an die Nächsten.
moveup-missed = Dieser Platz ist schon vergeben. Sie stehen weiter auf der Warteliste.
moveup-still-asked = Ein Platz ist für Sie frei. Bitte nehmen Sie ihn an oder lehnen Sie ihn ab.

## Für die Koordination

# $until: Ende der Frist. $n: wie viele es erfahren haben.
moveup-runs = Angeboten: ein Platz, Antwort bis { $until }
moveup-runs-unsent = Angeboten: ein Platz, Nachricht noch unterwegs
moveup-runs-all = { $n ->
    [one] Ein Platz ist frei. Eine Person der Warteliste weiß davon.
   *[other] Plätze sind frei. { $n } Personen der Warteliste wissen davon.
 }

## In der Auskunft

# $n: Zahl der Angebote.
data-moveups = { $n ->
    [one] <b>Ein Angebot nachzurücken</b> ist gespeichert. Die Datei nennt es.
   *[other] <b>{ $n } Angebote nachzurücken</b> sind gespeichert. Die Datei nennt sie.
 }
