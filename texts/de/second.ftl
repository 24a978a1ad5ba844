# Vier Augen: was eine Person allein nicht tut.

second-asked = <b>Eine zweite Person muss zustimmen.</b>

    Sie ist gefragt. Sobald sie zustimmt, erfahren Sie es hier. Nach sieben Tagen ohne Antwort verfällt es.
# $office: Jugendamt.
second-ask-lead = <b>Jemand soll die Federführung erhalten.</b>

    { $office }

    Eine Person allein kann das nicht. Stimmen Sie zu? Dann entsteht die Einladung.
# $title: Titel. $when: Termin.
second-ask-erase = <b>Diese Fortbildung soll gelöscht werden.</b>

    { $title }
    { $when }

    Eine Person allein kann das nicht. Stimmen Sie zu?
second-yes = Zustimmen
second-no = Ablehnen
second-agreed-lead = Zugestimmt. Die Einladung ging an die Person, die danach gefragt hat.
second-agreed-erase = Zugestimmt. Die Fortbildung ist gelöscht.
second-declined = Abgelehnt. Es bleibt alles, wie es ist.
second-nobody-lead = Eine zweite Person müsste zustimmen, und es ist keine da. Wer den Bot betreibt, kann die Einladung erstellen.
second-nobody-erase = Eine zweite Person müsste zustimmen, und es ist keine da. Wer den Bot betreibt, kann die Fortbildung zurücknehmen.
second-not-gone = Das ist schon entschieden oder verfallen.
second-not-not-yours = Darüber entscheidet eine zweite Person.
# Was jemand angestoßen hat und eine zweite Person noch bestätigt.
data-seconds = { $n ->
    [one] Eine Bitte von Ihnen wartet auf eine zweite Person.
   *[other] { $n } Bitten von Ihnen warten auf eine zweite Person.
 }
