"""What offices say of a year's report: where all stand, the ways to answer, the remarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from domain.endorse import REMARKS, Endorsed, Endorsing
from domain.message import Button, Message, Style
from domain.network import Network
from talk.endorse import AskRemark, Endorse, ShowEndorsing
from talk.report import MakeReport, ShowFigures
from texts.catalogue import Texts
from texts.dates import plain_day
from texts.institutions import district_or_slug


def standing(texts: Texts, network: Network, year: int, of: Endorsing, *, answers: bool) -> Message:
    """Return where all offices stand; who `answers` finds the ways to do so."""
    parts = [texts("endorse-head", year=str(year)), "\n".join(told(texts, network, of))]
    rows = [(Button(texts.plain("endorse-read"), MakeReport(year).pack()),)]
    if answers:
        parts.append(texts("endorse-ask"))
        agree = Endorse(year, Endorsed.AGREES).pack()
        rows.append((Button(texts.plain("endorse-agree"), agree, style=Style.SUCCESS),))
        rows.append((Button(texts.plain("endorse-remark"), AskRemark(year).pack()),))
    back = Button(texts.plain("figures-back", year=str(year)), ShowFigures(year).pack())
    return Message("\n\n".join(filter(None, parts)), (*rows, (back,)))


def told(texts: Texts, network: Network, of: Endorsing) -> Iterator[str]:
    """Yield a line for who agreed, now or before a change, who has a remark, who is silent."""

    def named(offices: Iterable[str]) -> str:
        return ", ".join(district_or_slug(texts, network, each) for each in offices)

    if of.agreed:
        yield texts.plain("report-agreed", offices=named(of.agreed))
    if of.outdated:
        changed = [
            texts.plain(
                "report-outdated-office",
                office=district_or_slug(texts, network, office),
                day=plain_day(day, texts.language),
            )
            for office, day in of.outdated
        ]
        yield texts.plain("report-outdated", offices="; ".join(changed))
    if of.remarked:
        remarks = [
            texts.plain(
                "report-remark",
                office=district_or_slug(texts, network, office),
                remark=texts.label("endorsed", remark),
            )
            for office, remark in of.remarked
        ]
        yield texts.plain("report-remarked", offices="; ".join(remarks))
    if of.silent:
        yield texts.plain("report-unanswered", offices=named(of.silent))
    if of.sealed and not of.all_agreed:
        yield texts.plain("report-sealed-without")


def which_remark(texts: Texts, year: int) -> Message:
    """Ask for the remark."""
    rows = [
        (Button(texts.label("endorsed", each), Endorse(year, each).pack()),) for each in REMARKS
    ]
    back = (Button(texts.plain("button-back"), ShowEndorsing(year).pack()),)
    return Message(texts("endorse-which", year=str(year)), (*rows, back))
