"""The jobs of the handbooks can be done as they are told, from the first to the last."""

from __future__ import annotations

import pytest

from bot.demo.phones import NEUSS
from bot.demo.stage import staged
from tests.guides.jobs import JOBS
from tests.guides.steps import Job, People, network, people, play


@pytest.mark.wide
async def test_each_job_can_be_done_as_it_is_told() -> None:
    async with staged(network()) as stage:
        await people(stage)
        for job in JOBS:
            await play(stage, People(stage), job)

        assert "Vielen Dank für Ihre Rückmeldung" in stage.person(NEUSS).reads()


@pytest.mark.long
async def test_a_job_that_cannot_be_done_says_where() -> None:
    async with staged(network()) as stage:
        with pytest.raises(AssertionError, match=r"Beitreten: Taps\(label='Das gab es nie'\)"):
            await play(
                stage, People(stage), Job("Beitreten", "Neuss", "invited > «Das gab es nie»")
            )


def test_a_step_that_nobody_understands_is_refused() -> None:
    with pytest.raises(ValueError, match="'Anmelden' is no step"):
        _ = Job("Anmelden", "Neuss", "/termine > Anmelden").steps
