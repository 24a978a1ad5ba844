"""Makes the report of a year: from the database to files in a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from bot.bounded import TooDear, bounded
from bot.gathering import gather
from bot.report_maker import word
from bot.report_solver import HighsSolver
from domain.assessment import paragraphs
from domain.disclosure.cells import DoesNotAddUp, Mode, OtherMode
from domain.endorse import endorsing
from domain.ledger.sealing import contents
from domain.network import Network
from domain.problem import Problem
from domain.report.build import build, build_quarter
from domain.report.order import TooNarrow
from domain.report.structure import FigurePlace, Report
from domain.report_order import Form, Wanted, hand_out
from storage.database import Database
from texts.catalogue import Texts
from texts.documents.report_elements import Pages
from texts.documents.report_files import Name, ending, render, write
from texts.documents.report_pages import Wishes, compose
from texts.report_lost import place


@dataclass(frozen=True, slots=True)
class WantedReport:
    """Which report somebody wants.

    `office` opens that office's own numbers, `quarter` narrows to main figures: both are for
    internal use and are not remembered as published. `publish` remembers the version.
    """

    year: int
    as_of: date
    forms: tuple[Form, ...] = tuple(Form)
    mode: Mode = Mode.SUPPRESS
    office: str | None = None
    quarter: int | None = None
    publish: bool = False
    language: str = "de"
    template: Path | None = None
    wishes: Wishes = field(default_factory=Wishes)

    @property
    def _wanted(self) -> Wanted:
        return Wanted(self.year, office=self.office or "", quarter=self.quarter or 0)

    def name(self, texts: Texts, network: Network) -> Name:
        """Return what tells its files from those of other versions."""
        end = ending(texts, self._wanted, self.as_of, rounded=self.mode is Mode.ROUND5)
        return Name(network.slug, self.year, end)

    @property
    def for_all(self) -> bool:
        """Whether it may be handed out: a whole year that is over, with nobody's own numbers."""
        return self._wanted.for_all(self.as_of)


Tell = Callable[[str], None]


async def figures(database: Database, network: Network, request: WantedReport) -> Report:
    """Return the report as one structure, safe to show; publish it if that is wanted."""
    found = await gather(database, network, request.year, request.as_of, office=request.office)
    material = found.material
    order = replace(found.order, mode=request.mode)
    try:
        if request.quarter is not None:
            return build_quarter(network, material, request.quarter, order, HighsSolver())[0]
        report, said = build(network, material, order, HighsSolver(), found.earlier)
    except DoesNotAddUp as error:
        raise Problem(
            f"the numbers of {request.year} contradict each other ({error}); "
            f"see: netzbote ledger export {request.year} {request.year}"
        ) from error
    except OtherMode as kept:
        raise Problem(
            f"{kept.year} was first handed out with --mode {kept.mode}, and both together tell "
            f"small numbers; call: netzbote report {request.year} --mode {kept.mode}"
        ) from kept
    except TooNarrow as narrow:
        raise Problem(_too_narrow(network, request, narrow.place)) from narrow
    if request.publish and request.for_all:
        async with database.transaction() as store:
            made_on, newest = request.as_of, found.newest
            if not await hand_out(store.years, request.year, made_on, said, newest):
                raise Problem("another version was handed out meanwhile; call this again")
    return report


def _too_narrow(network: Network, request: WantedReport, where: FigurePlace) -> str:
    since = f"the version of {where.since}" if where.since else "what is out"
    return (
        f"the report of {request.year} is refused: beside {since} it would tell a small number, "
        f"{place(Texts().in_language('en'), network, where)}; hand out that version again, or take "
        f"back the correction since"
    )


def too_well_known(network: Network, report: Report) -> list[str]:
    """Return a line for each small number that is known too well whatever is hidden."""
    texts = Texts().in_language("en")
    return [
        f"known too well since the version of {where.since}; do not pass that one on: {name}"
        if where.since
        else f"known too well by the public programme: {name}"
        for where in report.lost
        for name in (place(texts, network, where),)
    ]


async def assessed(database: Database, network: Network, request: WantedReport) -> WantedReport:
    """Return the request with what the coordinators said of the year in chat."""
    async with database.reading() as store:
        words = paragraphs(await store.reports.assessment(request.year))
        parts = tuple(await store.assessments.parts(request.year))
        stands = await store.endorsements.of(request.year)
        now = await contents(store, network, request.year) if stands else ""
        sealed = await store.seals.sealed(request.year)
    offices = [office.slug for office in network.offices]
    made = endorsing(offices, stands, now, sealed=sealed)
    wishes = replace(request.wishes, assessment=words, parts=parts, endorsing=made)
    return replace(request, wishes=wishes)


def documents(
    network: Network,
    report: Report,
    request: WantedReport,
    folder: Path,
    tell: Tell = lambda _: None,
) -> list[Path]:
    """Write the wanted forms into a folder and return their paths; `tell` hears of progress.

    Word is written on the wanted template, else on the network's own if it has one.

    Raises Unmade if a form could not be made, once the others are written; OSError if nothing
    can be written.
    """
    texts = Texts().in_language(request.language)
    tell("compose")
    trial = request.for_all and not request.publish and not request.wishes.sample
    pages = compose(texts, network, report, replace(request.wishes, trial=trial))
    template = request.template or network.report.template
    name = request.name(texts, network)

    def made(form: Form, *given: Any) -> bytes:
        tell(form)
        return _made(form, *given)

    return write(folder, _ordered(request.forms), texts, pages, name, template, made)


def _made(form: Form, texts: Texts, pages: Pages, template: Path | None) -> bytes:
    """Make a form; a Word file of others is read where memory and time are bounded."""
    if form is not Form.DOCX or template is None:
        return render(form, texts, pages)
    try:
        return bounded(word, texts.language, pages, template)
    except TooDear:
        raise TooDear(f"the template {template}") from None


def _ordered(forms: Iterable[Form]) -> list[Form]:
    wanted = set(forms)
    return [form for form in Form if form in wanted]
