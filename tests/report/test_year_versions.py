"""Whole years under attack over all versions: corrections between, quarters, an office's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.report_solver import HighsSolver
from domain.disclosure.cells import Mode, Publication, Range, VersionRefused
from domain.network import Network
from domain.report import build as by
from domain.report.order import Order
from domain.report.structure import Report
from tests.disclosure.course import read_comparison, read_course
from tests.disclosure.versions import Versions
from tests.report.making import build
from tests.report.recount import Recount
from tests.report.small_years import in_year, report_of, worlds, year_of, years
from tests.report.test_kept_worlds import course
from tests.story_years import AS_OF, LAST, ToldYear
from tests.tried import Tried

pytestmark = pytest.mark.wide  # whole years, again and again

corrections = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(-3, 3).filter(bool)),
    min_size=1,
    max_size=2,
)
Drawn = dict[str, Any]
Corrected = tuple[Drawn, list[tuple[int, int, int]]]


def corrected(drawn: Drawn, changes: list[tuple[int, int, int]]) -> Iterator[Drawn]:
    """Yield the year as drawn, and after each correction of who came."""
    yield drawn
    for where, which, by_ in changes:
        courses = list(drawn["courses"])
        at = where % len(courses)
        came = dict(courses[at]["came"])
        if not came:
            continue
        key = sorted(came)[which % len(came)]
        came[key] = max(0, came[key] + by_)
        courses[at] = {**courses[at], "came": came}
        drawn = {**drawn, "courses": courses}
        yield drawn


class Press:
    """Hands out versions of years, each beside all that is out already."""

    def __init__(
        self, network: Network, mode: Mode = Mode.SUPPRESS, *, forgets: bool = False
    ) -> None:
        self.network, self.mode, self._forgets = network, mode, forgets
        self.out: dict[int, tuple[Publication, ...]] = {}

    def order(self, year: int, office: str | None = None) -> Order:
        out = self.out
        return Order(AS_OF, self.mode, office, out.get(year, ()), before=out)

    def year(self, of: ToldYear, *earlier: ToldYear) -> Report:
        """Hand out a whole year."""
        before = [each.material for each in earlier]
        report, said = build(self.network, of.material, self.order(of.year), before)
        for year, part in {**said.of_years, of.year: said}.items():
            self._remember(year, part)
        return report

    def quarter(self, of: ToldYear, quarter: int) -> Report:
        """Hand out a quarter."""
        given_ = (self.network, of.material, quarter, self.order(of.year), HighsSolver())
        report, said = by.build_quarter(*given_)
        self._remember(of.year, said)
        return report

    def own(self, of: ToldYear, office: str) -> Report:
        """Make an office's own version, which is not remembered."""
        return build(self.network, of.material, self.order(of.year, office))[0]

    def trial(self, of: ToldYear) -> Report:
        """Make a version without publishing it, which is not remembered."""
        return build(self.network, of.material, self.order(of.year))[0]

    def _remember(self, year: int, said: Publication) -> None:
        if not self._forgets and said.adds_to(self.out.get(year, ())):
            self.out[year] = (*self.out.get(year, ()), said)


def fewer(attack: Versions, before: dict[str, int], tried: Tried | None = None) -> dict[str, int]:
    """Return what became narrower by the last version than it was without."""
    after = attack.spreads()
    if tried is not None:
        small = attack.readers[-1].small
        numbers = [name for name, need in attack.needs().items() if need == small]
        kept = {name: after[name] for name in numbers if before[name] >= small}
        tried.spread("round5" if small == 1 else "suppress", kept, len(numbers) - len(kept))
    return {name: width for name, width in after.items() if width < before[name]}


@given(mode=st.sampled_from(Mode), drawn=years, changes=corrections, quarter=st.integers(1, 4))
@worlds(15, 500)
def test_no_version_of_a_corrected_year_narrows_what_was_left(
    network: Network,
    tried: Tried,
    mode: Mode,
    drawn: Drawn,
    changes: list[tuple[int, int, int]],
    quarter: int,
) -> None:
    press, attack = Press(network, mode), Versions(rounded=mode is Mode.ROUND5)
    tried.worlds += 1
    for state in corrected(drawn, changes):
        year = year_of(network, state)
        reader = attack.state(Recount(year))
        left = attack.unread()
        try:
            report = press.year(year)
        except VersionRefused:
            tried.refused += 1
            attack.readers.pop()
            continue
        reader.read(report)
        reader.read(press.quarter(year, quarter))
        tried.version(report.hidden)

        assert fewer(attack, left, tried) == {}


