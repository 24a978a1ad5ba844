"""Pages, charts, quarters and files of a year under attack: any order, corrections between."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.report_solver import HighsSolver
from domain.disclosure.cells import Mode, VersionRefused
from domain.disclosure.values import Shown
from domain.network import Network
from domain.report import build as by
from domain.report.structure import Hint
from domain.vocabulary import Topic
from tests.disclosure.printed import hinted
from tests.disclosure.reader import Reader
from tests.disclosure.versions import Versions
from tests.report.making import summary_of
from tests.report.recount import Recount
from tests.report.small_years import worlds, year_of, years
from tests.report.test_kept_worlds import course, year
from tests.report.test_year_versions import Drawn, Press, corrected, corrections, fewer
from tests.story_years import ToldYear
from tests.tried import Tried
from texts.report_figures import hints_on

Handing = Callable[["Office", ToldYear, Reader], None]


class Office(Press):
    """Hands out pages of the chat, too; a reader takes in what stands on them."""

    def whole(self, of: ToldYear, reader: Reader) -> None:
        """Hand out the files of the year."""
        reader.read(self.year(of))

    def a_quarter(self, of: ToldYear, reader: Reader) -> None:
        """Hand out the first quarter."""
        reader.read(self.quarter(of, 1))

    def figures(self, of: ToldYear, reader: Reader) -> None:
        """Show the main figures."""
        summary = summary_of(self.network, of.material, self.order(of.year))
        self._remember(of.year, summary.asked.by_figures())
        self._learn(reader, {"came": summary.attendances, "hours": summary.attendance_units})

    def places(self, of: ToldYear, reader: Reader) -> None:
        """Show who came by district and by sector."""
        summary = summary_of(self.network, of.material, self.order(of.year))
        self._remember(of.year, summary.asked.by_places(summary.offices, summary.sectors))
        offices = {f"office/{slug}": n for slug, n in summary.offices.items()}
        self._learn(reader, offices | {f"sector/{slug}": n for slug, n in summary.sectors.items()})

    def potentials(self, of: ToldYear, reader: Reader) -> None:
        """Show the first page of hints."""
        summary = summary_of(self.network, of.material, self.order(of.year))
        on_it = hints_on(summary.hints, 0)
        self._remember(of.year, summary.asked.by_hints(on_it))
        self._learn(reader, self._of_hints(on_it))

    def charts(self, of: ToldYear, reader: Reader) -> None:
        """Show the chart of districts; whether it is worth drawing is not asked here."""
        order = self.order(of.year)
        report, view = by.build_charts(self.network, of.material, order, HighsSolver())
        table = report.tables()["C4"]
        self._remember(of.year, view.publication(table))
        self._learn(reader, {f"office/{row[0].slug}": row[1] for row in table.rows})  # type: ignore[union-attr, misc]  # labels, numbers

    @staticmethod
    def _of_hints(hints: Sequence[Hint]) -> Mapping[str, Shown]:
        return dict(hinted(hints))

    def _learn(self, reader: Reader, found: Mapping[str, Shown]) -> None:
        reader.rounded |= self.mode is Mode.ROUND5
        for name, item in found.items():
            reader.learn(name, item, rounds=self.mode is Mode.ROUND5)


WAYS: tuple[Handing, ...] = (
    Office.whole, Office.a_quarter, Office.figures, Office.places, Office.potentials, Office.charts
)  # fmt: skip


def handed_out(
    office: Office,
    attack: Versions,
    states: Sequence[ToldYear],
    ways: Sequence[Sequence[Handing]],
    tried: Tried | None = None,
) -> dict[str, int]:
    """Hand out each state in some ways; return what any version narrows."""
    tried = tried or Tried()
    for number, of in enumerate(states):
        reader = attack.state(Recount(of))
        left, out = attack.unread(), False
        for way in ways[number % len(ways)]:
            try:
                way(office, of, reader)
            except VersionRefused:
                tried.refused += 1
                continue
            tried.version(0)
            out = True
            if found := fewer(attack, left, tried):
                return found
        if not out:
            attack.readers.pop()
    return {}


@pytest.mark.wide
@given(
    mode=st.sampled_from(Mode),
    drawn=years,
    changes=corrections,
    ways=st.lists(st.lists(st.sampled_from(WAYS), min_size=1, max_size=3), min_size=1, max_size=3),
)
@worlds(15, 500)
def test_no_page_chart_or_file_narrows_what_was_left(
    network: Network,
    tried: Tried,
    mode: Mode,
    drawn: Drawn,
    changes: list[tuple[int, int, int]],
    ways: list[list[Handing]],
) -> None:
    tried.worlds += 1
    states = [year_of(network, each) for each in corrected(drawn, changes)]
    attack = Versions(rounded=mode is Mode.ROUND5)

    assert handed_out(Office(network, mode), attack, states, ways, tried) == {}


#: What may come in or be corrected after a version is out, and how.
OTHERWISE = ("closed late", "came", "absent", "late", "early", "waited", "promoted", "needs",
             "advice", "forms")  # fmt: skip
changes = st.lists(
    st.tuples(st.sampled_from(OTHERWISE), st.integers(0, 3), st.sampled_from((-2, -1, 1, 2))),
    min_size=1,
    max_size=3,
)


def changed(drawn: Drawn, what: Sequence[tuple[str, int, int]]) -> Iterator[Drawn]:
    """Yield the year as drawn, and after each change; one that is closed late comes in with it."""
    late = sum(kind == "closed late" for kind, *_ in what)
    rest = list(drawn["courses"])
    held = rest[: max(1, len(rest) - late)]
    rest = rest[len(held) :]
    now = {**drawn, "courses": held}
    yield now
    for kind, where, by_ in what:
        if kind == "closed late":
            now = {**now, "courses": [*now["courses"], *rest[:1]]}
            rest = rest[1:]
        elif kind == "came":
            now = list(corrected(now, [(where, where, by_)]))[-1]
        elif kind in ("needs", "advice", "forms"):
            more = {
                "needs": Topic.BASICS,
                "advice": (3 * where + 1, abs(by_)),
                "forms": (where + 1,) * 5,
            }
            now = {**now, kind: [*now.get(kind, ()), more[kind]]}
        else:
            courses = list(now["courses"])
            at = where % len(courses)
            courses[at] = {**courses[at], kind: max(0, courses[at][kind] + by_)}
            now = {**now, "courses": courses}
        yield now


@pytest.mark.wide
@given(
    mode=st.sampled_from(Mode),
    drawn=years,
    what=changes,
    ways=st.lists(st.lists(st.sampled_from(WAYS), min_size=1, max_size=2), min_size=1, max_size=3),
)
@worlds(15, 500)
def test_whatever_comes_in_late_narrows_nothing(
    network: Network,
    tried: Tried,
    mode: Mode,
    drawn: Drawn,
    what: list[tuple[str, int, int]],
    ways: list[list[Handing]],
) -> None:
    tried.worlds += 1
    states = [year_of(network, each) for each in changed(drawn, what)]
    attack = Versions(rounded=mode is Mode.ROUND5)

    assert handed_out(Office(network, mode), attack, states, ways, tried) == {}


@pytest.mark.long
def test_pages_that_are_forgotten_are_found_out(network: Network) -> None:
    """Twenty-six became twenty-four, and each page showed the sums as they were."""
    few = [{(0, "school"): n, (1, "police"): 20} for n in (26, 24)]
    states = [year(network, course(each), course({(2, "health"): 30})) for each in few]
    for way in (Office.figures, Office.places, Office.charts, Office.whole):
        kept, forgotten = Office(network), Office(network, forgets=True)

        assert handed_out(kept, Versions(), states, [[way]]) == {}
        assert handed_out(forgotten, Versions(), states, [[way]])


def waiting(network: Network, few: int, **most: Any) -> ToldYear:
    """Return a year in which 18 waited for one topic, and a few for the other."""
    one = course(**{"came": {(0, "school"): 600}, "waited": 18, **most})
    other = course({(1, "police"): 300}, waited=few, topic=Topic.SCHOOL)
    return year(network, one, other, course({(1, "police"): 300}, topic=Topic.SCHOOL, month=7))


def test_what_a_silent_hint_looked_at_is_not_taken_to_be_read(network: Network) -> None:
    """Four waited, then three, two, one, nobody; how many for the other topic no version said.

    Who knew, would know the four by then without any version. Who does not must not be told it by
    the hint that speaks when hardly anybody came to the other topic.
    """
    states = [waiting(network, n) for n in (4, 3, 2, 1)]
    states.append(waiting(network, 0, came={(0, "school"): 40}))
    attack = Versions(rounded=True)

    assert handed_out(Office(network, Mode.ROUND5), attack, states, [[Office.whole]]) == {}


@pytest.mark.long
def test_how_a_mean_moved_is_not_taken_to_tell_how_many_answered(network: Network) -> None:
    """Nine answered, then ten: as if everybody knew by it that it was one, all of it was said."""
    given = [(1, 4, 3, 2, 5), (4, 4, 5, 1, 5), (2, 1, 5, 5, 5), (1, 2, 3, 3, 2), (5, 2, 1, 5, 3),
             (1, 4, 3, 2, 2), (2, 3, 5, 3, 5), (3, 1, 5, 1, 1), (2, 1, 5, 5, 5)]  # fmt: skip
    drawn = {"courses": [course({(1, "police"): 600})], "needs": [], "advice": []}
    states = [year_of(network, {**drawn, "forms": [*given, *more]}) for more in ([], [(2,) * 5])]
    attack = Versions(rounded=True)

    assert handed_out(Office(network, Mode.ROUND5), attack, states, [[Office.whole]]) == {}


def test_who_hears_that_a_row_was_corrected_knows_that_it_was_there(network: Network) -> None:
    """One need became two; no version had said the one, and the next one printed none or two."""
    few = {"courses": [course({(1, "police"): 600})], "advice": []}
    needs = [[Topic.SCHOOL] * 4 + [Topic.BASICS] * number for number in (1, 2)]
    states = [year_of(network, {**few, "needs": each}) for each in needs]
    ways, attack = [[Office.charts], [Office.whole]], Versions(rounded=True)

    assert handed_out(Office(network, Mode.ROUND5), attack, states, ways) == {}


@pytest.mark.long
def test_scores_that_are_hidden_with_their_sum_are_known_to_be_some(network: Network) -> None:
    """Seven answered and all was hidden, each score too; then eight, and so many were printed."""
    given = [(1, 1, 1, 5, 1), (5, 2, 2, 3, 1), (1, 1, 3, 1, 3), (2, 2, 1, 1, 5), (4, 3, 3, 4, 2),
             (3, 5, 5, 4, 2), (2,) * 5]  # fmt: skip
    drawn = {"courses": [course({})], "needs": [], "advice": []}
    states = [year_of(network, {**drawn, "forms": [*given, *more]}) for more in ([], [(1,) * 5])]

    assert handed_out(Office(network), Versions(), states, [[Office.whole]]) == {}


def thin(network: Network, **facts: int) -> ToldYear:
    """Return a year of one training, to which one came, and from which one withdrew late."""
    return year(network, course({(0, "school"): 1}, **{"late": 1, "waited": 1, **facts}))


def test_that_a_number_is_hidden_is_not_taken_to_tell_that_it_is_not_none(
    network: Network,
) -> None:
    """One moved up after the first version, and two more stayed away.

    At first one figure that is hidden is none, so any of them may be; later none of them is.
    """
    at_first, moved_up = thin(network, absent=2), thin(network, absent=2, promoted=1)
    later = thin(network, absent=4, promoted=1)
    files, page = [Office.whole], [Office.figures]

    for states, ways in (
        ([at_first, later], [files]),
        ([at_first, moved_up, later], [files, page]),
    ):
        assert handed_out(Office(network), Versions(), states, ways) == {}
