"""Whatever comes in, understood or not, it ends: taken, counted, and never in the way of others."""

from __future__ import annotations

import io
import json
from typing import Any

import aiohttp
import sqlalchemy as sa

from bot.app import Bot
from bot.metrics_text import written
from bot.web import SECRET_HEADER, Web, serving
from storage.tables import inbox_update
from tests.faults.conftest import Plant
from tests.faults.test_crashes import command

SECRET = "Geheim_42"
USER = {"id": 101, "is_bot": False, "first_name": "x"}
CHAT = {"id": 101, "type": "private"}


def message(**changed: Any) -> dict[str, Any]:
    return {"message_id": 1, "date": 0, "chat": CHAT, "from": USER, "text": "Hallo", **changed}


def press(**changed: Any) -> dict[str, Any]:
    shown = {"message_id": 1, "date": 0, "chat": CHAT, "text": "?"}
    return {"id": "1", "from": USER, "chat_instance": "1", "message": shown, **changed}


def nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


def standing(**changed: Any) -> dict[str, Any]:
    member = {"user": USER, "status": "member", "rights": nested(800)}
    change = {"chat": CHAT, "from": USER, "date": 0, "old_chat_member": member}
    return {**change, "new_chat_member": {**member, **changed}}


#: These are read, and answered or passed over like anything nobody asked for.
READ: list[dict[str, Any]] = [
    {"message": message(text="\ud800")},
    {"message": message(text="a\0b")},
    {"message": message(text="x" * 100_000)},
    {"message": message(text="/hilfe", entities=[])},
    {"message": message(unheard_of=2**70)},
    {"message": message(reply_to_message={"chat": {"id": 2**70}})},
    {"callback_query": press(data="\ud800~\ud800")},
    {"callback_query": press(data="menu\0")},
    {"callback_query": press(data="offices~zzzzzzzzzzzzzz")},
    {"callback_query": press(data="card:99999999999999999999~1")},
    {"callback_query": press(data="menu~" + "9" * 300)},
    {"callback_query": {"id": "1", "from": USER, "inline_message_id": "x", "data": "menu"}},
    {"my_chat_member": standing()},
    {"poll": {"id": "1"}},
    {},
]
#: These have a number and a shape that nobody knows.
ODD: list[dict[str, Any]] = [
    {"message": message(chat={"id": 2**70, "type": "private"})},
    {"message": message(chat={"id": "101", "type": "private"})},
    {"message": message(chat={"id": 101, "type": "\ud800"})},
    {"message": message(message_id=2**63)},
    {"message": message(date=10**30)},
    {"message": message(date=-1)},
    {"message": message(text=["x"])},
    {"message": message(entities=[7])},
    {"message": message(entities=[{"type": "bot_command", "offset": -1, "length": 2**63}])},
    {"message": message(**{"from": {"id": True}})},
    {"callback_query": press(data={"a": 1})},
    {"callback_query": press(id="\udfff")},
    {"callback_query": {"id": "1", "data": "menu"}},
    {"my_chat_member": standing(status=None)},
]
#: These have no number that could be an update's.
NO_UPDATES: list[Any] = [
    *({"update_id": n, "message": message()} for n in (2**63, 2**31, 2**200, -1, 1.5, "7", True)),
    {"update_id": None},
    {"message": message()},
    [],
    "x",
    None,
]
TOO_DEEP = b"[" * 99_999


async def posted(bot: Bot, bodies: list[Any]) -> list[int]:
    """Return how each call of the webhook is answered."""
    web = Web(lambda update: bot.accept([update]), SECRET, metrics=bot.metrics)
    headers = {SECRET_HEADER: SECRET}
    found = []
    async with (
        serving(web.application(), "127.0.0.1", 0, grace=0.1) as port,
        aiohttp.ClientSession(f"http://127.0.0.1:{port}", headers=headers) as session,
    ):
        for body in bodies:
            raw = body if isinstance(body, bytes) else json.dumps(body).encode()
            async with session.post("/telegram", data=io.BytesIO(raw)) as got:
                found.append(got.status)
    return found


def counted(bot: Bot) -> int:
    """Return how many are shown as not understood."""
    line = next(
        line
        for line in written(bot.metrics).decode().splitlines()
        if line.startswith("netzbote_webhook_not_understood_total{")
    )
    return int(float(line.split()[-1]))


async def states(plant: Plant) -> dict[str, set[int]]:
    """Return the updates in each state."""
    found: dict[str, set[int]] = {}
    async with plant.store() as store:
        query = sa.select(inbox_update.c.state, inbox_update.c.reference)
        for row in (await store.deliveries._run(query)).all():
            found.setdefault(row.state, set()).add(int(row.reference))
    return found


async def test_whatever_is_posted_ends(plant: Plant) -> None:
    await plant.member(101)
    await plant.member(102)
    bot = await plant.bot()
    read = [{"update_id": n, **body} for n, body in enumerate(READ, 100)]
    odd = [{"update_id": n, **body} for n, body in enumerate(ODD, 200)]
    bodies = [*read, *odd, *NO_UPDATES, TOO_DEEP, command(300, 102, "/hilfe")]

    answers = await posted(bot, bodies)
    await bot.settle_down()

    assert set(answers) == {200}
    assert await states(plant) == {
        "done": {each["update_id"] for each in read} | {300},
        "dead": {each["update_id"] for each in odd},
    }
    assert counted(bot) == len(ODD) + len(NO_UPDATES) + len([TOO_DEEP])
    assert len(plant.sent(102)) == 1


async def test_whatever_is_polled_ends(plant: Plant) -> None:
    await plant.member(102)
    bot = await plant.bot()
    odd = [{"update_id": n, **body} for n, body in enumerate(ODD, 200)]

    await bot.accept([*NO_UPDATES, *odd, command(300, 102, "/hilfe")])
    await bot.settle_down()

    assert (await states(plant))["done"] == {300}
    assert counted(bot) == len(ODD) + len(NO_UPDATES)
    assert len(plant.sent(102)) == 1
