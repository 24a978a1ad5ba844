"""How a report turned out, as its readers learn it in chat: on its way, made, failed, refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.disclosure.cells import VersionRefused
from domain.message import Button, Document, Message, Style
from domain.network import Network
from domain.report.structure import FigurePlace
from domain.report_order import Form, Wanted, What, WhyUnmade
from talk.action import Action
from talk.assessment import WriteAssessment
from talk.report import MakeOwn, MakeQuarter, MakeReport, OpenYear, ShowQuarter
from texts import report_lost
from texts.cards import menu_row
from texts.catalogue import Html, Texts
from texts.report_year import back_row, named


@dataclass(frozen=True, slots=True)
class ReportProgress:
    """How far a report is: the number of the file that is being made, its form, and of how many.

    The number is 0 while the figures are being put together.
    """

    number: int = 0
    total: int = 0
    form: str = ""


def making(texts: Texts, network: Network, wanted: Wanted, at: ReportProgress) -> Message:
    """Say that a report is being made, and how far it is."""
    head = texts("figures-making", report=named(texts, network, wanted))
    if not at.number:
        return Message(f"{head}\n{texts('figures-gathering')}")
    form = texts.plain(f"figures-form-{at.form}")
    return Message(f"{head}\n{texts('figures-at', number=at.number, total=at.total, form=form)}")


@dataclass(frozen=True, slots=True)
class Result:
    """How a report turned out: forms `made` and `missing`; `remembered` ones are published.

    `over` is whether the year is, `assessed` whether the coordinators wrote their own words;
    who `coordinates` may do so, and learns which small numbers are `lost`.
    """

    remembered: bool = False
    made: tuple[Form, ...] = tuple(Form)
    missing: tuple[Form, ...] = ()
    over: bool = True
    assessed: bool = True
    coordinates: bool = False
    lost: tuple[FigurePlace, ...] = ()


def made(texts: Texts, network: Network, wanted: Wanted, result: Result) -> Message:
    """Say that a report is ready; its files follow."""
    parts = [_made(texts, named(texts, network, wanted), result)]
    rows: list[tuple[Button, ...]] = [back_row(texts, wanted.year), menu_row(texts)]
    if result.remembered:
        parts.append(texts("figures-remembered"))
    parts += _only_for(texts, wanted, over=result.over)
    if result.lost and result.coordinates:
        parts.append(report_lost.told(texts, network, result.lost))
    if not result.assessed and not wanted.quarter:
        parts.append(texts("figures-not-assessed"))
        if result.coordinates:
            write = WriteAssessment(wanted.year).pack()
            rows.insert(0, (Button(texts.plain("assessment-write"), write),))
    return Message("\n\n".join(parts), tuple(rows))


def _made(texts: Texts, report: str, result: Result) -> str:
    missing = result.missing
    ready = texts("figures-made", report=report, forms=_and(texts, result.made))
    if not missing:
        return ready
    return f"{ready} {texts('figures-missing', forms=_and(texts, missing), n=len(missing))}"


def _and(texts: Texts, forms: Sequence[str]) -> str:
    """Return the names of forms as a sentence lists them."""
    *before, last = (texts.plain(f"figures-form-{form}") for form in forms)
    return texts.plain("figures-and", before=", ".join(before), last=last) if before else last


def _only_for(texts: Texts, wanted: Wanted, *, over: bool) -> list[str]:
    if wanted.internal:
        return [texts("figures-internal")]
    return [] if over else [texts("figures-interim")]


def no_word(texts: Texts, name: str, fault: str, detail: str) -> Message:
    """Say why there is no Word file: what is wrong with the network's own template."""
    text_id = f"figures-template-{fault}"
    values = {"detail": detail} if "detail" in texts.variables(text_id) else {}
    reason = Html(texts(text_id, **values))
    return Message(texts("figures-no-word", file=name, reason=reason))


def no_form(texts: Texts, form: Form, why: WhyUnmade) -> Message:
    """Say which form there is not, and why; the others come."""
    name = texts.plain(f"figures-form-{form}")
    reason = texts.plain(f"figures-trouble-{why}")
    return Message(texts("figures-no-form", form=name, reason=reason))


def failed(texts: Texts, network: Network, wanted: Wanted) -> Message:
    """Say that something could not be made, and keep the way to try again."""
    again = Button(texts.plain("figures-again"), _again(wanted).pack(), style=Style.PRIMARY)
    text = texts("figures-failed", report=named(texts, network, wanted))
    return Message(text, ((again,), menu_row(texts)))


def refused(
    texts: Texts, network: Network, wanted: Wanted, why: VersionRefused, *, coordinates: bool
) -> Message:
    """Say that a version is not handed out, for it would tell too much beside an earlier one."""
    report = named(texts, network, wanted)
    text = report_lost.refused(texts, network, report, why, named=coordinates)
    return Message(text, (menu_row(texts),))


def _again(wanted: Wanted) -> Action:
    year = wanted.year
    if wanted.what is not What.FILES:
        return ShowQuarter(year, wanted.quarter) if wanted.quarter else OpenYear(year)
    if wanted.quarter:
        return MakeQuarter(year, wanted.quarter)
    return MakeOwn(year) if wanted.office else MakeReport(year)


def file(texts: Texts, wanted: Wanted, form: str, document: Document, *, over: bool) -> Message:
    """Return one form of the report; `over` is whether its year is."""
    lines = [texts(f"figures-file-{form}"), *_only_for(texts, wanted, over=over)]
    return Message("\n".join(lines), (), document)
