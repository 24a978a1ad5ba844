"""Seats without a person and seats kept for an office: the lists, one number, what is possible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.localtime import local_day
from domain.manage import ManageOne
from domain.message import Button, Message, Style
from domain.network import Network
from domain.seating import (
    AddBlock,
    Block,
    BlockOffice,
    Blocks,
    BlockSector,
    ChangeBlock,
    ChangeQuota,
    Quotas,
    SeatsBy,
    SeatsDone,
    release_time,
)
from domain.training import Training
from domain.vocabulary import COUNTY_WIDE, Sector
from texts import cards
from texts.catalogue import Texts
from texts.dates import short_day
from texts.institutions import institution

#: By how much a number changes with one tap.
STEPS = ((-1, "seating-one-fewer"), (1, "seating-one-more"), (5, "seating-five-more"))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A training whose seats are looked after; `version` is that of the dialogue's step."""

    texts: Texts
    network: Network
    training: Training
    version: int = 0

    @property
    def when(self) -> str:
        """The training's time."""
        return cards.when(self.texts, self.network, self.training)

    def back(self, to: Blocks | Quotas | ManageOne) -> tuple[Button, ...]:
        """Return the way back."""
        return (Button(self.texts.plain("button-back"), to.pack()),)


def blocks(sheet: Sheet, booked: Sequence[Block], note: str = "") -> Message:
    """Show what is booked for institutions, each with a button that changes it."""
    texts, number = sheet.texts, sheet.training.id
    head = texts("seating-blocks-head", title=sheet.training.title, when=sheet.when)
    names = [institution(texts, sheet.network, b.office, Sector(b.sector)) for b in booked]
    lines = [
        texts("seating-line", institution=name, n=each.n)
        for name, each in zip(names, booked, strict=True)
    ]
    shown = "\n".join(lines) if lines else texts("seating-no-blocks")
    rows = [
        (Button(f"{name}: {each.n}"[-60:], ChangeBlock(number, each.id).pack()),)
        for name, each in zip(names, booked, strict=True)
    ]
    add = (Button(texts.plain("seating-add"), AddBlock(number).pack()),)
    parts = [*([note] if note else []), head, shown]
    return Message("\n\n".join(parts), (*rows, add, sheet.back(ManageOne(number))))


def which_office(sheet: Sheet) -> Message:
    """Ask for the district of an institution."""
    texts = sheet.texts
    offices = [(office.slug, office.short_label) for office in sheet.network.offices]
    offices.append((COUNTY_WIDE, texts.label("office", COUNTY_WIDE)))
    rows = [(Button(label, BlockOffice(sheet.version, slug).pack()),) for slug, label in offices]
    back = sheet.back(Blocks(sheet.training.id))
    return Message(texts("close-which-office"), (*rows, back))


def which_sector(sheet: Sheet, office: str) -> Message:
    """Ask for the sector of an institution."""
    network, texts = sheet.network, sheet.texts
    rows = [
        (Button(institution(texts, network, office, s), BlockSector(sheet.version, s).pack()),)
        for s in network.sectors
        if network.has_institution(office, s)
    ]
    back = sheet.back(Blocks(sheet.training.id))
    return Message(texts("seating-which-sector"), (*rows, back))


def quotas(sheet: Sheet, kept: Mapping[str, int], note: str = "") -> Message:
    """Show how many seats are kept for each office, each with a button that changes it."""
    texts, training = sheet.texts, sheet.training
    head = texts("seating-quotas-head", title=training.title, when=sheet.when)
    common = (training.plan.seats or 0) - sum(kept.values())
    facts = texts("seating-common", n=common, seats=training.plan.seats or 0, day=_released(sheet))
    rows = [
        (Button(f"{o.short_label}: {kept.get(o.slug, 0)}", _quota_of(training, o.slug)),)
        for o in sheet.network.offices
    ]
    parts = [*([note] if note else []), head, facts]
    return Message("\n\n".join(parts), (*rows, sheet.back(ManageOne(training.id))))


def _quota_of(training: Training, office: str) -> str:
    return ChangeQuota(training.id, office).pack()


def _released(sheet: Sheet) -> str:
    release_at = release_time(sheet.training.plan, sheet.network)
    return short_day(local_day(release_at, sheet.network.zone), sheet.texts.language)


def quota_line(texts: Texts, network: Network, training: Training, kept: Mapping[str, int]) -> str:
    """Return in a line which office has how many seats kept, and until when."""
    listed = [f"{o.short_label} {kept[o.slug]}" for o in network.offices if o.slug in kept]
    sheet = Sheet(texts, network, training)
    return texts("seating-quota-line", quotas=", ".join(listed), day=_released(sheet))


@dataclass(frozen=True, slots=True)
class Number:
    """One number being chosen: for which office (and sector: block seats, else a quota).

    `most` is None where there is no limit.
    """

    office: str
    sector: str
    n: int
    before: int
    most: int | None


def number(sheet: Sheet, of: Number, note: str = "") -> Message:
    """Show the number that is being chosen, with buttons that change it and one that keeps it."""
    texts, training = sheet.texts, sheet.training
    if of.sector:
        name = institution(texts, sheet.network, of.office, Sector(of.sector))
        text_id, label, back = "seating-block", "seating-book", sheet.back(Blocks(training.id))
    else:
        name = sheet.network.office(of.office).label
        text_id, label, back = "seating-quota", "seating-keep", sheet.back(Quotas(training.id))
    at = sheet.when
    said = texts(text_id, title=training.title, when=at, institution=name, n=of.n, before=of.before)
    if of.most is not None:
        said += "\n" + texts("seating-most", most=of.most)
    steps = tuple(
        Button(texts.plain(label_id), SeatsBy(sheet.version, by).pack()) for by, label_id in STEPS
    )
    done = Button(texts.plain(label), SeatsDone(sheet.version).pack(), style=Style.SUCCESS)
    parts = [*([note] if note else []), said]
    return Message("\n\n".join(parts), (steps[:2], steps[2:], (done,), back))
