"""The demo plays its whole story, and says so only if it came out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.demo import tour
from bot.demo.app import Tour, hooks
from bot.demo.phones import COLLEAGUE, COORDINATOR, DORMAGEN, NEUSS, PHONES, POLICE, cast_of
from bot.demo.scene import Scene
from bot.demo.stage import staged
from bot.demo.story import SCENES, TOUR
from bot.network_file import load, shipped


def kept(folder: Path) -> tuple[str, set[str]]:
    transcript = (folder / "transcript.txt").read_text(encoding="utf-8")
    return transcript, {path.suffix for path in folder.iterdir()}


@pytest.mark.wide
async def test_the_whole_story_comes_out_and_is_kept(tmp_path: Path) -> None:
    assert await tour.play(tmp_path)

    transcript, endings = kept(tmp_path)

    assert "Sie sind nachgerückt und haben einen Platz" in transcript
    assert endings >= {".txt", ".ics", ".json", ".docx", ".pdf", ".xlsx", ".csv", ".html"}


@pytest.mark.long
async def test_a_step_that_does_not_come_out_is_noticed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    async def taps_in_vain(stage: object) -> None:
        raise AssertionError("There is no button")

    told = replace(TOUR, scenes=(Scene("join", NEUSS, taps_in_vain),))

    assert not await tour.play(tale=told)
    assert "Not as told: join: There is no button" in capsys.readouterr().out


@pytest.mark.long
async def test_the_page_plays_step_by_step_and_begins_anew() -> None:
    async with staged() as stage:
        shown = Tour(stage)
        first = await shown.next()
        second = await shown.next()
        await shown.stop()
        again = await shown.next()

    assert first is not None
    assert second is not None
    assert again is not None
    assert (first.number, second.number, again.number) == (1, 2, 1)
    assert first.total == len(SCENES)
    assert first.title == {"de": "Einladen", "en": "Invite"}


@pytest.mark.long
async def test_the_clock_can_go_to_the_next_message() -> None:
    async with staged() as stage:
        assert await stage.next_due() is None

        for scene in SCENES[:6]:
            await scene.play(stage)
        due = await stage.next_due()

        assert due is not None
        assert due.isoformat() == "2027-03-05T07:00:00+00:00"

        await stage.moves_to(due)

        assert "Erinnerung: in einer Woche" in stage.person(NEUSS).last.text


def test_each_network_has_people_of_its_own() -> None:
    casts = {name: cast_of(load(name)) for name in shipped()}
    for name, cast in casts.items():
        known = {office.slug for office in load(name).offices}

        assert {part.office for part in cast.parts.values() if part.office} <= known
        assert [phone.id for phone in cast.phones] == [COORDINATOR, NEUSS, DORMAGEN, POLICE]
        assert cast.parts[COLLEAGUE] == cast.parts[COORDINATOR]

    assert casts["rhein-kreis-neuss"].phones == PHONES
    assert casts["kreis-steinfurt"].phones[0].name["de"] == "Koordination Emsdetten"


@pytest.mark.long
async def test_another_network_is_played_without_the_tour_that_is_not_told_of_it() -> None:
    async with staged(load("kreis-steinfurt")) as stage:
        person = stage.person(NEUSS)
        await person.opens(await stage.invitation(NEUSS))
        await stage.settled()

        assert "Netzwerk Kinderschutz im Kreis Steinfurt" in person.last.text
        assert hooks(stage).next_step is None
