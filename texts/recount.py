"""Correcting how many came to a closed training: the list, what the form asks, the result."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from domain.localtime import local_day
from domain.message import Button, Message
from domain.network import Network
from domain.paging import part_of
from domain.training import Training
from domain.vocabulary import Sector
from talk.form import A_PAGE, Question, Setting
from talk.protocol import Protocol
from talk.recount import ALL, RECOUNT, SESSION, ListClosed, Open
from texts import cards, paging
from texts.catalogue import Texts
from texts.dates import brief_day, short_day
from texts.faces import Face, Page
from texts.institutions import OfInstitutions, district_or_slug
from texts.labels import shortened

EARLIER = ("protocol-newer", "protocol-older")


def closed(texts: Texts, network: Network, found: Sequence[Training], page: int) -> Message:
    """Ask which training's numbers are wrong."""
    part = part_of(found, page, A_PAGE)
    labels = shortened([_named(texts, network, training) for training in part.items])
    rows = [
        (Button(label, Open(training.id).pack()),)
        for label, training in zip(labels, part.items, strict=True)
    ]
    back = (Button(texts.plain("button-back"), Protocol().pack()),)
    text = paging.heading(texts, texts("recount-which" if found else "recount-none"), part)
    return Message(text, (*rows, *paging.turns(texts, part, ListClosed, EARLIER), back))


def _named(texts: Texts, network: Network, training: Training) -> str:
    day = local_day(training.plan.starts_at, network.zone)
    return f"{short_day(day, texts.language)} {training.title}"


class Recounting(OfInstitutions):
    """How the form reads: it is always said which training is meant."""

    def head(self, page: Page) -> str:
        """Return what is being corrected."""
        training = page.at.about.training
        when = cards.when(page.texts, page.at.network, training)
        return page.texts("recount-head", title=training.title, when=when)

    def ask(self, page: Page) -> str:
        """Ask, in the beginning beneath the numbers, in the end beneath the new sum."""
        asked, now = Face.ask(self, page), page.at.about.now()
        first = RECOUNT.asked(page.at)[0]
        if page.question.name == first.name:
            return f"{self._numbers(page)}\n\n{asked}"
        if page.question.name == "reason":
            if page.at.answers.get(SESSION, ALL) != ALL:
                return asked
            total = page.texts("recount-then", n=now.total + page.at.answers["by"])
            return f"{total}\n\n{asked}"
        return asked

    def _numbers(self, page: Page) -> str:
        """Return the numbers as they stand, a line each."""
        texts, now = page.texts, page.at.about.now()
        offices = dict.fromkeys([*RECOUNT.named("office").offered(page.at), *now.offices])
        sectors = dict.fromkeys([*Sector, *now.sectors])
        named = [
            (district_or_slug(texts, page.at.network, slug), now.offices.get(slug))
            for slug in offices
        ]
        named += [(texts.label("sector", slug), now.sectors.get(slug)) for slug in sectors]
        told = [texts("recount-line", label=label, n=n) for label, n in named if n]
        return "\n".join([*told, texts("recount-total", n=now.total)])

    def label(self, texts: Texts, at: Setting, question: Question, value: Any) -> str:
        """Return how an answer is called."""
        if question.name == SESSION:
            return self._session(texts, at, value)
        if question.name == "by":
            by = int(value)
            return texts.plain("recount-more" if by > 0 else "recount-fewer", n=abs(by))
        return OfInstitutions.label(self, texts, at, question, value)

    def _session(self, texts: Texts, at: Setting, value: str) -> str:
        if value == ALL:
            return texts.plain("recount-session-all")
        of = next(e for e in at.about.training.plan.dates if str(e.number) == value)
        day = brief_day(local_day(of.starts_at, at.network.zone), texts.language)
        return texts.plain("recount-session-one", when=day, n=at.about.came()[of.number])


FACE = Recounting(RECOUNT)


def written(texts: Texts, training: Training, total: int) -> Message:
    """Say that it is corrected."""
    more = Button(texts.plain("recount-again"), Open(training.id).pack())
    text = texts("recount-done", title=training.title, n=total)
    return Message(text, ((more,), cards.menu_row(texts)))
