"""What a hint's threshold means is said with its unit, for each rule, in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.disclosure.values import Shown, Unit, days, ratio, things
from domain.network import Network, Thresholds
from domain.report.rules import RULES
from domain.report.structure import Hint
from texts.catalogue import Texts
from texts.documents.report_words import ReportWords, hint_words

SAID = {
    "O1": ("mehr als 20,0 % auf der Warteliste", "more than 20.0 % on the waiting list"),
    "O2": (
        "weniger als 60,0 % der Plätze genutzt, bei mindestens 2 Veranstaltungen",
        "less than 60.0 % of the seats used, over at least 2 events",
    ),
    "O3": (
        "unter den 5 häufigsten Bedarfen, und keine Veranstaltung dazu",
        "among the 5 most frequent needs, and no event on it",
    ),
    "O4": (
        "weniger als 5,0 % der Teilnahmen, oder 2 Quartale lang keine",
        "less than 5.0 % of the attendances, or none for 2 quarters",
    ),
    "O5": (
        "in mindestens zwei Veranstaltungen weniger als die Hälfte des Kontingents genutzt",
        "in at least two events less than half of the quota used",
    ),
    "O6": (
        "mehr als 15,0 % der Anmeldungen verloren",
        "more than 15.0 % of the registrations lost",
    ),
    "O7": ("im Median weniger als 28 Tage Vorlauf", "median lead time of less than 28 days"),
    "O8": (
        "weniger als 2 Netzwerktreffen im Jahr",
        "network meetings in the year: fewer than 2",
    ),
    "O9": ("Rücklauf unter 30,0 %", "return of less than 30.0 %"),
    "O10": (
        "weniger als 20,0 % der Fortbildungen online oder hybrid",
        "less than 20.0 % of the trainings online or hybrid",
    ),
    "O11": (
        "mehr als 10,0 % der Veranstaltungen ohne Abschluss",
        "more than 10.0 % of the events not closed",
    ),
    "O12": ("mindestens 2 Quartale ohne Austausch", "at least 2 quarters without exchange"),
    "O13": (
        "weniger als 20,0 % der Fortbildungen gemeinsam veranstaltet",
        "less than 20.0 % of the trainings held jointly",
    ),
}
RATES = {
    "O1": 200,
    "O2": 600,
    "O4": 50,
    "O5": 500,
    "O6": 150,
    "O9": 300,
    "O10": 200,
    "O11": 100,
    "O13": 200,
}
COUNTS = {"O3": things(5), "O7": days(28), "O8": things(2), "O12": things(2)}


def limit(network: Network, code: str, language: str = "de", threshold: Shown | None = None) -> str:
    threshold = threshold or COUNTS.get(code) or ratio(RATES[code], 1000, Unit.RATE)
    hint = Hint(code, None, (), threshold, 0.5, f"suggestion-{code}")
    return hint_words(ReportWords(Texts(language), network), hint).threshold.replace("\u00a0", " ")


def test_every_rule_has_its_words() -> None:
    assert [rule.__name__.upper() for rule in RULES] == list(SAID)


@pytest.mark.parametrize("code", SAID)
def test_a_threshold_says_what_it_means(network: Network, code: str) -> None:
    assert (limit(network, code), limit(network, code, "en")) == SAID[code]


def test_a_threshold_of_one_is_said_as_one(network: Network) -> None:
    ones = Thresholds(
        occupancy_events=1, top_needs=1, silent_quarters=1, quota_times=1, lead_days=1
    )
    alone = replace(network, report=replace(network.report, thresholds=ones))

    assert limit(alone, "O3") == "der häufigste Bedarf, und keine Veranstaltung dazu"
    assert limit(alone, "O2") == "weniger als 60,0 % der Plätze genutzt"
    assert limit(alone, "O12") == "mindestens ein Quartal ohne Austausch"
    assert limit(alone, "O7") == "im Median weniger als ein Tag Vorlauf"


def test_a_threshold_that_is_not_half_is_said_as_it_is(network: Network) -> None:
    said = limit(network, "O5", threshold=ratio(333, 1000, Unit.RATE))

    assert said == "in mindestens zwei Veranstaltungen weniger als 33,3 % des Kontingents genutzt"
