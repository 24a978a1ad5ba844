"""Many deaths on a breaking line: nothing lost, nothing repeated without a record (4, 16, 26)."""

from __future__ import annotations

import pytest

from domain.delivery import Kind
from tests.process.conftest import House
from tests.process.soak import HEAD, Result, Soak, play, play_naive

pytestmark = [pytest.mark.process, pytest.mark.timeout(600)]

SHORT = Soak(rows=200, kills=6)


def shown(result: Result) -> Result:
    print(f"\n{HEAD}\n{result.row()}")
    print(f"resends {result.resends}, restarts {result.restarts}, {result.seconds:.0f} seconds")
    return result


def replicas(house: House) -> int:
    return 1 if "sqlite" in house.settings["NETZBOTE_DATABASE_URL"] else 2


#: Rows and kills: a short one each time, the longer one in `make soak`.
LENGTHS = ((100, 3), pytest.param(300, 8, marks=pytest.mark.soak))


@pytest.mark.parametrize(("rows", "kills"), LENGTHS)
def test_held_what_is_unknown(house: House, rows: int, kills: int) -> None:
    soak = Soak(rows=rows, kills=kills, replicas=replicas(house))
    result = shown(play(house, soak, "ours, hold"))

    assert result.lost == 0
    assert result.repeated == 0
    assert set(result.states) <= {"sent", "unknown"}
    assert result.kills == kills


@pytest.mark.parametrize(("rows", "kills"), LENGTHS)
def test_resent_once(house: House, rows: int, kills: int) -> None:
    soak = Soak(rows=rows, kills=kills, replicas=replicas(house), kind=Kind.REMINDER)
    result = shown(play(house, soak, "ours, resend once"))

    assert result.lost == 0
    assert result.unexplained == 0
    assert result.repeated <= result.resends


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("notes", [False, True])
def test_the_control_loses_or_repeats(house: House, notes: bool) -> None:
    result = shown(play_naive(house, SHORT, notes=notes))

    assert result.lost + result.repeated > 0
