"""The story-year from the command line: the same for a seed, believable, one line for a mistake."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sqlite3
import subprocess
import sys
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import pairwise, product
from pathlib import Path
from random import Random
from typing import Any

import holidays as german_holidays
import pikepdf
import pytest

from bot.demo.year_calendar import workdays
from bot.demo.year_goals import chosen
from bot.demo.year_office import NOTICES, WORD
from bot.demo.year_people import NAMES, newcomers
from bot.demo.year_play import play
from bot.demo.year_programme import body_of, programme, size_of
from bot.demo.year_scene import YearScene
from bot.network_file import find, load, shipped
from domain.assessment import not_kept
from domain.channel import in_chat
from domain.endorse import REMARKS, endorsing
from domain.localtime import local_day, to_local
from domain.network import Names
from domain.person import tidy_name
from domain.protocol_rows import Goal
from domain.training import CancelReason
from storage.crypto import Vault, new_key
from storage.database import Database
from tests.conftest import fill
from tests.process.support import call
from tests.story_years import LAST, NETWORKS, SEED, StoryYear, played
from texts.catalogue import Texts
from texts.documents.report_files import Form, Name
from texts.documents.report_template import default_template

pytestmark = pytest.mark.wide  # plays a year

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return the file of a network nobody knows, so that its year is a small one."""
    text = find("rhein-kreis-neuss").read_text(encoding="utf-8")
    path = tmp_path / "small.toml"
    path.write_text(text.replace('slug = "rhein-kreis-neuss"', 'slug = "small"'), encoding="utf-8")
    return path


@pytest.fixture(scope="session", params=NETWORKS)
def lived(request: pytest.FixtureRequest) -> StoryYear:
    """Return the second of two played years of each network."""
    return played(load(request.param), years=2)


@pytest.fixture
def small_year(small: Path) -> StoryYear:
    """Return a year of the small network."""
    return played(load(small), years=1)


def happened(lived: StoryYear, year: int = LAST) -> list[dict[str, Any]]:
    """Return what happened in a year."""
    return [event for event in lived.events if event["year"] == year]


def demo(*arguments: object, hashes: int = 0) -> subprocess.CompletedProcess[str]:
    """Play a story in a process of its own."""
    command = [sys.executable, "-m", "bot", "demo", "--story", "year", *map(str, arguments)]
    environment = os.environ | {"PYTHONHASHSEED": str(hashes), "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=250, check=False
    )


@pytest.mark.process
def test_the_same_seed_plays_the_same_year_to_the_byte(
    small: Path, small_year: StoryYear, tmp_path: Path
) -> None:
    """The same as in this process, too; another seed plays another year."""
    folders = [tmp_path / name for name in ("first", "second")]
    for number, folder in enumerate(folders):
        done = demo(
            *("--network", small, "--seed", SEED, "--years", 1, "--out", folder), hashes=number
        )

        assert done.returncode == 0, done.stderr

    first, second = (
        {path.name: path.read_bytes() for path in folder.iterdir()} for folder in folders
    )
    ours = {"story-year.db", "story-year.env"}  # encrypted anew each time

    assert set(first) == {
        *ours,
        "events.json",
        *(Name("small", 2026).of(Texts(), form) for form in Form),
    }
    assert [name for name in first if first[name] != second[name]] == sorted(ours)
    page = first["bericht-small-2026.html"].decode()

    assert "Für alle beteiligten Jugendämter gab es gemeinsame Fortbildungen." in page
    assert json.loads(first["events.json"])["events"] == small_year.events
    other = asyncio.run(play(load(small), tmp_path / "other", seed=SEED + 1, years=1, forms=()))
    assert json.loads(other.truth.read_text(encoding="utf-8"))["events"] != small_year.events


