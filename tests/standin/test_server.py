"""The stand-in over HTTP: for the real library, for who drives it, and in its own process."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator
from typing import Any
from urllib.request import urlopen

import aiohttp
import pytest
from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters

from standin.people.person import Person
from standin.telegram import TOKEN, Telegram
from tests.standin.support import ANNA, buttons, until


class Door:
    """Speaks JSON with the stand-in."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self.session = session

    async def get(self, path: str) -> Any:
        async with self.session.get(path) as response:
            return await response.json()

    async def post(self, path: str, **body: Any) -> Any:
        async with self.session.post(path, json=body) as response:
            return {**await response.json(), "status": response.status}


@pytest.fixture
async def door(address: str) -> AsyncIterator[Door]:
    async with aiohttp.ClientSession(address) as session:
        yield Door(session)


async def test_the_library_polls_answers_and_sends_files(
    telegram: Telegram, address: str, anna: Person
) -> None:
    async def answer(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message
        assert update.message.document
        file = await update.message.document.get_file()
        content = bytes(await file.download_as_bytearray())
        await update.message.reply_document(content[::-1], filename="zurück.txt", caption="ü")

    program = (
        ApplicationBuilder()
        .token(TOKEN)
        .base_url(f"{address}/bot")
        .base_file_url(f"{address}/file/bot")
        .job_queue(None)
        .build()
    )
    program.add_handler(MessageHandler(filters.Document.ALL, answer))
    async with program:
        assert program.updater
        await program.updater.start_polling()
        await program.start()
        await anna.uploads("hin.txt", b"abc")
        await until(lambda: anna.messages)
        await program.updater.stop()
        await program.stop()

    assert anna.last.document
    assert (anna.last.document.name, anna.last.document.content) == ("zurück.txt", b"cba")
    assert anna.last.text == "ü"
    assert not telegram.unknown


@pytest.mark.parametrize("form", ["form", "json", "multipart", "query"])
async def test_parameters_come_in_every_form(address: str, anna: Person, form: str) -> None:
    markup = {"inline_keyboard": [[{"text": "Ja", "callback_data": "x"}]]}
    strings = {"chat_id": str(ANNA), "text": "ü", "reply_markup": json.dumps(markup)}
    bodies: dict[str, dict[str, Any]] = {
        "form": {"data": strings},
        "json": {"json": {"chat_id": ANNA, "text": "ü", "reply_markup": markup}},
        "multipart": {"data": aiohttp.MultipartWriter("form-data")},
        "query": {"params": strings},
    }
    if form == "multipart":
        data = aiohttp.FormData(default_to_multipart=True)
        for name, value in strings.items():
            data.add_field(name, value)
        bodies["multipart"] = {"data": data}
    async with aiohttp.ClientSession() as session:
        await session.post(f"{address}/bot{TOKEN}/sendMessage", **bodies[form])

    assert (anna.last.text, anna.last.buttons) == ("ü", [["Ja"]])


async def test_broken_json_is_refused(address: str) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.post(
            f"{address}/bot{TOKEN}/getMe",
            data=b"{",
            headers={"Content-Type": "application/json"},
        ) as response,
    ):
        assert response.status == 400


async def test_a_person_can_be_led_through_the_doors(door: Door, telegram: Telegram) -> None:
    await door.post("/sim/people", id=21, first_name="Ida")
    done = await door.post("/sim/people/21/opens", payload="abc")
    said = {"chat_id": 21, "text": "<b>ä</b>", "parse_mode": "HTML"}
    await door.post(f"/bot{TOKEN}/sendMessage", **said, reply_markup=buttons("Ja"))
    await door.post("/sim/people/21/taps", label="Ja")
    await door.post("/sim/people/21/uploads", name="a.csv", text="a;b")
    await door.post("/sim/people/21/sends", what="voice")
    await door.post("/sim/people/21/blocks")
    chat = await door.get("/sim/people/21")

    assert done["ok"]
    assert chat["standing"] == "blocked"
    assert [message["html"] for message in chat["messages"]][:2] == ["/start abc", "<b>ä</b>"]
    assert chat["messages"][1]["buttons"] == [
        [{"label": "Ja", "kind": "action", "url": "", "style": "default"}]
    ]
    assert chat["presses"][0]["answered"] is False
    async with door.session.get("/sim/people/21/transcript") as response:
        assert "Ida taps [Ja] - NOT ANSWERED" in await response.text()
    async with door.session.get(chat["messages"][2]["document"]["url"]) as response:
        assert await response.read() == b"a;b"
    kinds = [next(k for k in update if k != "update_id") for update in telegram.take_updates()]
    assert kinds == ["message", "callback_query", "message", "message", "my_chat_member"]


async def test_a_file_can_be_uploaded_as_a_form(door: Door, anna: Person) -> None:
    data = aiohttp.FormData(quote_fields=False)
    data.add_field("file", b"a;b", filename="übersicht.csv")
    await door.session.post(f"/sim/people/{ANNA}/uploads", data=data)

    assert "<übersicht.csv>" in anna.reads()


