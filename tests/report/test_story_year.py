"""Every figure of the story-year, counted again from the list of what happened."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from datetime import date
from fractions import Fraction
from statistics import median
from typing import Any

import pytest

from domain.disclosure.values import Shown
from domain.report.cells import world_of
from domain.report.structure import Label, Table
from tests.report.conftest import StoryYear

EXCHANGE = {
    "network-meeting",
    "coordination-conference",
    "steering-group",
    "working-group",
    "quality-dialogue",
    "round-table",
}
OTHERS = {"info-session", "other"}
ITEMS = ("useful", "applicable", "exchange", "organisation", "recommend")


class Recount:
    """Plain sums over the list of events; it shares nothing with the program."""

    def __init__(self, year: StoryYear) -> None:
        self.year = year
        closed = {e["training"] for e in year.of("at-start")}
        self.held = {e["training"]: e for e in year.of("event") if e["training"] in closed}
        self.courses = {n: e for n, e in self.held.items() if e["format"] not in EXCHANGE | OTHERS}
        self.came: Counter[int] = Counter()
        self.offices: dict[int, Counter[str]] = defaultdict(Counter)
        self.sectors: dict[int, Counter[str]] = defaultdict(Counter)
        for e in year.of("came"):
            self.came[e["training"]] += e["n"]
            self.offices[e["training"]][e["office"]] += e["n"]
            self.sectors[e["training"]][e["sector"]] += e["n"]

    def count(self, what: str) -> int:
        """Return how often something happened to registrations of trainings."""
        return sum(e["training"] in self.courses for e in self.year.of(what))

    def at_start(self, trainings: Any) -> int:
        """Return confirmed registrations at the start, block seats and late withdrawals."""
        seats = [*self.year.of("at-start"), *self.year.of("block")]
        start = sum(e["n"] for e in seats if e["training"] in trainings)
        late = sum(e["training"] in trainings for e in self.year.of("late"))
        return int(start + late)

    def quotas(self) -> dict[str, list[tuple[int, int]]]:
        """Return by office the seats it had at the start and those kept, of each training."""
        changes = {"confirmed": 1, "promoted": 1, "withdrawn": -1, "late": -1}
        seated: Counter[tuple[int, str]] = Counter()
        for what, by in changes.items():
            for e in self.year.of(what):
                seated[e["training"], e["office"]] += by
        for e in self.year.of("block"):
            seated[e["training"], e["office"]] += e["n"]
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for e in self.year.of("quota"):
            if e["training"] in self.courses:
                found[e["office"]].append((seated[e["training"], e["office"]], e["n"]))
        return found


@pytest.fixture(scope="module")
def recount(story_year: StoryYear) -> Recount:
    return Recount(story_year)


def expected_cells(recount: Recount) -> dict[str, int]:
    """Return every count of people by the id the program gives it."""
    year, held, courses, came = recount.year, recount.held, recount.courses, recount.came
    capped = {n for n, e in courses.items() if e["seats"] is not None}
    cells = {f"event/{n}": came[n] for n in held}
    cells["came"] = sum(came[n] for n in held)
    cells["hours"] = sum(came[n] * e["units"] for n, e in held.items())
    cells["courses"] = sum(came[n] for n in courses)
    cells["capped"] = sum(came[n] for n in capped)
    cells["registered"] = recount.at_start(capped)
    cells["registered-all"] = recount.at_start(courses)
    cells["absent"] = max(0, cells["registered-all"] - cells["courses"])
    cells["waitlisted"] = recount.count("waitlisted")
    cells["wishes"] = cells["waitlisted"] + recount.count("confirmed")
    cells["promoted"] = recount.count("promoted")
    cells["confirmed-ever"] = recount.count("confirmed") + recount.count("promoted")
    cells["late"] = recount.count("late")
    cells["withdrawn-all"] = recount.count("late") + recount.count("withdrawn")
    cells["lost"] = cells["late"] + cells["absent"]
    for n in courses:
        topic = f"topic/{courses[n]['topic']}"
        cells[topic] = cells.get(topic, 0) + came[n]
    for mark, by in (("office", recount.offices), ("sector", recount.sectors)):
        for slug, n in sum((by[t] for t in courses), Counter[str]()).items():
            cells[f"{mark}/{slug}"] = n
    for office, each in recount.quotas().items():
        cells[f"quota/{office}"] = sum(used for used, _ in each)
        cells[f"quota-released/{office}"] = sum(max(0, kept - used) for used, kept in each)
    cells |= of_feedback(year) | of_exchange(year)
    return cells


def of_feedback(year: StoryYear) -> dict[str, int]:
    forms = [e["scores"] for e in year.of("answers")]
    cells = {"forms": len(forms)}
    for index, item in enumerate(ITEMS):
        cells[f"answers/{item}"] = len(forms)
        for score in range(1, 6):
            cells[f"answers/{item}/{score}"] = sum(form[index] == score for form in forms)
    return cells


def of_exchange(year: StoryYear) -> dict[str, int]:
    contacts = year.of("contact")
    cells = {"contacts": len(contacts), "need": len(year.of("need"))}
    counts: Counter[str] = Counter()
    for e in contacts:
        counts[f"pair/{'+'.join(sorted(e['pair']))}"] += 1
        for what in ("topic", "format", "length"):
            counts[f"contact-{what}/{e[what]}"] += 1
        counts[f"contact-month/{int(e['day'][5:7])}"] += 1
    for e in year.of("need"):
        counts[f"need/{e['topic']}"] += 1
    for e in year.of("advice"):
        counts[f"advice/{(int(e['day'][5:7]) + 2) // 3}"] += e["n"]
        counts["advice"] += e["n"]
    return cells | counts


def notices(year: StoryYear) -> list[dict[str, Any]]:
    """Return the announcements of the year; some of its events were announced before."""
    return [e for e in year.of("notice") if e["day"].startswith("2026")]


def test_every_count_of_people_is_right(story_year: StoryYear, recount: Recount) -> None:
    cells = world_of(story_year.facts()).cells
    expected = expected_cells(recount)

    assert {name: cells[name].value for name in expected} == expected
    others = {n: c.value for n, c in cells.items() if n not in expected and c.printed and c.people}
    assert all(n == 0 or name.startswith("topic-") for name, n in others.items())


def test_every_printed_number_is_the_counted_one(story_year: StoryYear, recount: Recount) -> None:
    expected = expected_cells(recount)
    tables = story_year.report.tables()
    prefixes = {
        "C4": "office", "C5": "sector", "C6": "topic", "K4": "contact-topic",
        "K5": "contact-format", "K6": "contact-length", "K7": "contact-month", "G1": "need",
        "E4": "advice",
    }  # fmt: skip
    for code, prefix in prefixes.items():
        shown = numbers(tables[code])

        assert shown, code
        for slug, n in shown.items():
            assert n in {None, expected.get(f"{prefix}/{slug}", 0)}, (code, slug)
            small = 0 < expected.get(f"{prefix}/{slug}", 0) < 5
            assert not small or n is None, (code, slug)


def numbers(table: Table) -> dict[str, Any]:
    found = {}
    for row in table.rows:
        label, value = row[0], row[1]
        assert isinstance(label, Label)
        assert isinstance(value, Shown)
        found[label.slug] = value.plain
    return found


def test_the_main_figures_are_right(story_year: StoryYear, recount: Recount) -> None:
    held, courses, came = recount.held, recount.courses, recount.came
    meetings = [e for e in held.values() if e["format"] in EXCHANGE]
    figures = story_year.report.figures()
    expected = {
        "A1": len(held),
        "A2": len(courses),
        "A3": sum(came[n] for n in held),
        "A4": sum(e["units"] for e in held.values()),
        "A5": sum(came[n] * e["units"] for n, e in held.items()),
        "A6": len(meetings) + len(story_year.of("meeting")),
        "X2": len(story_year.of("unclosed")),
        "X4": len(story_year.of("cancelled")),
        "X5": len(story_year.of("moved")),
        "D1": len(notices(story_year)),
        "K1": len(story_year.of("contact")),
        "E3": sum(e["format"] == "quality-dialogue" for e in meetings),
    }

    assert {code: figures[code].value.plain for code in expected} == expected


def test_rates_are_parts_of_their_bases(story_year: StoryYear, recount: Recount) -> None:
    cells = expected_cells(recount)
    seats = sum(e["seats"] for e in recount.courses.values() if e["seats"] is not None)
    sent = notices(story_year)
    expected = {
        "C7": (cells["capped"], seats),
        "C8": (cells["registered"], seats),
        "C9": (cells["waitlisted"], cells["wishes"]),
        "C10": (cells["promoted"], cells["waitlisted"]),
        "C11": (cells["withdrawn-all"], cells["confirmed-ever"]),
        "C12": (cells["late"], cells["confirmed-ever"]),
        "C13": (cells["absent"], cells["registered-all"]),
        "D4": (sum(e["delivered"] for e in sent), sum(e["audience"] for e in sent)),
        "E1": (cells["forms"], cells["came"]),
    }
    figures = story_year.report.figures()

    assert {code: figures[code].value.number for code in expected} == {
        code: Fraction(*pair) for code, pair in expected.items()
    }


def test_sectors_months_and_lead_times_are_right(story_year: StoryYear, recount: Recount) -> None:
    mixes = [sum(n > 0 for n in recount.sectors[t].values()) for t in recount.courses]
    mixes = [n for n in mixes if n]
    leads = {e["training"]: e["day"] for e in story_year.of("notice")}
    days = [
        (date.fromisoformat(e["day"]) - date.fromisoformat(leads[n])).days
        for n, e in recount.held.items()
    ]
    figures, tables = story_year.report.figures(), story_year.report.tables()
    months = Counter(str(int(e["day"][5:7])) for e in recount.courses.values())

    assert figures["C15"].value.number == Fraction(sum(mixes), len(mixes))
    assert figures["C16"].value.number == Fraction(sum(n >= 3 for n in mixes), len(mixes))
    assert figures["D2"].value.number == Fraction(median(days))
    assert numbers(tables["C1"]) == {str(m): months[str(m)] for m in range(1, 13)}
    assert numbers(tables["C3"]) == Counter(e["topic"] for e in recount.courses.values())


def test_meetings_agreements_and_goals_are_right(story_year: StoryYear, recount: Recount) -> None:
    tables = story_year.report.tables()
    logged = story_year.of("meeting")
    formats = Counter(e["format"] for e in recount.held.values() if e["format"] in EXCHANGE)
    formats += Counter(e["format"] for e in logged)
    there = Counter(office for e in logged for office in e["offices"])
    for n, e in recount.held.items():
        if e["format"] == "coordination-conference":
            there.update(o for o, came in recount.offices[n].items() if came)
    known = {office.slug for office in story_year.network.offices}
    reminded: Counter[str] = Counter()
    for e in story_year.of("reminded"):
        reminded.update(e["stages"])

    assert numbers(tables["B1"]) == formats
    assert numbers(tables["B2"]) == {slug: there[slug] for slug in known}
    assert numbers(tables["B3"]) == Counter(e["procedure"] for e in story_year.of("procedure"))
    assert numbers(tables["F1"]) == Counter(e["status"] for e in story_year.of("goal"))
    assert numbers(tables["D3"]) == reminded


def test_the_use_of_quotas_is_right(story_year: StoryYear, recount: Recount) -> None:
    """C14: seats used, kept, their share, and the seats left to others."""
    cells, rows = expected_cells(recount), story_year.report.tables()["C14"].rows
    offices = set()
    for label, used, kept, share, released in rows:
        assert isinstance(label, Label)
        offices.add(label.slug)
        agreed = sum(n for _, n in recount.quotas()[label.slug])
        values = [each.number for each in (used, kept, share, released) if isinstance(each, Shown)]

        assert values[1] == agreed
        assert values[0] in {None, cells[f"quota/{label.slug}"]}
        assert values[3] in {None, cells[f"quota-released/{label.slug}"]}
        assert values[2] in {None, Fraction(cells[f"quota/{label.slug}"], agreed)}

    assert offices == {office.slug for office in story_year.network.offices}
    assert any(isinstance(row[1], Shown) and row[1].open for row in rows)


def test_feedback_means_are_right(story_year: StoryYear) -> None:
    forms = [e["scores"] for e in story_year.of("answers")]
    rows = {row[0].slug: row[-1] for row in story_year.report.tables()["E2"].rows}  # type: ignore[union-attr]  # labels
    for index, item in enumerate(ITEMS):
        value = rows[item]
        assert isinstance(value, Shown)
        if value.number is not None:
            mean = sum(form[index] for form in forms) / len(forms)

            assert abs(float(value.number) - mean) <= 0.05


def test_the_file_holds_nobody_in_what_lasts(story_year: StoryYear) -> None:
    lasting = ("ledger", "counter", "feedback_count", "correction", "year_seal", "report_version")
    with sqlite3.connect(story_year.database) as connection:
        people = connection.execute("SELECT count(*) FROM person").fetchone()[0]
        pending = connection.execute("SELECT count(*) FROM exchange_pending").fetchone()[0]
        dump = "\n".join(
            str(row) for table in lasting for row in connection.execute(f"SELECT * FROM {table}")
        )
    connection.close()

    assert people > 0
    assert pending == 0
    assert str(10**12)[:9] not in dump


def test_the_report_is_the_same_when_all_people_are_gone(story_year: StoryYear) -> None:
    with sqlite3.connect(story_year.database) as connection:
        before = connection.execute("SELECT count(*), sum(n) FROM ledger").fetchone()
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("DELETE FROM registration")
        connection.execute("DELETE FROM person")
        after = connection.execute("SELECT count(*), sum(n) FROM ledger").fetchone()
    connection.close()

    assert before == after
