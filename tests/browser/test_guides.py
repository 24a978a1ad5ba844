"""The pictures of the handbooks are drawn by clicking, as wide as a phone."""

from pathlib import Path

import pytest
from PIL import Image
from playwright.async_api import Browser

from bot.demo.stage import Stage
from tests.guides.draw import SHARP, WINDOW, drawn
from tests.guides.jobs import JOBS

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_job_is_played_and_its_picture_taken(
    browser: Browser, stage: Stage, tmp_path: Path
) -> None:
    (job,) = (job for job in JOBS if job.heading == "Beitreten")
    await drawn(browser, stage, (job,), tmp_path)

    with Image.open(tmp_path / "beitreten.png") as picture:
        assert picture.mode == "P"
        assert 0.9 * SHARP * WINDOW["width"] <= picture.width <= SHARP * WINDOW["width"]
        assert picture.height > picture.width
