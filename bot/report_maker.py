"""Makes a report of what was gathered: plain values in, pages and files out, in any process.

What draws and writes takes 25 MiB (typst, vl-convert, python-docx, XlsxWriter), and a page of the
chat needs none of it: the functions load what they need. The bot asks by `bot/report_jobs.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.report_solver import HighsSolver
from bot.report_values import Begun, Failed, Gathered, ReportPage, Unusable
from domain.assessment_parts import AssessedPart, by_part
from domain.disclosure.cells import Mode, Publication
from domain.message import Document, Message
from domain.network import Network
from domain.report.build import build, build_charts, build_quarter
from domain.report.order import Order
from domain.report.structure import Report
from domain.report.summary import Summary, summary_of
from domain.report_order import Form, Wanted, What, is_over
from texts import report_figures
from texts.catalogue import Texts
from texts.report_year import Reader

if TYPE_CHECKING:  # memory: as above
    from texts.documents.report_elements import Pages
    from texts.documents.report_files import Name


_OFFICE = "application/vnd.openxmlformats-officedocument"
_MEDIA_TYPES = {
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "csv": "text/csv",
    "html": "text/html",
}
#: What is shown as pictures in chat: the first of each that has values.
CHARTS = (("C4",), ("C1", "C3"))

#: What this process worked out last: turning pages works nothing out again.
_summaries: list[tuple[Gathered, Summary]] = []
#: The report that this process makes, between its beginning and its last file.
_begun: dict[str, tuple[Texts, Pages, Name, Path | None]] = {}


def page(
    network: Network, gathered: Gathered, wanted: Wanted, language: str, reader: Reader
) -> ReportPage:
    """Return a page of the chat."""
    texts = Texts().in_language(language)
    if wanted.what is What.QUARTER:
        report, said = build_quarter(
            network, gathered.material, wanted.quarter, gathered.order, HighsSolver()
        )
        return ReportPage(report_figures.quarter(texts, report), said=_lasting(gathered, said))
    of = _summary(network, gathered)
    charts = wanted.what in {What.OPENED, What.FIGURES} and bool(of.events.number)
    if wanted.what is What.PLACES:
        message = report_figures.places(texts, network, of)
        said = of.asked.by_places(of.offices, of.sectors)
    elif wanted.what is What.POTENTIALS:
        turned = of.hints, wanted.page, _acting(gathered, reader)
        message = report_figures.potentials(texts, network, of.year, *turned)
        said = of.asked.by_hints(report_figures.hints_on(*turned))
    else:
        message = report_figures.figures(texts, network, of, reader)
        said = of.asked.by_figures()
    return ReportPage(_marked(texts, gathered, message), charts, _lasting(gathered, said))


def _acting(gathered: Gathered, reader: Reader) -> Mapping[str, AssessedPart] | None:
    """Return what is said of the hints so far, for who may say something of them."""
    return by_part(gathered.parts) if reader.coordinates else None


def _lasting(gathered: Gathered, said: Publication | None) -> Publication | None:
    """Return what is to be remembered: of a year that is not over everything is internal."""
    return said if is_over(gathered.material.year, gathered.order.as_of) else None


def _marked(texts: Texts, gathered: Gathered, message: Message) -> Message:
    over = is_over(gathered.material.year, gathered.order.as_of)
    return message if over else report_figures.interim(texts, message)


def _summary(network: Network, gathered: Gathered) -> Summary:
    key = replace(gathered, assessment=(), parts=(), endorsing=None)
    for known, summary in _summaries:
        if known == key:
            return summary
    before = next((m for m in gathered.earlier if m.entries), None)
    summary = summary_of(network, gathered.material, gathered.order, HighsSolver(), before)
    _summaries[:] = [(key, summary)]
    return summary


def begin(network: Network, gathered: Gathered, wanted: Wanted, language: str) -> Begun:
    """Put the report together; the files are asked for one by one.

    Of an office's own version and of a year that is not over nothing is remembered.
    """
    from texts.documents.report_files import Name  # memory: as above

    composed = _composed(network, gathered, wanted, language)
    pages, texts = composed.pages, composed.texts
    name = Name(network.slug, wanted.year, _ending(texts, wanted, gathered.order))
    _begun["report"] = (texts, pages, name, network.report.template)
    said = None if wanted.office else _lasting(gathered, composed.said)
    return Begun(said, composed.report.lost)


def _ending(texts: Texts, wanted: Wanted, order: Order) -> str:
    from texts.documents.report_files import ending  # memory: as above

    return ending(texts, wanted, order.as_of, rounded=order.mode is Mode.ROUND5)


def finished(form: str) -> Document | Unusable | Failed:
    """Return the report that was begun, in one form; what keeps one back keeps back no other."""
    from texts.documents.report_files import render  # memory: as above
    from texts.documents.report_own import TemplateProblem

    texts, pages, name, template = _begun["report"]
    try:
        kind = Form(form)
        content = render(kind, texts, pages, template)
    except TemplateProblem as problem:
        return Unusable(problem.path.name, problem.fault.value, problem.detail)
    except MemoryError as error:
        return Failed.dead(error)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other forms come
        return Failed.of(error)
    return Document(name.of(texts, kind), content, _MEDIA_TYPES[kind.kind])


def word(language: str, pages: Pages, template: Path) -> bytes:
    """Return a report as Word, on a template of others."""
    from texts.documents.report_files import render  # memory: as above

    return render(Form.DOCX, Texts().in_language(language), pages, template)


def drawn(
    network: Network, gathered: Gathered, wanted: Wanted, language: str
) -> tuple[list[Message], Publication | None]:
    """Return the charts of a year that are shown in chat, and what is to be remembered of them."""
    from texts.documents.report_pages import Wishes, compose  # memory: as above

    codes = frozenset(code for choice in CHARTS for code in choice)
    texts = Texts().in_language(language)
    report, view = build_charts(network, gathered.material, gathered.order, HighsSolver())
    pages = compose(texts, network, report, Wishes(drawn=codes))
    found = {grid.code: grid for grid in pages.grids() if grid.picture is not None}
    chosen = [next((found[c] for c in choice if c in found), None) for choice in CHARTS]
    grids = [grid for grid in chosen if grid is not None]
    charts = [report_figures.chart(texts, wanted.year, grid) for grid in grids]
    said = view.publication([report.tables()[grid.code] for grid in grids])
    return [_marked(texts, gathered, chart) for chart in charts], _lasting(gathered, said)


@dataclass(frozen=True, slots=True)
class _Composed:
    pages: Pages
    texts: Texts
    report: Report
    said: Publication


def _composed(network: Network, gathered: Gathered, wanted: Wanted, language: str) -> _Composed:
    from texts.documents.report_pages import Wishes, compose  # memory: as above

    material, order, solver = gathered.material, gathered.order, HighsSolver()
    if wanted.quarter:
        report, said = build_quarter(network, material, wanted.quarter, order, solver)
    else:
        report, said = build(network, material, order, solver, gathered.earlier)
    texts = Texts().in_language(language)
    wishes = Wishes(gathered.assessment, gathered.parts, gathered.endorsing)
    return _Composed(compose(texts, network, report, wishes), texts, report, said)
