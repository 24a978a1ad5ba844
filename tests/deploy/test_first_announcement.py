"""How long it takes from a wheel to the first announcement on a phone, on an empty Debian."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.deploy import first_hour
from tests.deploy.debian import USER, Debian, told
from tests.deploy.handbook import commands, one
from tests.deploy.release import ANSWERS, wheel
from tests.process.support import ROOT, Sim

pytestmark = pytest.mark.deploy
#: No more minutes than this, on two cores that have other work too.
MOST = 10.0


def test_from_a_wheel_to_the_first_announcement(
    debian: Debian, telegram: str, tmp_path: Path
) -> None:
    for line in commands("Einrichten")[:2]:
        debian.does(line.replace(" git", ""))
    made = wheel(tmp_path / "made")
    home = debian.path(f"/home/{USER}")
    for name, content in (
        (made.name, made.read_bytes()),
        ("install.sh", (ROOT / "deploy" / "install.sh").read_bytes()),
    ):
        (home / name).write_bytes(content)

    begun = time.monotonic()
    debian.does(f"sudo sh ./install.sh {made.name}")
    installed = time.monotonic()
    said = debian.types(one("Einrichten", "sudo netzbote setup"), ANSWERS)
    first_hour.no_quiet_time(debian)
    debian.does(one("Einrichten", "sudo systemctl"))
    sim = Sim(telegram)
    lead = first_hour.comes_in(sim, 101, "Anna", said)
    invitation = debian.does("sudo netzbote invite --role specialist --institution rkn-kaarst")
    specialist = first_hour.comes_in(sim, 102, "Bert", invitation)
    first_hour.announces(lead)
    specialist.person.reads(first_hour.TITLE, first_hour.LEAVES)
    over = time.monotonic()

    minutes = (over - begun) / 60
    told(
        f"\nFrom the wheel to the first announcement: {minutes:.1f} minutes, "
        f"{(installed - begun) / 60:.1f} of them to install"
    )
    assert minutes < MOST
