"""Puts the labels of the report into words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from babel.dates import format_date

from domain.disclosure.values import Shown, Sign, Unit
from domain.exchange import Party
from domain.network import Network
from domain.report.structure import Hint, Item, Label
from domain.typed import one_line
from texts import measures
from texts.catalogue import GERMAN, Texts
from texts.dates import plain_day, short_day
from texts.numbers import HIDDEN, number, percent, shown

#: What is not said as a number.
_HALF = 0.5
#: Kinds of labels whose texts are called by kind and slug, as in the vocabulary.
_LISTED = frozenset(
    {
        "topic", "sector", "format", "mode", "goal", "goal-status", "judged", "procedure",
        "feedback",
        "reminder-stage", "contact-format", "contact-length", "became", "measure-state",
    }
)  # fmt: skip


class ReportWords:
    """Says labels and values in one language, with the names of one network."""

    def __init__(self, texts: Texts, network: Network) -> None:
        self.texts, self.network = texts, network
        self.language = texts.language

    def __call__(self, item: Item) -> str:
        """Return a label or a value as plain text; an unknown office is called by its slug."""
        if isinstance(item, Shown):
            return shown(item, self.language)
        return one_line(self._listed(item) if item.kind in _LISTED else self._special(item))

    def _listed(self, label: Label) -> str:
        known = self.texts.has(f"{label.kind}-{label.slug}")
        return self.texts.label(label.kind, label.slug) if known else label.slug

    def _special(self, label: Label) -> str:
        match label.kind:
            case "text":
                return self.texts.plain(label.slug)
            case "day":
                return short_day(date.fromisoformat(label.slug), self.language)
            case "replaced":
                day = plain_day(date.fromisoformat(label.slug), self.language)
                return self.texts.plain("report-replaced", day=day)
            case "month":
                return format_date(date(2000, int(label.slug), 1), "LLLL", self.language)
            case "quarter":
                return self.texts.plain("report-quarter", n=int(label.slug))
            case "office":
                return self.office(label.slug)
            case "party":
                return self.party(Party.parse(label.slug))
            case "parties":
                return ", ".join(self.party(Party.parse(key)) for key in label.slug.split())
            case _:
                return self._of_measures(label)

    def _of_measures(self, label: Label) -> str:
        """Return what is said of hints that were printed, and of measures."""
        match label.kind:
            case "hint":
                return self._hint(*label.slug.split("/"))
            case "printed":
                return self._printed(label.slug)
            case "measure":
                return self._measure(*label.slug.split("/"))
            case "measure-source":
                return measures.measure_source(self.texts, label.slug)
            case "responsible":
                return measures.responsible(self.texts, self.network, label.slug or None)
            case "due":
                year, _, quarter = label.slug.partition("-")
                return measures.due(self.texts, int(year), int(quarter))
            case _:
                return label.slug

    def _hint(self, code: str, kind: str, slug: str) -> str:
        rule = self.texts.plain(f"report-rule-{code.upper()}")
        return f"{rule}: {self(Label(kind, slug))}" if slug else rule

    def _printed(self, told: str) -> str:
        """Return a value as it was printed then; nothing was, where it may have been longer."""
        unit, _, value = told.partition(" ")
        if not value:
            return HIDDEN
        exact = Fraction(value)
        return percent(exact, self.language) if unit == Unit.RATE else number(exact, self.language)

    def _measure(self, what: str, kind: str, about: str) -> str:
        name = measures.measure_title(self.texts, self.network, what)
        return f"{name}: {self.texts.label(kind, about)}" if about else name

    def office(self, slug: str) -> str:
        """Return the name of an office, also of the county instead of one."""
        found = self.network.find_office(slug)
        if found is not None:
            return found.label
        return self.texts.label("office", slug) if self.texts.has(f"office-{slug}") else slug

    def of_office(self, slug: str) -> str:
        """Return whose something is, if it is that office's («des Jugendamts der Stadt Greven»)."""
        name = self.office(slug)
        first, _, rest = name.partition(" ")
        if self.language != GERMAN or not first.lower().endswith("jugendamt"):
            return self.texts.plain("report-of-office", office=name)
        return f"des {first}s {rest}".strip()

    def spoken(self, value: Shown) -> str:
        """Return a value within a sentence, where a sign for nothing would not be understood."""
        if value.number == 0 and value.sign is Sign.NONE:
            return "0"
        known = f"report-spoken-{value.sign}"
        return self.texts.plain(known) if value.number is None else self(value)

    def party(self, party: Party) -> str:
        """Return the short name of an institution."""
        if party.kind == "sector":
            return self.texts.label("sector", party.slug)
        found = self.network.find_office(party.slug)
        if found is None:
            return party.slug
        # the county's office is not the county
        return found.label if found.short_label == self.network.county else found.short_label


@dataclass(frozen=True, slots=True)
class Said:
    """A hint in words: what it is about, what went in, the threshold, what to try."""

    title: str
    inputs: tuple[str, ...]
    threshold: str
    suggestion: str


def hint_words(words: ReportWords, hint: Hint) -> Said:
    """Return a hint as plain text."""
    texts = words.texts
    rule = texts.plain(f"report-rule-{hint.code}")
    title = f"{rule}: {words(hint.subject)}" if hint.subject else rule
    inputs = tuple(
        texts.plain(
            "report-input",
            name=words(name) if isinstance(name, Label) else texts.plain(f"report-input-{name}"),
            value=words.spoken(value),
        )
        for name, value in hint.inputs
    )
    return Said(title, inputs, _limit(words, hint), texts.plain(hint.suggestion))


def _limit(words: ReportWords, hint: Hint) -> str:
    """Return a threshold as what it means for its rule; its number alone could mean anything."""
    limits, text_id = words.network.report.thresholds, f"report-limit-{hint.code}"
    known: dict[str, str | int] = {
        "value": words(hint.threshold),
        "events": limits.occupancy_events,
        "top": limits.top_needs,
        "quarters": limits.silent_quarters,
        "times": limits.quota_times,
        "days": limits.lead_days,
        "half": int(hint.threshold.plain == _HALF),
    }
    wanted = words.texts.variables(text_id)
    return words.texts.plain(text_id, **{name: known[name] for name in wanted})