@pytest.mark.parametrize("knower", [None, "rkn-kreis"])
@pytest.mark.parametrize("kept", [{0: (3, 9), 1: (6, 2)}, {0: (4, 9), 1: (6, 1)}])
def test_what_was_handed_out_can_be_handed_out_again_and_corrected(
    network: Network, kept: dict[int, tuple[int, int]], knower: str | None
) -> None:
    """That a row of a table is hidden tells the same each time the table is the same."""
    press, attack = Press(network), Versions()
    for came in (6, 6, 7, 6):
        held = course({(0, "school"): came}, seats=12, kept=kept)
        year = year_of(network, {"courses": [held], "needs": [], "advice": []})
        reader = attack.state(Recount(year))
        known = {name for name in reader.true if knower and name.endswith(f"/{knower}")}
        for name in known:
            reader.knows(name)
        left = attack.unread(known)
        reader.read(press.year(year))
        reader.read(press.quarter(year, 2))

        assert fewer(attack, left) == {}


@given(drawn=years, changes=corrections, place=st.integers(0, 2))
@worlds(8, 300)
def test_an_office_learns_nothing_of_others_from_corrected_years(
    network: Network, tried: Tried, drawn: Drawn, changes: list[tuple[int, int, int]], place: int
) -> None:
    press, attack = Press(network), Versions()
    tried.worlds += 1
    office = network.offices[place].slug
    for state in corrected(drawn, changes):
        year = year_of(network, state)
        reader = attack.state(Recount(year))
        known = {name for name in reader.true if name.endswith(f"/{office}")}
        for name in known:
            reader.knows(name)
        left = attack.unread(known)
        try:
            report = press.year(year)
        except VersionRefused:
            tried.refused += 1
            attack.readers.pop()
            continue
        reader.read(report)
        tried.version(report.hidden)
        own = press.own(year, office)
        shown = {row[0].slug: row[1].plain for row in own.tables()["C4"].rows}  # type: ignore[union-attr]  # labels, numbers

        assert shown[office] == reader.true[f"office/{office}"]
        assert fewer(attack, left, tried) == {}


@given(
    mode=st.sampled_from(Mode),
    drawn=years,
    changes=corrections,
    out=st.lists(st.booleans(), min_size=3, max_size=3),
)
@worlds(8, 300)
def test_a_trial_tells_no_more_than_the_version_it_would_become(
    network: Network,
    tried: Tried,
    mode: Mode,
    drawn: Drawn,
    changes: list[tuple[int, int, int]],
    out: list[bool],
) -> None:
    """Of each state a trial is made; some are then handed out, and the next one knows of them."""
    press, attack = Press(network, mode), Versions(rounded=mode is Mode.ROUND5)
    tried.worlds += 1
    for state, goes_out in zip(corrected(drawn, changes), out, strict=False):
        year = year_of(network, state)
        reader = attack.state(Recount(year))
        left = attack.unread()
        try:
            trial = press.trial(year)
        except VersionRefused:
            tried.refused += 1
            attack.readers.pop()
            continue
        reader.read(trial)
        tried.version(trial.hidden)

        assert fewer(attack, left, tried) == {}
        if goes_out:
            assert press.year(year) == trial
        else:
            attack.readers.pop()


def test_two_trials_that_both_go_out_are_found_out(network: Network) -> None:
    """Six became four. That is why a trial says on each page that it must not be handed out."""
    press, attack = Press(network), Versions()
    for number in (6, 4):
        came = {(0, "school"): number, (1, "police"): 20}
        drawn = {"courses": [course(came), course({(2, "health"): 30})], "needs": [], "advice": []}
        state = year_of(network, drawn)
        reader, left = attack.state(Recount(state)), attack.unread()
        reader.read(press.trial(state))

    assert "0:came to 1:came" in fewer(attack, left)


def forgetful(network: Network, before: Drawn, after: Drawn) -> tuple[Versions, dict[str, int]]:
    """Return an attack on two versions, the second of which was made as if it were the first."""
    attack = Versions()
    first = year_of(network, before)
    attack.state(Recount(first)).read(report_of(first))
    second = year_of(network, after)
    reader = attack.state(Recount(second))
    left = attack.unread()
    reader.read(report_of(second))
    return attack, left


def test_a_version_that_forgets_the_one_before_is_found_out(network: Network) -> None:
    """Six became four, and the next report printed the sums as they were."""
    came = [{(0, "school"): n, (1, "police"): 20} for n in (6, 4)]
    before, after = (
        {"courses": [course(each), course({(2, "health"): 30})], "needs": [], "advice": []}
        for each in came
    )
    attack, left = forgetful(network, before, after)

    assert "0:came to 1:came" in fewer(attack, left)


