"""What a card says of a seat that is held until the own office approves."""

from __future__ import annotations

from datetime import datetime

from domain.network import Network
from texts.catalogue import Texts
from texts.dates import short_moment


def _until(texts: Texts, network: Network, until: datetime) -> str:
    return short_moment(until, network.zone, texts.language)


def held(texts: Texts, network: Network, until: datetime) -> str:
    """Say that a seat is held, and until when the office must approve."""
    return texts("approve-held", until=_until(texts, network, until))


def still(texts: Texts, network: Network, until: datetime) -> str:
    """Say in the line, beneath the place in it, that the office must approve."""
    return texts("approve-still", until=_until(texts, network, until))


def waiting(texts: Texts, n: int) -> str:
    """Tell the hosts how many seats and places wait for an approval."""
    return texts("manage-approvals", n=n)
