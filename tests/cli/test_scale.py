"""What docs/scale.md shows is what its script says, by the bot's own pace."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from bot.settings import Settings
from tests.bench import reach
from tests.process.support import ROOT

PAGE = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")


@pytest.mark.wide
def test_the_table_is_as_the_script_says() -> None:
    (shown,) = re.findall(r"\$ .venv/bin/python -m tests.bench.reach\n([\s\S]*?)```", PAGE)

    assert shown.splitlines() == reach.lines()


@pytest.mark.parametrize("rate", [1.0, 28.0, 1000.0])
def test_no_pace_is_faster_than_it_is_set(rate: float) -> None:
    lasts = reach.lasts(3000, rate)

    assert timedelta(seconds=2990 / rate - 3) <= lasts <= timedelta(seconds=3000 / rate + 1)


def test_a_registration_takes_two_slots_of_three_calls() -> None:
    rate = Settings.model_fields["messages_per_second"].default

    assert (reach.paced(), len(reach.CALLS)) == (2, 3)
    assert f"zwei Nachrichten je Anmeldung, also {rate / reach.paced():.0f} je Sekunde" in PAGE
