"""What Telegram says of our webhook is seen: red at once, and a figure as long as it is kept."""

from __future__ import annotations

from datetime import timedelta

from bot.health import LONGEST_REASON, Health
from bot.metrics import Metrics
from bot.metrics_text import written
from standin.world.updates import Webhook
from tests.faults.conftest import Plant

URL = "https://bot.example.org/telegram"


async def figures(health: Health, metrics: Metrics) -> list[str]:
    health._asked = None  # as if what was asked last were old
    await health.refresh()
    lines = written(metrics).decode().splitlines()
    return [line for line in lines if line.startswith("netzbote_webhook_error") and "{" in line]


async def hooked(plant: Plant) -> tuple[Health, Metrics, Webhook]:
    bot, metrics = await plant.bot(), Metrics("kreis-x")
    await bot.channel.api.set_webhook(URL)
    webhook = plant.telegram.world.updates.webhook
    assert webhook is not None
    health = Health(bot, metrics, webhook=True)
    health.telegram = None
    return health, metrics, webhook


async def test_an_error_is_shown_with_its_time_and_its_reason(plant: Plant) -> None:
    health, metrics, webhook = await hooked(plant)
    before = await figures(health, metrics)
    webhook.last_error, webhook.last_error_at = "Connection refused", plant.clock.now()
    (line,) = await figures(health, metrics)
    red = await health.ready["telegram"]()
    plant.clock.move(timedelta(hours=1))
    (kept,) = await figures(health, metrics)

    assert before == []
    assert 'message="Connection refused",network="kreis-x"' in line
    assert float(line.rpartition(" ")[2]) == int(webhook.last_error_at.timestamp())
    assert red == "webhook: Connection refused"
    assert kept == line
    assert await health.ready["telegram"]() is None


async def test_a_new_reason_takes_the_place_of_the_old_one(plant: Plant) -> None:
    health, metrics, webhook = await hooked(plant)
    for reason in ("Connection refused", "x" * 1000):
        webhook.last_error, webhook.last_error_at = reason, plant.clock.now()
        (line,) = await figures(health, metrics)

    assert line.partition('message="')[2].partition('"')[0] == "x" * LONGEST_REASON


async def test_what_waits_at_telegram_is_counted(plant: Plant) -> None:
    health, metrics, _ = await hooked(plant)
    anna = plant.telegram.person(101, "Anna")
    await anna.says("/start")
    await figures(health, metrics)

    assert 'netzbote_webhook_waiting{network="kreis-x"} 1.0' in written(metrics).decode()