def test_a_correction_is_not_printed_by_the_report_of_the_year_after(network: Network) -> None:
    """Six became four; the year after compares both years and must not tell the two."""
    later = 30
    states = [
        year_of(network, {"courses": [course({(0, "school"): n, (1, "police"): 20})],
                          "needs": [], "advice": []})
        for n in (6, 4)
    ]  # fmt: skip
    press, attack = Press(network), Versions()
    first, second = (in_year(of, LAST - 1) for of in states)
    attack.state(Recount(states[0])).read(press.year(first))
    reader = attack.state(Recount(states[1]))
    left = attack.unread()
    new = year_of(network, {"courses": [course({(0, "school"): later})], "needs": [], "advice": []})
    report = press.year(new, second)
    for code, name in (("A3", "came"), ("A5", "hours")):
        shown = dict(report.figures()[code].earlier).get(LAST - 1)
        if shown is not None and shown.open:
            reader.knows(name)
    read_course(report, LAST - 1, reader)

    assert fewer(attack, left) == {}
    assert "A3" in report.figures()


@given(
    mode=st.sampled_from(Mode),
    drawn=st.lists(st.tuples(years, corrections), min_size=3, max_size=5),
)
@worlds(3, 300)
def test_years_in_a_row_with_corrections_between_keep_what_was_left(
    network: Network, tried: Tried, mode: Mode, drawn: list[Corrected]
) -> None:
    in_a_row(network, mode, drawn, tried)


def test_five_years_in_a_row_keep_what_was_left(network: Network) -> None:
    few = {"absent": 1, "late": 1, "early": 2, "waited": 2, "promoted": 1}
    rows = [
        {"courses": [course({(0, "school"): 6 + n, (1, "police"): 2, (2, "health"): 3}, **few),
                     course({(n % 3, "health"): 4}, seats=12, month=9)], "needs": [], "advice": []}
        for n in range(5)
    ]  # fmt: skip
    in_a_row(network, Mode.SUPPRESS, [(each, [(0, 0, -2)]) for each in rows])


def test_years_whose_versions_are_forgotten_are_found_out(network: Network) -> None:
    """Each report prints the corrected sum of the year before, as if it had printed no other."""
    many = {"courses": [course({(0, "school"): 30, (1, "police"): 20})], "needs": [], "advice": []}
    drawn = [(many, [(0, 0, -2)])] * 2

    in_a_row(network, Mode.SUPPRESS, drawn)
    with pytest.raises(AssertionError, match="came to"):
        in_a_row(network, Mode.SUPPRESS, drawn, forgets=True)


def in_a_row(
    network: Network,
    mode: Mode,
    drawn: list[Corrected],
    tried: Tried | None = None,
    *,
    forgets: bool = False,
) -> None:
    """Hand out year after year; all that are out are corrected once more before each of them."""
    press, tried = Press(network, mode, forgets=forgets), tried or Tried()
    tried.worlds += 1
    attacks = [Versions(rounded=mode is Mode.ROUND5) for _ in drawn]
    states = [[year_of(network, each) for each in corrected(*both)] for both in drawn]
    first = LAST - len(drawn) + 1
    for newest, attack in enumerate(attacks):
        earlier = [states[n][min(newest - n, len(states[n]) - 1)] for n in range(newest)]
        left = []
        for n, of in enumerate([*earlier, states[newest][0]]):
            attacks[n].state(Recount(of))
            left.append(attacks[n].unread())
        shifted = [in_year(of, first + n) for n, of in enumerate(earlier)]
        try:
            report = press.year(in_year(states[newest][0], first + newest), *shifted)
        except VersionRefused:
            tried.refused += 1
            for each in attacks[: newest + 1]:
                each.readers.pop()
            continue
        attack.readers[-1].read(report)
        read_comparison(report, attacks[:newest], first)
        tried.version(report.hidden)
        for n, before in enumerate(left):
            assert fewer(attacks[n], before, tried) == {}, first + n


def test_what_an_old_release_printed_is_not_narrowed_further(network: Network) -> None:
    """An old version printed one of two hidden events; its partner keeps what was left."""
    drawn = {"courses": [course({(0, "school"): 3}), course({(0, "school"): 4}),
                         course({(1, "police"): 40})], "needs": [], "advice": []}  # fmt: skip
    year = year_of(network, drawn)
    first, out = build(network, year.material, Order(AS_OF))
    told = replace(out, said={**out.said, "event/1": Range(3, 3)})
    report, _ = build(network, year.material, Order(AS_OF, published=(told,)))
    attack = Versions()
    attack.state(Recount(year)).read(first)
    attack.readers[0].knows("event/1")
    reader = attack.state(Recount(year))
    left = attack.unread()
    reader.read(report)

    assert left["0:event/1"] == 0
    assert fewer(attack, left) == {}
    assert {place.code for place in report.lost} >= {"X1"}
