"""Seats without a person and seats kept for an office: the lists, one number, what is possible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from domain.localtime import local_day
from domain.message import Button, Message, Rows
from domain.network import Network
from domain.paging import Part, part_of
from domain.seats import Block, Place, release_time
from domain.training import MOST_SEATS, Training
from domain.vocabulary import Sector
from talk.form import Question, Setting
from talk.institutions import places
from talk.manage import ManageOne
from talk.seats import (
    NUMBER,
    SEATING,
    AddBlock,
    Blocks,
    BlocksPage,
    ChangeBlock,
    ChangeQuota,
    Quotas,
    is_quota,
)
from texts import cards, paging
from texts.catalogue import Texts
from texts.dates import short_day
from texts.faces import Face, Page
from texts.institutions import OfInstitutions, in_order, institution
from texts.labels import shortened
from texts.typed_counts import NotTaken, ReadCounts, echo, only_a_number, read_counts, reasons


class SeatingFace(OfInstitutions):
    """How the form reads: two lists, and one number."""

    def ask(self, page: Page) -> str:
        """Return a list, or what is asked."""
        match page.question.name:
            case "blocks":
                return _blocks(page)
            case "quotas":
                return _quotas(page)
            case "number":
                return _number(page)
        return Face.ask(self, page)

    def label(self, texts: Texts, at: Setting, question: Question, value: Any) -> str:
        """Return how an answer is called; of the number, how it is taken."""
        if question.name == "number":
            return texts.plain("seating-keep" if is_quota(at) else "seating-book")
        return OfInstitutions.label(self, texts, at, question, value)

    def ways(self, page: Page) -> Rows:
        """Return what leads on from a list, and the ways back."""
        match page.question.name:
            case "blocks":
                return _block_rows(page)
            case "quotas":
                return _quota_rows(page)
            case "number":
                return (_to_list(page),)
        return Face.ways(self, page)


FACE = SeatingFace(SEATING)


def _training(page: Page) -> Training:
    found = page.at.about.training
    assert isinstance(found, Training)
    return found


def _head(page: Page, text_id: str, **values: str | int) -> str:
    """Return a text beneath the title and the time of the training."""
    training = _training(page)
    when = cards.when(page.texts, page.at.network, training)
    return page.texts(text_id, title=training.title, when=when, **values)


def _back(page: Page, to: Blocks | Quotas | ManageOne, label: str = "") -> tuple[Button, ...]:
    return (Button(page.texts.plain(label or "button-back"), to.pack()),)


def _to_list(page: Page) -> tuple[Button, ...]:
    training = _training(page)
    quotas = page.question.name == "quotas" or is_quota(page.at)
    return _back(page, Quotas(training.id) if quotas else Blocks(training.id))


def _part(page: Page) -> Part[Block]:
    """Return a page of what is booked, in the order of all lists."""
    booked = page.at.about.booked
    order = in_order(page.at.network, [(each.office, each.sector) for each in booked])
    booked = sorted(booked, key=lambda each: order.index((each.office, each.sector)))
    return part_of(booked, page.at.answers.get("page", 0))


def _blocks(page: Page) -> str:
    """Return a page of what is booked for institutions."""
    part = _part(page)
    lines = [
        page.texts("seating-line", institution=_name(page, (each.office, each.sector)), n=each.n)
        for each in part.items
    ]
    head = paging.heading(page.texts, _head(page, "seating-blocks"), part)
    return f"{head}\n\n" + ("\n".join(lines) or page.texts("seating-no-blocks"))


def _block_rows(page: Page) -> Rows:
    """Return a button that changes each, the ways to turn, to add and back."""
    texts, number, part = page.texts, _training(page).id, _part(page)
    names = [f"{_name(page, (each.office, each.sector))}: {each.n}" for each in part.items]
    rows = [
        (Button(label, ChangeBlock(number, each.id).pack()),)
        for label, each in zip(shortened(names), part.items, strict=True)
    ]
    add = (Button(texts.plain("seating-add"), AddBlock(number).pack()),)
    turns = paging.turns(texts, part, lambda to: BlocksPage(number, to))
    return (*rows, *turns, add, _back(page, ManageOne(number), "manage-this" if turns else ""))


def _quotas(page: Page) -> str:
    """Return how many seats are kept, and until when."""
    texts, network, training = page.texts, page.at.network, _training(page)
    seats = training.plan.seats or 0
    common = seats - sum(page.at.about.kept.values())
    day = _released(texts, network, training)
    facts = texts("seating-common", n=common, seats=seats, day=day)
    hint = texts("counts-hint", example=_example(page))
    return "\n\n".join([_head(page, "seating-quotas"), facts, hint])


def _example(page: Page) -> str:
    return f"{page.at.network.offices[0].short_label} 12"


def _quota_rows(page: Page) -> Rows:
    """Return a button for each office that changes its number, and the way back."""
    number, kept = _training(page).id, page.at.about.kept
    rows = [
        (Button(f"{o.short_label}: {kept.get(o.slug, 0)}", ChangeQuota(number, o.slug).pack()),)
        for o in page.at.network.offices
    ]
    return (*rows, _back(page, ManageOne(number)))


def _released(texts: Texts, network: Network, training: Training) -> str:
    release_at = release_time(training.plan, network)
    return short_day(local_day(release_at, network.zone), texts.language)


def quota_line(texts: Texts, network: Network, training: Training, kept: Mapping[str, int]) -> str:
    """Return in a line which office has how many seats kept, and until when."""
    listed = [f"{o.short_label} {kept[o.slug]}" for o in network.offices if o.slug in kept]
    day = _released(texts, network, training)
    return texts("seating-quota-line", quotas=", ".join(listed), day=day)


def _number(page: Page) -> str:
    """Return the number that is being chosen, and how large it may be."""
    said, about = page.at.answers, page.at.about
    kind = "quota" if is_quota(page.at) else "block"
    name = _name(page, (said["office"], said["sector"]))
    n = NUMBER.now(page.at)
    told = _head(page, "seating-number", institution=name, kind=kind, n=n, before=about.before)
    if about.most is None:
        return told
    return told + "\n" + page.texts("seating-most", most=about.most)


def read(page: Page, text: str) -> ReadCounts[Place]:
    """Read typed lines: an office and what is kept for it, or an institution and its seats."""
    offices = [(office.slug, "") for office in page.at.network.offices]
    found = offices if page.question.name == "quotas" else places(page.at.network)
    return read_counts(text, ({place: _name(page, place) for place in found},), 0, MOST_SEATS)


def _name(page: Page, place: Place) -> str:
    """Return how an institution, or for a quota an office, is called."""
    office, sector = place
    if not sector:
        return page.at.network.office(office).label
    return institution(page.texts, page.at.network, office, Sector(sector))


def lines_taken(
    page: Page, done: Mapping[Place, int], refused: Mapping[Place, str], left: Sequence[NotTaken]
) -> str:
    """Return as HTML what was booked or kept of typed lines, and why the rest was not."""
    texts = page.texts
    lines = [texts("counts-line", name=_name(page, place), n=n) for place, n in done.items()]
    why = [(_name(page, place), reason) for place, reason in refused.items()]
    return echo(texts, lines, [*why, *reasons(texts, left, 0, MOST_SEATS)])


def which_line(page: Page, text: str) -> Message | None:
    """Ask which institution a number is for that stands alone; None for anything else."""
    if not only_a_number(text):
        return None
    return Message(page.texts("counts-which", example=_example(page)), (_to_list(page),))