async def test_calls_and_the_ledger_can_be_read_on(door: Door, anna: Person) -> None:
    for text in ("eins", "zwei"):
        await door.post(f"/bot{TOKEN}/sendMessage", chat_id=ANNA, text=text)

    (entry,) = (await door.get("/sim/ledger?since=1"))["ledger"]
    (call,) = (await door.get("/sim/calls?since=1"))["calls"]
    assert (entry["number"], entry["text"]) == (2, "zwei")
    assert (call["method"], call["status"]) == ("sendMessage", 200)
    assert TOKEN not in json.dumps(call)


async def test_faults_are_ordered_and_cleared(door: Door, anna: Person) -> None:
    await door.post("/sim/faults", method="getMe", kind="code", code=502, times=2)
    first = await door.post(f"/bot{TOKEN}/getMe")
    (fault,) = (await door.get("/sim/faults"))["faults"]
    await door.session.delete("/sim/faults")

    assert first["status"] == 502
    assert (fault["method"], fault["times"]) == ("getMe", 1)
    assert (await door.post(f"/bot{TOKEN}/getMe"))["ok"]


async def test_the_clock_moves_and_tells(door: Door) -> None:
    before = await door.get("/sim/clock")
    await door.post("/sim/clock", seconds=3600)
    after = await door.get("/sim/clock")
    await door.post("/sim/clock", to="2027-03-12T09:00:00+01:00")

    assert after["moved_seconds"] - before["moved_seconds"] == 3600
    assert (await door.get("/sim/clock"))["now"].startswith("2027-03-12T08:00:0")
    assert (await door.post("/sim/clock", to="2027-03-12T09:00:00"))["status"] == 400


async def test_a_group_can_be_led_through_the_doors(door: Door, anna: Person) -> None:
    await door.post("/sim/groups", id=-9, title="Netz")
    await door.post("/sim/groups/-9/adds", person=ANNA)
    await door.post("/sim/groups/-9/says", person=ANNA, text="Hallo")
    await door.post(f"/bot{TOKEN}/leaveChat", chat_id=-9)

    (group,) = (await door.get("/sim/groups"))["groups"]
    assert group["standing"] == "left"
    assert group["messages"][-1]["text"] == "Hallo"


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/sim/people/404/says", {"text": "x"}, 404),
        (f"/sim/people/{ANNA}/dances", {}, 404),
        (f"/sim/people/{ANNA}/taps", {"label": "Ja"}, 409),
        ("/sim/faults", {"kind": "fire"}, 400),
        ("/sim/faults", {"kind": "code", "colour": "red"}, 400),
        (f"/sim/people/{ANNA}/uploads", {"name": "x", "content_base64": "?"}, 400),
    ],
)
async def test_mistakes_are_told_in_one_line(
    door: Door, anna: Person, path: str, body: dict[str, Any], status: int
) -> None:
    answer = await door.post(path, **body)

    assert answer["status"] == status
    assert answer["error"]


async def test_only_json_opens_a_door(door: Door, anna: Person) -> None:
    # A page of somebody else can send a form or plain text across, but nothing called JSON.
    headers = {"Content-Type": "text/plain"}
    path = f"/sim/people/{ANNA}/says"
    async with door.session.post(path, data='{"text": "x"}', headers=headers) as response:
        assert response.status == 400
    assert "x" not in anna.reads()


async def test_events_are_waited_for(door: Door, anna: Person) -> None:
    last = (await door.get("/sim/state"))["last_event"]
    waiting = asyncio.create_task(door.get(f"/sim/events?since={last}&timeout=30"))
    await anna.says("da")
    told = await asyncio.wait_for(waiting, 5)

    assert [event["kind"] for event in told["events"]] == ["message"]
    assert told["last"] == last + 1


async def test_events_are_streamed(door: Door, telegram: Telegram, anna: Person) -> None:
    headers = {"Accept": "text/event-stream", "Last-Event-ID": str(telegram.world.journal.last)}
    async with door.session.get("/sim/events", headers=headers) as response:
        await anna.says("da")
        number = await response.content.readline()
        data = await response.content.readline()

    assert number == f"id: {telegram.world.journal.last}\n".encode()
    assert json.loads(data.removeprefix(b"data: "))["kind"] == "message"


async def test_reset_forgets_everybody_and_ends_polls(door: Door, anna: Person) -> None:
    polling = asyncio.create_task(door.post(f"/bot{TOKEN}/getUpdates", timeout=30))
    await asyncio.sleep(0.1)
    last = (await door.get("/sim/state"))["last_event"]
    await door.post("/sim/reset")

    assert (await asyncio.wait_for(polling, 5))["status"] == 409
    assert (await door.get("/sim/people"))["people"] == []
    assert (await door.get("/sim/state"))["last_event"] > last


@pytest.mark.process
def test_it_runs_as_a_process_of_its_own() -> None:
    command = [sys.executable, "-m", "standin", "--no-limits", "--token", "5:other"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        address = process.stdout.readline().strip()
        with urlopen(f"{address}/bot5:other/getMe") as response:
            me = json.load(response)
        with urlopen(f"{address}/sim/state") as response:
            state = json.load(response)
        process.terminate()
        code = process.wait(10)

    assert me["result"]["id"] == 5
    assert state["limits"] is False
    assert code == 0
