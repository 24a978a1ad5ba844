# What is on offer: the list, its filters, and passing on.

offer-none = Nothing is on offer right now. New dates will come here by themselves.
offer-none-sought = Nothing like this is on offer. Take a filter off, follow the topic, or report your need.
offer-head = { $n ->
    [one] <b>One date on offer</b>
   *[other] <b>{ $n } dates on offer</b>
 }
offer-entry = <b>{ $number }. { $title }</b>
    { $when }
# $filters: what is chosen.
offer-sought = Chosen: { $filters }
offer-elsewhere = { $n ->
    [one] One more date is for other sectors.
   *[other] { $n } more dates are for other sectors.
 }
offer-seek = Filter
# $filter: the filter that the button takes off.
offer-without = ✕ { $filter }
offer-online = Online
offer-mine = My sector
offer-town-unknown = unknown
offer-any = all
offer-filters = <b>Filter the dates</b>

    { $n ->
        [0] No date fits right now.
        [one] One date fits right now.
       *[other] { $n } dates fit right now.
     }
# $value: what is chosen.
offer-by-topic = Topic: { $value }
offer-by-month = Month: { $value }
offer-by-town = Municipality: { $value }
offer-only-online = Online only
offer-only-sector = My sector only
offer-show = { $n ->
    [0] To the list
    [one] Show one date
   *[other] Show { $n } dates
 }
offer-print = As a programme (PDF and calendar)
offer-all = All filters off
offer-ask-topic = Which topic are you looking for?
offer-ask-month = Which month suits you?
offer-ask-town = Which municipality? You see what the youth office in charge there hosts.
# $name: topic, month or municipality. $n: how many dates.
offer-counted = { $name } ({ $n })
offer-back = To the list

# $title: title. $text: a text for a mail.
offer-pass-on = <b>{ $title }</b>

    Pass the training on to others. Members open its card by the link. Everybody else reads what the network is and how to ask for access.

    The text for a mail:

    <pre>{ $text }</pre>
offer-copy-link = Copy the link
offer-copy-text = Copy the text
# $place: place. $host: who invites. $deadline: registration deadline. $link: address in the chat.
offer-mail = { $title }
    { $when }
    { $place }
    { $host }
    Register until { $deadline }:
    { $link }
# At most 256 characters: so much a button copies.
offer-mail-short = { $title }
    { $when }
    Register: { $link }
offer-link-gone = There is no such training here. Perhaps it was deleted, or the link is incomplete. All dates are here.
