# Sammelplätze und Kontingente einer Fortbildung.

manage-blocks = Sammelplätze
manage-quotas = Kontingente
# $blocked: Zahl der Sammelplätze; steht hinter der Zahl der vergebenen Plätze.
manage-blocked = , davon { $blocked ->
    [one] ein Sammelplatz
   *[other] { $blocked } Sammelplätze
 }
# $institution: Institution. $n: Zahl der Plätze.
manage-seat-block = Sammelplätze { $institution }: { $n }

# $title: Titel. $when: Termin.
seating-blocks = <b>Sammelplätze: { $title }</b>
    { $when }

    Diese Plätze gelten für Institutionen, die ohne Telegram teilnehmen.
seating-no-blocks = Bisher ist nichts gebucht.
# $institution: Institution. $n: Zahl der Plätze.
seating-line = { $institution }: <b>{ $n }</b>
seating-add = Institution wählen
seating-sector = Für welche Institution möchten Sie Plätze buchen?

seating-quotas = <b>Kontingente: { $title }</b>
    { $when }

    Diese Plätze sind bis zur Freigabe für ein Jugendamt vorgehalten.
# $n: Plätze ohne Kontingent. $seats: alle Plätze. $day: Tag der Freigabe.
seating-common = Für alle offen: { $seats ->
        [one] { $n } von einem Platz
       *[other] { $n } von { $seats } Plätzen
    }
    Freigabe aller Plätze: { $day }
# $quotas: Jugendämter mit ihren Zahlen. $day: Tag der Freigabe.
seating-quota-line = Kontingente: { $quotas }
    Freigabe: { $day }

# $institution: Institution. $title: Titel. $n: gewählte Zahl. $before: bisherige Zahl.
# $kind: Kontingent (quota) oder Sammelplätze (block).
seating-number = <b>{ $institution }</b>
    { $title }
    { $when }

    { $kind ->
        [quota] Kontingent
       *[block] Sammelplätze
    }: <b>{ $n }</b>, bisher { $before }
# $most: größte mögliche Zahl.
seating-most = { $most ->
    [one] Möglich ist höchstens einer.
   *[other] Möglich sind höchstens { $most }.
 }
seating-book = So buchen
seating-keep = So festlegen

# $taken: Zahl der Plätze.
manage-refused-seats-kept = { $taken ->
        [one] Ein Platz ist
       *[other] { $taken } Plätze sind
    } vergeben oder vorgehalten. Weniger sind nicht möglich.
manage-refused-seats-full = { $taken ->
    [0] Kein Platz ist mehr frei.
    [one] Nur noch ein Platz ist frei.
   *[other] Nur noch { $taken } Plätze sind frei.
 } Mehr lassen sich nicht buchen.
manage-refused-quota-full = { $taken ->
    [0] Für dieses Jugendamt lässt sich kein Platz vorhalten.
    [one] Für dieses Jugendamt lässt sich höchstens ein Platz vorhalten.
   *[other] Für dieses Jugendamt lassen sich höchstens { $taken } Plätze vorhalten.
 }
manage-refused-no-limit = Kontingente brauchen eine feste Zahl von Plätzen.
manage-refused-released = Die Kontingente sind bereits freigegeben.

# $day: letzter Tag, an dem die Plätze vorgehalten sind.
card-kept = Noch freie Plätze sind bis zum { $day } für andere Jugendämter vorgehalten.
card-kept-wait = Sie können sich auf die Warteliste setzen.
