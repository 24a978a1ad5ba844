# Rückmeldung nach einer Veranstaltung.

# $title: Titel. $when: Termin.
feedback-head = <b>Ihre Rückmeldung, bitte</b>

    { $title }
    { $when }

    Es sind fünf Aussagen und ein Thema. Gezählt werden nur Summen, niemand erfährt Ihre Antwort.
# $number: Nummer der Aussage. $of: Zahl der Aussagen.
feedback-question = { $title }: Aussage { $number } von { $of }

    <b>{ $statement }</b>
score-1 = 1: trifft nicht zu
score-2 = 2: trifft eher nicht zu
score-3 = 3: teils, teils
score-4 = 4: trifft eher zu
score-5 = 5: trifft voll zu
feedback-no = Keine Rückmeldung geben
feedback-topic = Welches Thema brauchen Sie als Nächstes?
feedback-no-topic = Kein Thema
feedback-thanks = Vielen Dank für Ihre Rückmeldung.
feedback-declined = In Ordnung. Es wird nichts gezählt.
feedback-over = Diese Rückmeldung ist beendet.
feedback-again = Diese Antwort ist schon gezählt.
