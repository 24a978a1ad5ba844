"""What goes into the process in which reports are made, and what comes out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from bot.wordless import named
from domain.assessment_parts import AssessedPart
from domain.disclosure.cells import Publication
from domain.endorse import Endorsing
from domain.message import Message
from domain.report.material import Material
from domain.report.order import Order
from domain.report.structure import FigurePlace
from domain.report_order import WhyUnmade


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a year's report is made from: the year, those before it, and how to show it."""

    material: Material
    earlier: Sequence[Material]
    order: Order
    assessment: tuple[str, ...] = ()
    #: What is said of its chapters and hints.
    parts: tuple[AssessedPart, ...] = ()
    endorsing: Endorsing | None = None
    #: The newest version that was handed out by then; none may come between.
    newest: int = 0


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A page of the chat; `charts` says whether there is something to draw.

    `said` is what is to be remembered before it is shown: what a finished year's page tells.
    """

    message: Message
    charts: bool = False
    said: Publication | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """A report before its files: `said` is what is learnt by them; `lost` is known too well."""

    said: Publication | None
    lost: tuple[FigurePlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Unusable:
    """The network's own Word file cannot be written on: its name, the fault, and its detail."""

    name: str
    fault: str
    detail: str


@dataclass(frozen=True, slots=True)
class Failed:
    """A form could not be made: why, for who asked, and `error` for the log."""

    error: str
    why: WhyUnmade = WhyUnmade.FAULT

    @classmethod
    def of(cls, error: BaseException, why: WhyUnmade = WhyUnmade.FAULT) -> Self:
        """Return what to say of an error."""
        return cls(named(error), why)

    @classmethod
    def dead(cls, error: BaseException) -> Self:
        """Return what to say where a process died of it: it had too little memory."""
        return cls.of(error, WhyUnmade.MEMORY)
