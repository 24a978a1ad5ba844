# Was im Angebot ist: die Liste, ihre Filter und das Weitergeben.

offer-none = Zurzeit ist nichts im Angebot. Neue Termine kommen hier von selbst.
offer-none-sought = Dazu ist nichts im Angebot. Nehmen Sie einen Filter weg, folgen Sie dem Thema, oder melden Sie Ihren Bedarf.
offer-head = { $n ->
    [one] <b>Ein Termin im Angebot</b>
   *[other] <b>{ $n } Termine im Angebot</b>
 }
offer-entry = <b>{ $number }. { $title }</b>
    { $when }
# $filters: was gewählt ist.
offer-sought = Gewählt: { $filters }
offer-elsewhere = { $n ->
    [one] Ein weiterer Termin ist für andere Handlungsfelder.
   *[other] { $n } weitere Termine sind für andere Handlungsfelder.
 }
offer-seek = Filtern
# $filter: der Filter, den der Knopf wegnimmt.
offer-without = ✕ { $filter }
offer-online = Online
offer-mine = Mein Handlungsfeld
offer-town-unknown = unbekannt
offer-any = alle
offer-filters = <b>Termine filtern</b>

    { $n ->
        [0] Zurzeit passt kein Termin.
        [one] Zurzeit passt ein Termin.
       *[other] Zurzeit passen { $n } Termine.
     }
# $value: was gewählt ist.
offer-by-topic = Thema: { $value }
offer-by-month = Monat: { $value }
offer-by-town = Kommune: { $value }
offer-only-online = Nur online
offer-only-sector = Nur mein Handlungsfeld
offer-show = { $n ->
    [0] Zur Liste
    [one] Einen Termin zeigen
   *[other] { $n } Termine zeigen
 }
offer-print = Als Programm (PDF und Kalender)
offer-all = Alle Filter weg
offer-ask-topic = Welches Thema suchen Sie?
offer-ask-month = Welcher Monat passt Ihnen?
offer-ask-town = Welche Kommune? Gezeigt wird, wozu das zuständige Jugendamt einlädt.
# $name: Thema, Monat oder Kommune. $n: wie viele Termine.
offer-counted = { $name } ({ $n })
offer-back = Zur Liste

# $title: Titel. $text: ein Text für eine Mail.
offer-pass-on = <b>{ $title }</b>

    Geben Sie die Fortbildung an andere weiter. Mitglieder öffnen mit dem Link die Karte. Alle anderen lesen, was das Netzwerk ist und wie sie Zugang anfragen.

    Der Text für eine Mail:

    <pre>{ $text }</pre>
offer-copy-link = Link kopieren
offer-copy-text = Text kopieren
# $place: Ort. $host: einladende Stelle. $deadline: Anmeldeschluss. $link: Adresse im Chat.
offer-mail = { $title }
    { $when }
    { $place }
    { $host }
    Anmelden bis { $deadline }:
    { $link }
# Höchstens 256 Zeichen: so viel kopiert ein Knopf.
offer-mail-short = { $title }
    { $when }
    Anmelden: { $link }
offer-link-gone = Diese Fortbildung gibt es hier nicht. Vielleicht wurde sie gelöscht, oder der Link ist unvollständig. Alle Termine finden Sie hier.
