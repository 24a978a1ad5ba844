"""The story-year from the command line: the same for a seed, believable, one line for a mistake."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from bot.demo.year_play import play
from bot.network_file import find, load, shipped
from storage.crypto import Vault, new_key
from storage.database import Database
from tests.conftest import fill
from tests.process.support import call
from texts.documents.report_files import Form
from texts.documents.report_template import default_template

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return the file of a network nobody knows, so that its year is a small one."""
    text = find("rhein-kreis-neuss").read_text(encoding="utf-8")
    path = tmp_path / "small.toml"
    path.write_text(text.replace('slug = "rhein-kreis-neuss"', 'slug = "small"'), encoding="utf-8")
    return path


def demo(*arguments: object, hashes: int = 0) -> subprocess.CompletedProcess[str]:
    """Play a story in a process of its own."""
    command = [sys.executable, "-m", "bot", "demo", "--story", "year", *map(str, arguments)]
    environment = os.environ | {"PYTHONHASHSEED": str(hashes), "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=250, check=False
    )


@pytest.mark.process
def test_the_same_seed_plays_the_same_year_to_the_byte(small: Path, tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("first", "second", "other")]
    for number, (folder, seed) in enumerate(zip(folders, (5, 5, 6), strict=True)):
        done = demo(
            *("--network", small, "--seed", seed, "--years", 1, "--out", folder), hashes=number
        )

        assert done.returncode == 0, done.stderr

    first, second, other = (
        {path.name: path.read_bytes() for path in folder.iterdir()} for folder in folders
    )
    ours = {"story-year.db", "story-year.env"}  # encrypted anew each time

    assert set(first) == {
        *ours,
        "events.json",
        *(f"bericht-small-2026.{form}" for form in ("docx", "pdf", "xlsx", "csv", "html")),
    }
    assert [name for name in first if first[name] != second[name]] == sorted(ours)
    assert first["events.json"] != other["events.json"]


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
    os.truncate(filler, filler.stat().st_size - 400_000)
    done = demo("--network", small, "--years", 1, "--out", small_disk)

    assert done.returncode == 1
    assert done.stderr == (
        f"netzbote: the database in {small_disk} cannot be written: database or disk is full\n"
    )
    assert list(small_disk.iterdir()) == [filler]


@pytest.mark.process
def test_the_database_that_is_left_makes_reports(small: Path, tmp_path: Path) -> None:
    played = asyncio.run(play(load(small), tmp_path / "out", years=1, forms=()))
    settings = dict(line.split("=", 1) for line in played.settings.read_text().splitlines())
    settings |= {"NETZBOTE_NETWORK": str(small)}
    words = ("report", "2026", "--format", "docx", "--template", "own.docx", "--out", "made")
    done = call(*words, settings=settings, cwd=tmp_path)

    assert done.returncode == 1
    assert done.stderr == "netzbote: there is no template own.docx\n"

    (tmp_path / "own.docx").write_text("Sehr geehrte Damen und Herren", encoding="utf-8")
    done = call(*words, settings=settings, cwd=tmp_path)

    assert done.returncode == 1
    assert done.stderr == "netzbote: the template own.docx is no Word file (.docx)\n"
    assert not list((tmp_path / "made").glob("*"))

    (tmp_path / "own.docx").write_bytes(default_template())
    done = call(*words, settings=settings, cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    (path,) = (tmp_path / "made").iterdir()

    assert path.match("bericht-small-2026*.docx")  # while that year lasts, it is no last word


async def test_what_is_left_opens_the_database(small: Path, tmp_path: Path) -> None:
    played = await play(load(small), tmp_path / "out", years=1, forms=())
    settings = dict(line.split("=", 1) for line in played.settings.read_text().splitlines())
    keys = Vault([settings["NETZBOTE_ENCRYPTION_KEYS"]])
    database = Database(settings["NETZBOTE_DATABASE_URL"], keys, "small")
    async with database.reading() as store:
        assert await store.keys.open_everything()
        assert await store.persons.by_chat(10**12) is not None
    await database.close()
    other = Database(settings["NETZBOTE_DATABASE_URL"], Vault([new_key()]), "small")
    async with other.reading() as store:
        assert not await store.keys.open_everything()
    await other.close()


@pytest.mark.parametrize(
    ("name", "people", "dates", "conference"),
    [("rhein-kreis-neuss", 250, 40, None), ("kreis-steinfurt", 400, 60, 380)],
)
async def test_a_year_is_as_large_as_that_of_a_network_and_as_untidy(
    name: str, people: int, dates: int, conference: int | None, tmp_path: Path
) -> None:
    played = await play(load(name), tmp_path, years=1, forms=())
    events: list[dict[str, Any]] = json.loads(played.truth.read_text())["events"]
    found = Counter(event["what"] for event in events)
    seats = [event["seats"] or 0 for event in events if event["what"] == "event"]

    assert found["notice"] == dates
    assert [n for n in seats if n > 100] == ([conference] if conference else [])
    assert {event["audience"] for event in events if event["what"] == "notice"} == {people}
    for what in ("withdrawn", "late", "waitlisted", "promoted", "cancelled", "moved", "unclosed"):
        assert found[what], what
    for what in ("contact", "need", "answers", "goal", "meeting", "procedure", "advice"):
        assert found[what], what
    assert found["came"] < found["confirmed"]
    assert found["cancelled"] <= dates // 10


def test_the_samples_are_there_small_and_marked() -> None:
    folder = ROOT / "docs" / "samples"
    files = [path for path in folder.rglob("*") if path.is_file()]

    assert {path.relative_to(folder).as_posix() for path in files} == {
        "README.md",
        "vorlage.docx",
        *(f"{name}/bericht-{name}-2026.{form}" for name in shipped() for form in Form),
    }
    assert sum(path.stat().st_size for path in files) < 5_000_000
    assert (folder / "vorlage.docx").read_bytes() == default_template()
    for page in folder.glob("*/*.html"):
        assert '<p class="mark">Muster mit erfundenen Daten</p>' in page.read_text(encoding="utf-8")
