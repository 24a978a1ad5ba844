"""How it reads who holds a training: one office, or several together.

Offices are called by whole sentences of the catalogue: with «von» their names would have to bend.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.message import Button, Message
from domain.network import Network
from domain.training import Training
from talk.manage import ManageOne
from texts.catalogue import Texts, as_html
from texts.dates import short_range


def names(network: Network, training: Training) -> str:
    """Return the names of who holds it, the first host first."""
    found = [network.find_office(host) for host in training.hosts]
    return ", ".join(office.label if office else network.name for office in found)


def invites(texts: Texts, network: Network, training: Training) -> str:
    """Return the line of who holds it, as plain text: a name, or that they do so together."""
    offices = [network.find_office(host) for host in training.hosts]
    known = [office.short_label for office in offices if office]
    if len(offices) == 1:
        return names(network, training)
    if len(known) < len(offices):  # not all of them are youth offices
        return texts.plain("hosts-together", hosts=names(network, training))
    return texts.plain("hosts-offices", hosts=listed(texts, known))


def listed(texts: Texts, words: Sequence[str]) -> str:
    """Return names as they stand in a sentence, the last one after «und»."""
    *first, last = words
    return texts.plain("hosts-and", first=", ".join(first), last=last) if first else last


def together(texts: Texts, network: Network, training: Training) -> list[str]:
    """Return as HTML the line of who holds it, where several do."""
    joint = bool(training.plan.co_hosts)
    return [as_html(invites(texts, network, training))] if joint else []


def co_host(texts: Texts, network: Network, training: Training) -> Message:
    """Tell a coordinator that the own office holds a training together with others."""
    plan = training.plan
    when = short_range(plan.starts_at, plan.ends_at, network.zone, texts.language)
    first = network.find_office(training.host)
    said = texts(
        "hosts-you-too",
        title=training.title,
        when=when,
        first=first.label if first else network.name,
    )
    ways = ((Button(texts.plain("hosts-look"), ManageOne(training.id).pack()),),)
    return Message(said, ways)


def who_reads(texts: Texts, training: Training) -> list[str]:
    """Return the sentence that says who reads the name of who registers now, where it is joint."""
    return [texts("hosts-read")] if training.plan.co_hosts else []


def who_reads_whom(texts: Texts, training: Training) -> list[str]:
    """Return who reads whose names, for everybody who looks at what is joint."""
    return [texts("hosts-read-since")] if training.plan.co_hosts else []
