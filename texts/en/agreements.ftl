# Agreements: what members read of them.

menu-agreements = Agreements
command-absprachen = What is agreed
agreements-none = No agreement was entered yet. The coordination offices do that.
agreements-head = { $n ->
    [one] <b>One agreement in the network</b>
   *[other] <b>{ $n } agreements in the network</b>
 }
agreements-entry = <b>{ $number }. { $title }</b>
# $since, $until: days. $title: what took its place.
agreements-in-force = In force since { $since }.
agreements-replaced = Held from { $since }. Since { $until } replaced by: { $title }
# $offices: youth offices.
agreements-offices = Youth offices: { $offices }
agreements-offices-all = All youth offices of the network
agreements-offices-unknown = Youth offices: not stated
