# Absprachen: was Mitglieder davon lesen.

menu-agreements = Absprachen
command-absprachen = Was vereinbart ist
agreements-none = Es ist noch keine Absprache eingetragen. Das tun die Koordinierungsstellen.
agreements-head = { $n ->
    [one] <b>Eine Absprache im Netzwerk</b>
   *[other] <b>{ $n } Absprachen im Netzwerk</b>
 }
agreements-entry = <b>{ $number }. { $title }</b>
# $since, $until: Tage. $title: was an die Stelle getreten ist.
agreements-in-force = In Kraft seit { $since }.
agreements-replaced = Galt ab { $since }. Seit { $until } ersetzt durch: { $title }
# $offices: Jugendämter.
agreements-offices = Jugendämter: { $offices }
agreements-offices-all = Alle Jugendämter des Netzwerks
agreements-offices-unknown = Jugendämter: nicht angegeben
