"""What a training says of itself beside its facts: in short, whom to turn to, why it is off."""

from __future__ import annotations

import re

from domain.network import Network
from domain.training import Training
from texts import dates
from texts.catalogue import Texts
from texts.labels import short

#: So many signs fill two lines on a phone of 360 px.
TEASER = 64
_BEHIND_A_SENTENCE = re.compile(r"(?<=[.!?])…$")


def teaser(description: str) -> str:
    """Return the beginning of a description: as much as two lines on a phone hold.

    What is cut behind a sentence has room before its dots: `… zusammenarbeiten. …`.
    """
    return _BEHIND_A_SENTENCE.sub(" …", short(" ".join(description.split()), TEASER))


def contact(network: Network, slug: str, *, reach: bool = False) -> str:
    """Return whom to turn to, and how to reach them; no words if the network has them no more."""
    found = network.find_function(slug)
    if found is None:
        return ""
    office, function = found
    said = [function.label, office.short_label]
    return ", ".join([*said, *filter(None, (function.mail, function.phone) if reach else ())])


def reasons(texts: Texts, network: Network, training: Training) -> list[str]:
    """Return a line each for why a training was called off, and when it is held instead."""
    why, lines = training.called_off, list[str]()
    if why.reason is not None:
        lines.append(texts("cancelled-why", reason=texts.label("called-off", why.reason)))
    if why.instead_at is not None:
        at = dates.short_moment(why.instead_at, network.zone, texts.language)
        lines.append(texts("cancelled-instead", at=at))
    return lines
