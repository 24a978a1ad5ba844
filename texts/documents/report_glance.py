"""The year in a few sentences, made from what the report shows anyway and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from domain.disclosure.values import Shown, Sign
from domain.report.structure import Figure, Label, Report
from domain.vocabulary import GoalStatus
from texts.documents.report_words import ReportWords, hint_words

#: At most so many sentences, and so many hints by their titles.
_SENTENCES, _HINTS = 6, 3


def sentences(words: ReportWords, report: Report) -> tuple[str, ...]:
    """Return what the year was like; of a quarter there is too little to say."""
    if report.quarter is not None:
        return ()
    said = (each for make in _SAID for each in make(words, report))
    return tuple(said)[:_SENTENCES]


def hints(words: ReportWords, report: Report) -> tuple[str, ...]:
    """Return the titles of the heaviest hints."""
    return tuple(hint_words(words, hint).title for hint in report.hints[:_HINTS])


def _say(words: ReportWords, text_id: str, **values: Shown) -> Iterator[str]:
    """Yield a sentence if all its values are shown; whole numbers also choose its form."""
    if all(value.open for value in values.values()):
        wanted = words.texts.variables(text_id)
        said: dict[str, str | int] = {name: words(value) for name, value in values.items()}
        for name, value in values.items():
            if f"n_{name}" in wanted and value.number is not None:
                said[f"n_{name}"] = int(value.number)
        yield words.texts.plain(text_id, **{name: said[name] for name in wanted})


def _events(words: ReportWords, report: Report) -> Iterator[str]:
    found = report.figures()
    yield from _say(
        words, "report-said-events", events=found["A1"].value, trainings=found["A2"].value
    )


def _attendances(words: ReportWords, report: Report) -> Iterator[str]:
    figure = report.figures()["A3"]
    if figure.value.sign is Sign.HIDDEN:
        yield words.texts.plain("report-said-secret")
    for said in _say(words, "report-said-attendances", came=figure.value):
        yield " ".join([said, *_change(words, figure)])


def _change(words: ReportWords, figure: Figure) -> Iterator[str]:
    """Compare with the year before, where its number is shown beside in the table."""
    before = figure.earlier[-1][1] if figure.earlier else None
    if before is None or figure.change is None or not figure.change.open:
        return
    change = figure.change.number or 0
    way = "more" if change > 0 else "fewer" if change < 0 else "same"
    yield from _say(words, f"report-said-{way}", before=before)


def _unclosed(words: ReportWords, report: Report) -> Iterator[str]:
    figure = report.figures().get("X2")
    if figure is not None and figure.value.number:
        yield from _say(words, "report-said-unclosed", events=figure.value)


def _rate(code: str, text_id: str) -> Callable[[ReportWords, Report], Iterator[str]]:
    """Return how to say a rate with its numerator and denominator."""

    def said(words: ReportWords, report: Report) -> Iterator[str]:
        figure = report.figures().get(code)
        if figure is not None and figure.part is not None and figure.whole is not None:
            yield from _say(words, text_id, part=figure.part, whole=figure.whole, rate=figure.value)

    return said


def _exchange(words: ReportWords, report: Report) -> Iterator[str]:
    found = report.figures()
    said = [*_say(words, "report-said-exchange", dates=found["A6"].value)]
    if "K1" in found:
        said += _say(words, "report-said-contacts", contacts=found["K1"].value)
    yield " ".join(said)  # one item: exchange of both kinds


def _goals(words: ReportWords, report: Report) -> Iterator[str]:
    table = report.tables().get("F1")
    if table is None or table.total is None:
        return
    by_status = {row[0]: row[1] for row in table.rows}
    met, goals = by_status.get(Label("goal-status", GoalStatus.MET.value)), table.total[1]
    if isinstance(met, Shown) and isinstance(goals, Shown):
        yield from _say(words, "report-said-goals", met=met, goals=goals)


#: What may be said, the most important first.
_SAID: tuple[Callable[[ReportWords, Report], Iterator[str]], ...] = (
    _events,
    _attendances,
    _unclosed,
    _rate("C7", "report-said-occupancy"),
    _exchange,
    _rate("E1", "report-said-feedback"),
    _goals,
)
