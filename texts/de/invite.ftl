# Jemanden einladen.

invite-role = <b>Wen möchten Sie einladen?</b>
# $value: Rolle.
invite-role-chosen = Einladung als <b>{ $value }</b>
invite-target = Für welche Stelle?
# $value: Jugendamt oder Handlungsfeld.
invite-target-chosen = { $value }
invite-uses = Für wie viele Personen gilt der Link?
invite-uses-chosen = { $value }
invite-uses-n = { $n ->
    [one] Eine Person
   *[other] { $n } Personen
 }
invite-days = Wie lange soll die Einladung gelten?
invite-days-chosen = { $value }
invite-days-n = { $n ->
    [one] Ein Tag
   *[other] { $n } Tage
 }

# $until: Ende der Gültigkeit.
invite-line = <b>{ $role }</b>, { $target }: { $n ->
    [one] noch eine Person
   *[other] noch { $n } Personen
 }, gültig bis { $until }
# $what: die Einladung in einem Satz.
invite-made = <b>Die Einladung ist fertig.</b>

    { $what }

    Bitte geben Sie die nächste Nachricht weiter. Wer den Link hat, kommt damit hinein.
# $link: Adresse der Einladung.
invite-letter = <b>{ $network }</b>

    Mit diesem Link kommen Sie zum Fortbildungsbot. Er gilt für: { $target }.

    { $link }

    Gültig bis { $until }. Die Nutzung ist freiwillig.
invite-file = einladung.png

invite-open-button = Offene Einladungen ({ $n })
invite-open = { $n ->
    [one] <b>Eine offene Einladung</b>
   *[other] <b>{ $n } offene Einladungen</b>
 }
invite-none = Zurzeit ist keine Einladung offen.
invite-another = Neue Einladung
invite-revoke = Zurückziehen
invite-revoke-numbered = { $number }. Zurückziehen
invite-revoked = Die Einladung ist zurückgezogen.
invite-gone = Diese Einladung ist nicht mehr offen.
