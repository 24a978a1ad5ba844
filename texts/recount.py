"""Correcting how many came to a closed training: questions, the check, the result."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.correction import Reason
from domain.ledger import Attendance
from domain.message import Button, Message, Style
from domain.network import Network
from domain.paging import part_of
from domain.recount import OFFERED
from domain.training import Training
from domain.typed import one_line
from domain.vocabulary import COUNTY_WIDE, Sector
from talk.protocol import Protocol
from talk.recount import (
    ChooseNumber,
    ChooseOffice,
    ChooseReason,
    ChooseSector,
    ListClosed,
    Open,
    Write,
)
from texts import cards, paging
from texts.catalogue import Texts
from texts.dates import short_day
from texts.institutions import institution
from texts.labels import shortened
from texts.typed_numbers import Refused, read_number, refusal

TRAININGS_A_PAGE = 8
NUMBERS_A_ROW = 2
#: More than so many people come to nothing.
MOST = 9999
_SIGN = re.compile(r"\s*([+−–-])?\s*(.*?)\s*(?:(mehr|more)|(weniger|fewer|less))?\s*[.!]?\s*")


@dataclass(frozen=True, slots=True)
class Card:
    """A step: the training, what was said so far, and the version on every button."""

    texts: Texts
    network: Network
    training: Training
    version: int
    said: Mapping[str, Any]

    def head(self) -> str:
        """Return what is being corrected."""
        when = cards.when(self.texts, self.network, self.training)
        return self.texts("recount-head", title=self.training.title, when=when)

    def place(self) -> str:
        """Return the institution that was chosen."""
        office, sector = self.said["office"], Sector(self.said["sector"])
        return institution(self.texts, self.network, office, sector)

    def out(self) -> tuple[Button, ...]:
        """Return the way back to the numbers."""
        return (Button(self.texts.plain("button-back"), Open(self.training.id).pack()),)


def signed_number(text: str) -> int | Refused | None:
    """Return the number that a text says: `3`, `+3`, `−3`, `3 mehr`, `2 Personen weniger`.

    It is 1 to 9999, or as much below 0; None if the text says none.
    """
    found = _SIGN.fullmatch(one_line(text).casefold())
    if found is None:
        return None
    number = read_number(found[2], 1, MOST)
    fewer = found[1] not in {None, "+"} or found[4]
    return -number if isinstance(number, int) and fewer else number


def refused(card: Card, why: Refused) -> Message:
    """Say why a typed number cannot be taken."""
    return Message(refusal(card.texts, why, 1, MOST), (card.out(),))


def closed(texts: Texts, network: Network, found: Sequence[Training], page: int) -> Message:
    """Ask which training's numbers are wrong."""
    part = part_of(found, page, TRAININGS_A_PAGE)
    labels = shortened([_named(texts, network, training) for training in part.items])
    rows = [
        (Button(label, Open(training.id).pack()),)
        for label, training in zip(labels, part.items, strict=True)
    ]
    turns = [
        Button(texts.plain(text_id), ListClosed(to).pack())
        for text_id, to in (("protocol-newer", part.page - 1), ("protocol-older", part.page + 1))
        if 0 <= to < part.pages
    ]
    back = (Button(texts.plain("button-back"), Protocol().pack()),)
    text = paging.heading(texts, texts("recount-which" if found else "recount-none"), part)
    return Message(text, (*rows, *((tuple(turns),) if turns else ()), back))


def _named(texts: Texts, network: Network, training: Training) -> str:
    day = training.plan.starts_at.astimezone(network.zone).date()
    return f"{short_day(day, texts.language)} {training.title}"


def which_office(card: Card, now: Attendance) -> Message:
    """Show the numbers as they stand, and ask for the district of the wrong one."""
    texts, network = card.texts, card.network
    offices = {office.slug: office.short_label for office in network.offices}
    offices[COUNTY_WIDE] = texts.label("office", COUNTY_WIDE)
    sectors = {slug.value: texts.label("sector", slug) for slug in Sector}
    lines = [
        texts("recount-line", label=labels.get(slug, slug), n=counts[slug])
        for labels, counts in ((offices, now.offices), (sectors, now.sectors))
        for slug in dict.fromkeys([*labels, *counts])
        if counts.get(slug)
    ]
    text = "\n".join([card.head(), "", *lines, texts("recount-total", n=now.total)])
    rows = [
        (Button(label, ChooseOffice(card.version, slug).pack()),) for slug, label in offices.items()
    ]
    back = (Button(texts.plain("button-back"), ListClosed(0).pack()),)
    return Message(f"{text}\n\n{texts('recount-which-office')}", (*rows, back))


def which_sector(card: Card) -> Message:
    """Ask for the sector of the institution."""
    texts, network, office = card.texts, card.network, card.said["office"]
    sectors = [each for each in Sector if network.has_institution(office, each)]
    labels = shortened([institution(texts, network, office, each) for each in sectors])
    rows = [
        (Button(label, ChooseSector(card.version, each).pack()),)
        for label, each in zip(labels, sectors, strict=True)
    ]
    text = f"{card.head()}\n\n{texts('recount-which-sector')}"
    return Message(text, (*rows, card.out()))


def how_many(card: Card) -> Message:
    """Ask how many more or fewer came."""
    texts = card.texts
    buttons = [
        Button(by_how_many(texts, by), ChooseNumber(card.version, by).pack()) for by in OFFERED
    ]
    rows = [tuple(buttons[at : at + NUMBERS_A_ROW]) for at in range(0, len(buttons), NUMBERS_A_ROW)]
    asked = texts("recount-how-many", institution=card.place())
    return Message(f"{card.head()}\n\n{asked}", (*rows, card.out()))


def by_how_many(texts: Texts, by: int) -> str:
    """Return `2 mehr` or `2 weniger`."""
    return texts.plain("recount-more" if by > 0 else "recount-fewer", n=abs(by))


def impossible(card: Card) -> Message:
    """Say that so many cannot be."""
    text = card.texts("recount-impossible", institution=card.place())
    return Message(text, (card.out(),))


def why(card: Card) -> Message:
    """Ask for the reason."""
    texts = card.texts
    rows = [
        (Button(texts.label("correction-reason", each), ChooseReason(card.version, each).pack()),)
        for each in Reason
    ]
    return Message(f"{card.head()}\n\n{texts('recount-why')}", (*rows, card.out()))


def check(card: Card, total: int) -> Message:
    """Show everything before it is written."""
    texts = card.texts
    asked = texts(
        "recount-check",
        institution=card.place(),
        by=by_how_many(texts, card.said["by"]),
        reason=texts.label("correction-reason", card.said["reason"]),
        n=total,
    )
    write = Button(texts.plain("recount-write"), Write(card.version).pack(), style=Style.SUCCESS)
    return Message(f"{card.head()}\n\n{asked}", ((write,), card.out()))


def written(texts: Texts, training: Training, total: int) -> Message:
    """Say that it is corrected."""
    more = Button(texts.plain("recount-again"), Open(training.id).pack())
    text = texts("recount-done", title=training.title, n=total)
    return Message(text, ((more,), cards.menu_row(texts)))