@pytest.mark.process
@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--network", "nowhere", "--out", "x"], "netzbote: nowhere: no such file"),
        ([], "netzbote: --story year needs --out FOLDER"),
        (["--out", __file__], f"netzbote: {__file__}: File exists"),
        (["--out", f"{__file__}/below"], f"netzbote: {__file__}/below: Not a directory"),
    ],
)
def test_a_mistake_is_one_line(arguments: list[str], line: str) -> None:
    done = demo(*arguments)

    assert done.returncode == 1
    assert done.stderr.startswith(line)
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.process
def test_a_full_disk_is_one_line_and_leaves_no_half_file(small: Path, small_disk: Path) -> None:
    filler = fill(small_disk)
    os.truncate(filler, filler.stat().st_size - 700_000)
    done = demo("--network", small, "--years", 1, "--out", small_disk)

    assert done.returncode == 1
    assert done.stderr == (
        f"netzbote: the database in {small_disk} cannot be written: database or disk is full\n"
    )
    assert list(small_disk.iterdir()) == [filler]


@pytest.mark.process
def test_the_database_that_is_left_makes_reports(
    small: Path, small_year: StoryYear, tmp_path: Path
) -> None:
    settings = small_year.settings() | {"NETZBOTE_NETWORK": str(small)}
    words = ("report", "2026", "--format", "docx", "--template", "own.docx", "--out", "made")
    done = call(*words, settings=settings, cwd=tmp_path)

    assert done.returncode == 1
    assert done.stderr == "netzbote: not written: docx (there is no template own.docx)\n"

    (tmp_path / "own.docx").write_text("Sehr geehrte Damen und Herren", encoding="utf-8")
    done = call(*words, settings=settings, cwd=tmp_path)

    assert done.returncode == 1
    assert (
        done.stderr
        == "netzbote: not written: docx (the template own.docx is no Word file (.docx))\n"
    )
    assert not list((tmp_path / "made").glob("*"))

    (tmp_path / "own.docx").write_bytes(default_template())
    done = call(*words, settings=settings, cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    (path,) = (tmp_path / "made").iterdir()

    assert path.match("bericht-small-2026*.docx")  # while that year lasts, it is no last word


async def test_what_is_left_opens_the_database(small_year: StoryYear) -> None:
    settings = small_year.settings()
    keys = Vault([settings["NETZBOTE_ENCRYPTION_KEYS"]])
    database = Database(settings["NETZBOTE_DATABASE_URL"], keys, "small")
    async with database.reading() as store:
        assert await store.keys.open_everything()
        assert await store.persons.by_chat(in_chat(10**12)) is not None
    await database.close()
    other = Database(settings["NETZBOTE_DATABASE_URL"], Vault([new_key()]), "small")
    async with other.reading() as store:
        assert not await store.keys.open_everything()
    await other.close()


def test_a_year_is_as_large_as_that_of_a_network_and_as_untidy(lived: StoryYear) -> None:
    sizes = {"rhein-kreis-neuss": (250, 40, None), "kreis-steinfurt": (400, 60, 380)}
    people, dates, conference = sizes[lived.network.slug]
    events = happened(lived)
    found = Counter(event["what"] for event in events)
    seats = [event["seats"] or 0 for event in events if event["what"] == "event"]

    assert found["notice"] == dates + len(NOTICES)
    assert found["word"] < dates // 3
    assert found["morning"] == found["at-start"]
    assert [n for n in seats if n > 100] == ([conference] if conference else [])
    assert {event["audience"] for event in events if event["what"] == "notice"} == {people}
    for what in ("withdrawn", "late", "waitlisted", "promoted", "cancelled", "moved", "unclosed"):
        assert found[what], what
    for what in ("draft", "regrets", "contact", "need", "answers", "goal", "meeting", "advice"):
        assert found[what], what
    assert found["came"] < found["confirmed"]
    assert found["cancelled"] <= dates // 10


async def test_what_offices_did_beside_the_dates_is_kept_as_the_bot_keeps_it(
    small_year: StoryYear,
) -> None:
    """Agreements with their offices, the last words, why dates were called off, no answers."""
    settings = small_year.settings()
    keys = Vault([settings["NETZBOTE_ENCRYPTION_KEYS"]])
    database = Database(settings["NETZBOTE_DATABASE_URL"], keys, "small")
    async with database.reading() as store:
        agreed = await store.agreements.all()
        kept = [await store.broadcasts.words(n + 1) for n in range(99)]
        off = [await store.trainings.get(e["training"]) for e in small_year.of("cancelled")]
        regrets = [await store.regrets.counts(e["training"]) for e in small_year.of("regrets")]
    await database.close()

    assert [list(each.offices) for each in agreed] == [
        e["offices"] for e in small_year.of("procedure")
    ]
    assert {words for words in kept if words} <= {WORD, *NOTICES}
    assert NOTICES[0] not in kept  # forgotten after a month
    assert {each.called_off.reason for each in off if each} == {CancelReason.TOO_FEW}
    assert not any(regrets)


@pytest.mark.parametrize("name", ["rhein-kreis-neuss", "kreis-steinfurt", "small"])
def test_events_lie_on_days_on_which_people_work(name: str, small: Path) -> None:
    network = load(small if name == "small" else name)
    for year, seed in product(range(2017, 2029), range(2)):
        made = programme(network, size_of(network), year, Random(f"{seed}:{year}"))
        days = [local_day(plan.starts_at, network.zone) for plan in made.plans]
        every = Counter([*days, *made.logged])
        months = Counter(day.month for day in every.elements())

        assert len(made.plans) == size_of(network).dates
        assert not every.keys() & german_holidays.country_holidays("DE", subdiv="NW", years=year)
        assert max(day.weekday() for day in every) < 5
        assert max(every.values()) <= 2
        assert sum(n == 2 for n in every.values()) <= len(made.plans) // 8
        assert months[7] + months[8] <= months[6] + months[9]
        assert months[8] == 0
        assert max(months.values()) <= len(made.plans) // 3
        assert days == sorted(days)
        bodies = {body_of(plan)[0] for plan in made.plans}
        for body in bodies:
            own = [d for p, d in zip(made.plans, days, strict=True) if body_of(p)[0] == body]
            own = sorted([*own, *(made.logged if body == "coordination-conference" else ())])

            assert all((b - a).days >= 14 for a, b in pairwise(own)), (body, own)


def test_what_is_moved_lies_on_such_days_too_and_at_its_hour(lived: StoryYear) -> None:
    for year in (LAST - 1, LAST):
        events = happened(lived, year)
        moved = {event["training"] for event in events if event["what"] == "moved"}
        days = [e["day"] for e in events if e["what"] == "event" and e["training"] in moved]

        assert days
        assert {date.fromisoformat(day) for day in days} <= set(workdays(year))
    with contextlib.closing(sqlite3.connect(lived.database)) as connection:
        rows = connection.execute("SELECT starts_at FROM training").fetchall()
    hours = {to_local(_moment(start), lived.network.zone).time() for (start,) in rows}

    assert hours <= {time(hour) for hour in (9, 10, 13, 14, 15, 16, 17)}


def _moment(kept: str) -> datetime:
    return datetime.fromisoformat(kept).replace(tzinfo=UTC)


def test_exchange_and_advice_are_as_uneven_as_life(lived: StoryYear) -> None:
    totals = set()
    for year in (2025, 2026):
        events = happened(lived, year)
        contacts = [event for event in events if event["what"] == "contact"]
        topics = Counter(event["topic"] for event in contacts).most_common()
        met = Counter(p.split(":")[1] for e in contacts for p in e["pair"] if "sector:" in p)
        months = Counter(event["day"][5:7] for event in contacts)
        advice = [event["n"] for event in events if event["what"] == "advice"]
        totals.add(len(contacts))

        assert topics[0][1] > 3 * topics[len(topics) // 2][1] > 0
        assert met["school"] > 1.5 * met["health"]
        assert min(met["health"], met["police"]) > 1.5 * met["public-order"]
        assert months["08"] < months["11"] / 2
        assert len(advice) == 4
        assert max(advice) < 2 * min(advice)
        assert advice[2] == min(advice)

    assert len(totals) == 2


def _results(year: int, everything: list[dict[str, Any]]) -> dict[str, int]:
    """Count what came of each goal, without the program's help."""
    events = [event for event in everything if event["year"] == year]
    closed = {event["training"] for event in events if event["what"] == "at-start"}
    held = [e for e in events if e["what"] == "event" and e["training"] in closed]
    logged = [event for event in events if event["what"] == "meeting"]
    formats = Counter(event["format"] for event in [*held, *logged])
    exchange = ("network-", "coordination-", "steering-", "working-", "quality-", "round-")
    courses = [e for e in held if not e["format"].startswith((*exchange, "info-", "other"))]
    came = [event for event in events if event["what"] == "came" and event["n"]]
    agreed = [event["procedure"] for event in events if event["what"] == "procedure"]
    attendances = sum(event["n"] for event in came)
    booked = [e for e in everything if e["what"] == "block" and e["year"] <= year]
    partners = {(e["office"], e["sector"]): e["year"] for e in reversed(booked)}
    return {
        "trainings": len(courses),
        "attendances": attendances,
        "network-meetings": formats["network-meeting"],
        "quality-dialogues": formats["quality-dialogue"],
        "procedures": len(agreed),
        "online-offers": sum(e["mode"] in {"online", "hybrid"} for e in courses),
        "sectors-reached": len({event["sector"] for event in came}),
        "feedback-return": 100 * sum(e["what"] == "answers" for e in events) // attendances,
        "joint-standards": sum(a in {"procedure", "reporting-path", "guideline"} for a in agreed),
        "new-partners": list(partners.values()).count(year),
    }


def test_goals_are_judged_by_what_happened(lived: StoryYear) -> None:
    goals = [event for event in lived.events if event["what"] == "goal"]
    for goal in goals:
        result = _results(goal["year"], lived.events)[goal["goal"]]
        met, partly = result >= goal["target"], 2 * result >= goal["target"]

        assert goal["result"] == result, goal
        assert goal["status"] == ("met" if met else "partly" if partly else "open"), goal
    last = {goal["goal"]: goal for goal in goals if goal["year"] == 2026}

    assert len(last) == 5
    assert last.keys() >= {"attendances", "network-meetings"}
    assert 0.5 < last["attendances"]["result"] / last["attendances"]["target"] < 2
    assert len({goal["status"] for goal in goals}) > 1


async def test_each_year_has_an_assessment_that_fits_it(lived: StoryYear) -> None:
    told = {e["year"]: e["words"] for e in lived.events if e["what"] == "assessment"}
    came = {
        year: sum(event["n"] for event in happened(lived, year) if event["what"] == "came")
        for year in told
    }
    sentences = [each for each in told[2026].replace("\n\n", " ").split(". ") if each]
    settings = lived.settings()
    keys = Vault([settings["NETZBOTE_ENCRYPTION_KEYS"]])
    database = Database(settings["NETZBOTE_DATABASE_URL"], keys, lived.network.slug)
    async with database.reading() as store:
        kept = {year: await store.reports.assessment(year) for year in told}
    await database.close()

    assert kept == told
    assert told.keys() == {2025, 2026}
    assert 3 <= len(sentences) <= 4
    assert max(len(sentence.split()) for sentence in sentences) <= 15
    assert not any(letter.isdigit() for words in told.values() for letter in words)
    assert not_kept(told[2026]) is None
    assert ("Fachtag" in told[2026]) == (lived.network.slug == "kreis-steinfurt")
    assert ("gestiegen" in told[2026]) == (came[2026] - came[2025] > came[2025] / 20)
    assert ("gesunken" in told[2026]) == (came[2025] - came[2026] > came[2025] / 20)
    assert b"Teilnahmen" not in lived.database.read_bytes()


async def test_each_year_is_handed_out_and_then_all_offices_agree_to_it(lived: StoryYear) -> None:
    settings = lived.settings()
    keys = Vault([settings["NETZBOTE_ENCRYPTION_KEYS"]])
    database = Database(settings["NETZBOTE_DATABASE_URL"], keys, lived.network.slug)
    offices = {office.slug for office in lived.network.offices}
    for year in (LAST - 1, LAST):
        async with database.reading() as store:
            out, said = await store.years.published(year), await store.endorsements.of(year)
            measures = [each for each in await store.measures.all() if each.year == year]
        stands = endorsing(offices, said)
        first = out[0].made_on

        assert first is not None
        assert set(stands.agreed) == offices
        assert any(each.answer in REMARKS for each in said)
        assert {first < each.day <= date(year + 1, 1, 15) for each in said} == {True}
        assert max(each.day for each in measures) <= min(each.day for each in said)
    await database.close()


def test_what_became_of_the_hints_of_the_year_before_opens_their_chapter(
    lived: StoryYear,
) -> None:
    codes = [table.code for table in lived.report.before]

    assert codes == ["H1", "M1"]
    assert all(table.rows for table in lived.report.before)


async def test_every_third_has_a_made_up_name_and_no_file_holds_it(lived: StoryYear) -> None:
    settings = lived.settings()
    keys = Vault([settings["NETZBOTE_ENCRYPTION_KEYS"]])
    database = Database(settings["NETZBOTE_DATABASE_URL"], keys, lived.network.slug)
    n = size_of(lived.network).people
    async with database.reading() as store:
        people = [await store.persons.by_chat(in_chat(10**12 + number)) for number in range(n)]
    await database.close()
    names = [person.name for person in people if person and person.name]
    folder = lived.database.parent
    files = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}

    assert len(names) == -(-n // 3)
    assert set(names) <= set(NAMES)
    assert len(set(names)) == len(names)
    assert {"story-year.db", "events.json"} <= files.keys()
    assert [(at, name) for at in files for name in NAMES if name.encode() in files[at]] == []


def test_where_names_are_not_asked_for_nobody_has_one(small: Path) -> None:
    network = replace(load(small), names=Names.NEVER)

    assert {each.name for each in newcomers(network, size_of(network), Random(1))} == {None}
    assert len(set(NAMES)) == len(NAMES)
    assert [name for name in NAMES if tidy_name(name) != name] == []


def test_targets_are_in_reach(small: Path) -> None:
    network = load(small)
    size = size_of(network)
    targets: dict[Goal, set[int]] = defaultdict(set)
    for seed in range(300):
        scene = YearScene(network, size, 2026, Random(seed), [])
        for goal, target in chosen(scene).items():
            targets[goal].add(target)

    assert targets.keys() == set(Goal)
    assert targets[Goal.NETWORK_MEETINGS] == targets[Goal.QUALITY_DIALOGUES] == {2}
    assert max(targets[Goal.TRAININGS]) < size.dates
    assert max(targets[Goal.ONLINE_OFFERS]) < size.dates // 2
    assert min(targets[Goal.ATTENDANCES]) > 5 * size.dates
    assert max(targets[Goal.SECTORS_REACHED]) <= len(network.sectors)
    assert targets[Goal.FEEDBACK_RETURN] <= set(range(30, 70))
    assert all(min(each) > 0 for each in targets.values())


def read(paper: Path, page: int) -> str:
    """Return what stands on a page."""
    call = ["pdftotext", "-f", str(page), "-l", str(page), str(paper), "-"]
    return subprocess.run(call, capture_output=True, text=True, check=True).stdout


@pytest.mark.needs("pdftotext")
def test_the_samples_are_there_small_and_marked() -> None:
    folder = ROOT / "docs" / "samples"
    files = [path for path in folder.rglob("*") if path.is_file()]

    assert {path.relative_to(folder).as_posix() for path in files} == {
        "README.md",
        "vorlage.docx",
        *(f"{name}/{Name(name, 2026).of(Texts(), form)}" for name in shipped() for form in Form),
    }
    assert sum(path.stat().st_size for path in files) < 5_000_000
    assert (folder / "vorlage.docx").read_bytes() == default_template()
    for paper in folder.glob("*/*.pdf"):
        with pikepdf.open(paper) as opened:
            assert len(opened.pages) <= (4 if paper.stem.endswith("-kurz") else 14)
    for paper in folder.glob("*/*-kurz.pdf"):
        assert read(paper, 2).startswith("2 Optimierungspotentiale"), "the year needs one page"
    for page in folder.glob("*/*.html"):
        said = page.read_text(encoding="utf-8")

        assert "Dem Bericht haben die Koordinierungsstellen zugestimmt: " in said
        assert f"<span>{Texts().plain('report-table-H1')}</span>" in said
        assert '<p class="mark">Muster mit erfundenen Daten</p>' in page.read_text(encoding="utf-8")
