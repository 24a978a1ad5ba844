# Zustimmung: ob das eigene Jugendamt einer Anmeldung zustimmt.

plan-approval-yes = Nötig
plan-approval-no = Nicht nötig
# Auf der Karte, bevor sich jemand anmeldet.
approve-wanted = Ihre Koordinierungsstelle muss zustimmen.
# $until: Ende der Frist.
approve-held = <b>Ihr Platz ist vorgemerkt.</b>
    Ihre Koordinierungsstelle muss bis { $until } zustimmen.
approve-still = Ihre Koordinierungsstelle muss bis { $until } zustimmen.
# $title, $when, $where: die Veranstaltung.
approve-about = <b>{ $title }</b>
    { $when }
    { $where }

## An die Koordinierungsstelle

# $member: wie das Mitglied heißt, ohne Namen. $institution: woher es kommt. $month: Monat des Beitritts. $until: Ende der Frist.
approve-asked = <b>Bitte entscheiden Sie über eine Anmeldung.</b>
    { $member }, { $institution }
    Dabei seit { $month }
    Antwort bis { $until }. Danach verfällt die Anmeldung.
approve-yes = Zustimmen
approve-no = Ablehnen
approve-who = Wer ist das?
approve-was-approved = Sie haben zugestimmt.
approve-was-declined = Sie haben abgelehnt. Der Platz ist wieder frei.
approve-not-gone = Hier ist nichts mehr zu entscheiden.
approve-not-approved = Der Anmeldung wurde schon zugestimmt.
approve-not-not-yours = Darüber entscheidet eine andere Koordinierungsstelle.

## An die Person

approve-given = <b>Ihre Koordinierungsstelle hat zugestimmt.</b>
# $mail: Adresse des Netzwerks.
approve-ended-declined = <b>Ihre Koordinierungsstelle hat nicht zugestimmt.</b>
    Ihre Anmeldung ist beendet. Fragen beantwortet { $mail }.
approve-ended-lapsed = <b>Ihre Koordinierungsstelle hat nicht rechtzeitig geantwortet.</b>
    Ihre Anmeldung ist beendet. Fragen beantwortet { $mail }.

## Für die Koordination

# $n: wie viele auf eine Zustimmung warten.
manage-approvals = { $n ->
    [one] Vorgemerkt: eine Person, die Zustimmung steht aus
   *[other] Vorgemerkt: { $n } Personen, die Zustimmung steht aus
 }
