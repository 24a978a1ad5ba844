"""A day of 380 seats and a series, from draft to certificate, over HTTP and by the real process."""

from __future__ import annotations

import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.demo import day, day_cast, day_scene, day_series
from standin.people.person import Person
from tests.process.apart import Apart
from tests.report.test_pdf import leaves_of

#: The numbers of the seats that people have in the end, on the phone or not.
CODES = {f"{n:02}" for n in range(1, day.CROWD + 1)} | {"334", "335", "336"}
pytestmark = [pytest.mark.process, pytest.mark.wide]  # plays a whole day


@pytest.fixture
async def apart(sqlite_template: Path, tmp_path: Path) -> AsyncIterator[Apart]:
    path = tmp_path / "day.db"
    shutil.copy(sqlite_template, path)
    stage = Apart(day.DAY, path, tmp_path)
    await stage.open()
    yield stage
    await stage.close()


def tapped(person: Person, first: str) -> list[str]:
    """Return what somebody tapped, from the last time they tapped this on."""
    told = re.findall(r" taps \[(.+?)\]", person.reads())
    return told[len(told) - 1 - told[::-1].index(first) :]


def files(person: Person, name: str) -> list[bytes]:
    return [m.document.content for m in person.messages if m.document and m.document.name == name]


@pytest.mark.slow_going
@pytest.mark.timeout(600)
async def test_it_comes_out_with_as_few_taps_as_promised(apart: Apart) -> None:
    """Two taps for the list and for the closing, two and two for a substitute."""
    for scene in day.SCENES:
        await scene.play(apart)
    kaarst, neuss = (apart.person(who) for who in (day_cast.KAARST, day_cast.NEUSS))
    anna, ben = (apart.person(who) for who in (day_cast.ANNA, day_cast.BEN))

    assert tapped(neuss, "Drucken")[:2] == ["Drucken", "Liste für die Tür"]
    assert tapped(anna, "Ersatz schicken") == ["Ersatz schicken", "Link erstellen"]
    assert tapped(ben, "Platz übernehmen") == ["Platz übernehmen"]  # and the link
    assert tapped(kaarst, "Abschließen")[:2] == ["Abschließen", "So abschließen"]

    (printed,) = files(neuss, "teilnahmeliste.pdf")
    said = " ".join(" ".join(leaves_of(printed)).split())

    assert said.count("Sammelplatz ") == day.POLICE_SEATS + day.SCHOOL_SEATS
    assert set(re.findall(r"\b\d{2,3}\b", said)) >= CODES

    for scene in day_series.SCENES:
        await scene.play(apart)
    checked = anna.reads() + apart.person(day_cast.DORMAGEN).reads()
    for person in (kaarst, neuss):
        (paper,) = files(person, "bescheinigung.pdf")
        (page,) = leaves_of(paper)
        code = re.search(r"Prüfcode: ([0-9A-Z-]+)", page)

        assert day_scene.NAME in page
        assert code is not None
        assert f"/pruefen {code[1]}\n" in checked
