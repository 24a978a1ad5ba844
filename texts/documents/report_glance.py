"""The year on one page, made from what the report shows anyway and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from domain.disclosure.values import Shown, Sign
from domain.report.structure import Figure, Item, Label, Note, Report
from domain.report.summary import alike
from domain.typed import one_line
from domain.vocabulary import GoalStatus
from texts.documents.report_elements import Element, Field, Grid, Listing, Paragraph, grid
from texts.documents.report_words import ReportWords, hint_words

#: So many hints stand on the page; of the assessment so many letters, in whole sentences.
_HINTS, _LETTERS = 3, 420
#: So many measures stand on it.
_MEASURES = 4
#: What ends a sentence: not the point of an ordinal («1. Januar»), nor of one letter («z. B.»),
#: nor of these.
_END = re.compile(r"(?<=[.!?…])[\"”“»«)]*\s+(?=[\"„“»«(]?[A-ZÄÖÜ0-9])")
_NO_END = re.compile(r"(?:\b\w|\d|\b(?:Abs|Art|Nr|Tel|bzw|ca|etc|ggf|inkl|usw|vgl))\.$")
#: The codes of the two tables, which tell what others tell too.
_TOP, _GOALS = "GH", "GZ"


def sentences(words: ReportWords, report: Report) -> tuple[str, ...]:
    """Return what the year was like; of a quarter there is too little to say."""
    if report.quarter is not None:
        return ()
    return tuple(each for make in _SAID for each in make(words, report))


def assessed(words: ReportWords, assessment: Sequence[str]) -> Paragraph:
    """Return the first sentences of the coordinators' assessment, or that there is none yet."""
    texts = words.texts
    if not assessment:
        here = texts.plain("report-glance-assess-here")
        return Paragraph(texts.plain("report-assess-missing"), to_write=here)
    said = first_sentences(assessment, _LETTERS)
    whole = len(said) == len(" ".join(map(one_line, assessment)))
    return Paragraph(
        texts.plain("report-glance-assessed" if whole else "report-glance-begins", said=said)
    )


def first_sentences(paragraphs: Sequence[str], letters: int) -> str:
    """Return as many whole sentences as fit into so many letters, and at least one."""
    kept: list[str] = []
    for sentence in (each for text in paragraphs for each in _sentences(one_line(text))):
        if kept and len(" ".join([*kept, sentence])) > letters:
            break
        kept.append(sentence)
    return " ".join(kept)


def _sentences(text: str) -> Iterator[str]:
    begin = 0
    for end in _END.finditer(text):
        if not _NO_END.search(text[begin : end.start()]):
            yield text[begin : end.end()].strip()
            begin = end.end()
    yield text[begin:]


def parts(words: ReportWords, report: Report) -> Iterator[Element]:
    """Yield what there is to improve, what became of the goals, what was decided and is done."""
    if report.hints:
        yield _heaviest(words, report)
    if (table := _goals_of(words, report)) is not None:
        yield table
    if report.decided:
        yield Paragraph(words.texts.plain("report-glance-decided"))
        yield Listing(tuple(_line(words, note) for note in report.decided))
    if measures := [row for table in report.measures for row in table.rows]:
        yield Paragraph(words.texts.plain("report-glance-measures"))
        yield Listing(tuple(_measures(words, measures)))


def _heaviest(words: ReportWords, report: Report) -> Grid:
    """Return the heaviest hints, each with its numbers and what it proposes."""
    texts = words.texts
    said = [hint_words(words, hint) for hint in report.hints[:_HINTS]]
    header = tuple(texts.plain(f"report-col-{name}") for name in ("hint", "inputs", "suggestion"))
    rows = tuple(
        (Field(each.title), Field("; ".join(each.inputs)), Field(each.suggestion)) for each in said
    )
    caption = texts.plain("report-table-GH", n=len(rows), all=len(report.hints))
    return grid(texts, _TOP, caption, header, rows, again=True)


def _goals_of(words: ReportWords, report: Report) -> Grid | None:
    """Return the goals as their own chapter has them, with all that it says of them."""
    table = report.tables().get("F1L")
    if table is None or not table.rows:
        return None
    header = tuple(words(column) for column in table.columns)
    rows = tuple(tuple(Field(words(item)) for item in row) for row in table.rows)
    caption = words.texts.plain("report-table-GZ")
    return grid(words.texts, _GOALS, caption, header, rows, again=True)


def _measures(words: ReportWords, measures: Sequence[Sequence[Item]]) -> Iterator[str]:
    """Yield measures with who sees to them and until when; of many, how many more there are."""
    for what, _, who, due, state in measures[:_MEASURES]:
        said = {"what": what, "who": who, "due": due, "state": state}
        values = {name: words(item) for name, item in said.items()}
        yield words.texts.plain("report-glance-measure", **values)
    if more := len(measures[_MEASURES:]):
        yield words.texts.plain("report-more-measures", n=more)


def _line(words: ReportWords, note: Note) -> str:
    return words.texts.plain(note.text, **{name: words(item) for name, item in note.values})


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
    change, then = figure.change.number or Fraction(0), before.number or Fraction(0)
    way = "more" if change > 0 else "fewer" if change < 0 else "same"
    if change and alike(then + change, then):
        way = "alike"
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
