"""Audiences that an office saved: what they are called, and removing one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from domain.announce_saved import SavedAudience
from domain.message import Button, Message, Rows
from domain.network import Network
from domain.vocabulary import COUNTY_WIDE, Sector
from talk.announce_saved import DropSaved, LeaveSaved, ShowSaved
from texts.catalogue import Texts
from texts.labels import shortened


def office_label(texts: Texts, network: Network, slug: str) -> str:
    """Return how a district is called, or the whole county."""
    office = network.find_office(slug)
    return office.short_label if office else texts.label("office", COUNTY_WIDE)


def made_of(
    texts: Texts, network: Network, offices: Iterable[str], sectors: Iterable[Sector]
) -> str:
    """Return districts and sectors in the network's order; nothing if there are none."""
    order = [*(office.slug for office in network.offices), COUNTY_WIDE]
    meant, these = set(offices), set(sectors)
    narrowed = [office_label(texts, network, slug) for slug in order if slug in meant]
    of = [texts.label("sector", sector) for sector in Sector if sector in these]
    return "; ".join(", ".join(each) for each in (narrowed, of) if each)


def label(texts: Texts, network: Network, saved: SavedAudience) -> str:
    """Return what a saved audience is called: what it is made of."""
    return made_of(texts, network, saved.offices, saved.sectors)


def remove_row(texts: Texts, saved: Sequence[SavedAudience]) -> Rows:
    """Return the way to remove what is saved, if anything is."""
    if not saved:
        return ()
    return ((Button(texts.plain("announce-saved-remove"), ShowSaved().pack()),),)


def to_remove(texts: Texts, network: Network, saved: Sequence[SavedAudience]) -> Message:
    """Ask which of what is saved shall go."""
    names = [
        texts.plain("announce-saved-drop", audience=label(texts, network, each)) for each in saved
    ]
    rows = [
        (Button(name, DropSaved(each.id).pack()),)
        for name, each in zip(shortened(names), saved, strict=True)
    ]
    back = Button(texts.plain("button-back"), LeaveSaved().pack())
    return Message(texts("announce-saved"), (*rows, (back,)))
