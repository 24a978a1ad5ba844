"""What a report works out from what it prints: it must follow from that, or it tells more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from domain.disclosure.values import Shown, Sign, change
from domain.report.structure import Figure, Item, Report
from tests.disclosure.printed import shown_in, slug_of

#: Where a share stands in a table, and what it is a part of.
SHARES = {"B2": (3, 1, 2), "E5": (3, 1, 2), "C14": (3, 2, 1)}
#: Goals beside which a figure stands that is not about things alone.
GOALS = {"attendances": "A3", "feedback-return": "E1"}
#: No rate stands on a smaller base.
BASE = 10


def follows(report: Report) -> None:
    """Check all that is worked out; AssertionError where it is not what stands beside it."""
    for rate, part, whole in _rates(report):
        _is_rate(rate, part, whole)
    for figure in report.figures().values():
        before = dict(figure.earlier).get(report.year - 1)
        if figure.change is not None and before is not None:
            assert figure.change == change(figure.value, before), f"{figure.code} changed otherwise"
    for code in ("A", "C19", "E7"):
        for row in report.tables()[code].rows if code in report.tables() else ():
            _stands_again(report, row)
    for row in report.tables()["F1L"].rows if "F1L" in report.tables() else ():
        if (goal := GOALS.get(slug_of(row[0]))) is not None:
            assert row[2] == report.figures()[goal].value, f"{goal} is another beside its goal"


def _rates(report: Report) -> Iterator[tuple[Shown, Shown, Shown]]:
    """Yield every rate with the two numbers that stand beside it."""
    for figure in report.figures().values():
        if figure.part is not None and figure.whole is not None:
            yield figure.value, figure.part, figure.whole
    for code, (rate, part, whole) in SHARES.items():
        for row in report.tables()[code].rows if code in report.tables() else ():
            if len(row) > max(rate, part, whole):
                yield shown_in(row[rate]), shown_in(row[part]), shown_in(row[whole])
    for hint in report.hints:
        (_, one), *others = hint.inputs
        for name, shown in others:
            if name == "rate":
                yield shown, one, others[0][1]


def _is_rate(rate: Shown, part: Shown, whole: Shown) -> None:
    if part.number is None or not whole.number:
        assert rate.number is None, "a rate of what is hidden, or of nothing"
    elif rate.number is None:
        assert whole.number - whole.off < BASE, "a rate is hidden and nothing else"
    else:
        assert rate.number == part.number / whole.number, "a rate of other numbers"


def _stands_again(report: Report, row: Sequence[Item]) -> None:
    """Check a row of a figure over the years, or of a mean, whose earlier years are read apart.

    Only C17 may be there of earlier years and not of this one: nobody held anything.
    """
    code = slug_of(row[0]).removeprefix("report-fig-")
    figure = report.figures().get(code)
    if figure is None and code == "C17":
        return
    if figure is None:
        means = {slug_of(each[0]): each[7] for each in report.tables()["E2"].rows}
        assert row[-1] == means[slug_of(row[0])], "another mean in the row of all years"
        return
    values = _values(figure)
    assert [shown_in(each) for each in row[1 : 1 + len(values)]] == values, f"{figure.code} again"
    for rest in map(shown_in, row[1 + len(values) :]):
        assert rest == figure.change or rest.sign is Sign.MISSING, f"{figure.code} changed again"


def _values(figure: Figure) -> list[Shown]:
    return [*(value for _, value in figure.earlier), figure.value]
