"""`netzbote run` as a real process: it starts, does its job, stops clean, and survives kill -9."""

from __future__ import annotations

import random
import signal
import socket
import time

import pytest

from domain.network import Network
from storage.store import Store
from tests.process.conftest import TITLE, House
from tests.process.support import Person, call, status, until

pytestmark = pytest.mark.process

CONSENT, WHO, DONE, OFFER = "Einverstanden", "Ohne Namen weiter", "Fertig, Sie sind dabei", TITLE
CONFIRMED = "Ihr Platz ist bestätigt"


def comes_in(house: House, person: Person) -> None:
    person.does("opens", payload=house.invites())
    person.reads("Bitte schreiben Sie hier nichts über Kinder")
    person.does("taps", label=CONSENT)
    person.reads("Sie gehören zu")
    person.does("taps", label=WHO)
    person.reads(DONE)


def registers(person: Person) -> None:
    person.does("says", text="/termine")
    until(lambda: f"1. {TITLE}" in person.labels())
    person.does("taps", label=f"1. {TITLE}")
    until(lambda: "Anmelden" in person.labels())
    person.does("taps", label="Anmelden")
    person.reads(CONFIRMED)


def test_it_does_the_job_and_stops_clean(house: House, network: Network) -> None:
    house.plans(network)
    bot = house.starts()
    anna, otto = house.person(101), house.person(666, "Otto")
    comes_in(house, anna)
    registers(anna)
    otto.does("says", text="/termine")
    otto.reads("geschlossen")
    reminders = len(network.defaults.reminders)
    until(lambda: house.counts()["scheduled"] == reminders)

    assert bot.stops() == 0
    assert set(house.counts()) == {"sent", "scheduled"}


def test_sigterm_under_load_leaves_nothing_unknown(house: House) -> None:
    """Fault table 5."""
    people = [house.person(number) for number in range(200, 230)]
    bot = house.starts()
    until(lambda: house.sim.calls("getMe"))
    for person in people:
        person.does("says", text="/hilfe")
        person.does("says", text="/termine")
    begun = time.monotonic()

    assert bot.stops() == 0
    assert time.monotonic() - begun < 10
    assert set(house.counts()) <= {"sent", "scheduled"}

    house.starts()
    expected = 2 * len(people)
    until(lambda: house.counts() == {"sent": expected})  # a mark follows its message a little later

    assert len(house.sim.sent()) == expected


def acts(person: Person, token: str) -> list[tuple[str, dict[str, str], str]]:
    """Return the story as (action, how, what is to be read or tapped then)."""
    return [
        ("opens", {"payload": token}, CONSENT),
        ("taps", {"label": CONSENT}, WHO),
        ("taps", {"label": WHO}, "Zum Menü"),
        ("says", {"text": "/termine"}, f"1. {TITLE}"),
        ("taps", {"label": f"1. {TITLE}"}, "Anmelden"),
        ("taps", {"label": "Anmelden"}, "Abmelden"),
    ]


def test_killed_at_any_step_it_goes_on_where_it_was(house: House, network: Network) -> None:
    """Fault table 1, 2, 3 and 6: kill -9 at any moment, then start again."""
    dice = random.Random(1)
    alone = "sqlite" in house.settings["NETZBOTE_DATABASE_URL"]
    house.plans(network, seats=1)
    token = house.invites()
    anna = house.person(101)
    bot, kills = house.starts(), 0
    until(lambda: house.sim.calls("getMe"))
    story = acts(anna, token)
    # On PostgreSQL the next leader waits for the term of the dead one: twice is enough there.
    fatal = range(len(story)) if alone else dice.sample(range(len(story)), 2)
    for step, (action, how, label) in enumerate(story):
        anna.does(action, **how)
        if step in fatal:
            time.sleep(dice.choice([0.0, 0.01, 0.05, 0.2]))
            bot.kills()
            kills += 1
            bot = house.starts()
        while not shown(anna, label, 8 if alone else 35):
            anna.does(action, **how)  # the answer may be unknown now: people just tap again

    reminders = len(network.defaults.reminders)
    until(lambda: house.counts().get("scheduled", 0) == reminders)
    until(lambda: house.counts().get("sending", 0) + house.counts().get("claimed", 0) == 0)

    async def seats(store: Store) -> int:
        return sum((await store.registrations.places(1)).values())

    assert house.asks(seats) == 1
    assert house.counts().get("unknown", 0) <= kills
    assert house.counts().get("failed", 0) == 0
    until(lambda: "started" in bot.told())  # the last kill may be a moment ago
    assert bot.stops() == 0


def shown(person: Person, label: str, patience: float) -> bool:
    try:
        return until(lambda: label in person.labels(), patience)
    except AssertionError:
        return False


def test_a_second_process_on_one_file_is_refused(house: House) -> None:
    if "sqlite" not in house.settings["NETZBOTE_DATABASE_URL"]:
        pytest.skip("PostgreSQL serves several")
    house.starts()
    until(lambda: house.sim.calls("getMe"))
    second = call("run", settings=house.settings, cwd=house.folder)

    assert second.returncode == 1
    (line,) = second.stderr.splitlines()

    assert line.startswith("netzbote: another netzbote (process ")
    assert "for several use PostgreSQL" in line


def test_the_other_replica_goes_on_when_the_leader_dies(house: House, network: Network) -> None:
    """Fault table 26, 28 and 36: one of two polls, handles and sends; the other takes over."""
    if "sqlite" in house.settings["NETZBOTE_DATABASE_URL"]:
        pytest.skip("SQLite has one process")
    house.plans(network)
    leader = house.starts()
    anna = house.person(101)
    comes_in(house, anna)
    other = house.starts()
    until(lambda: "started" in other.told())
    leader.kills()
    before, killed = len(house.sim.sent()), time.monotonic()
    anna.does("says", text="/termine")
    until(lambda: len(house.sim.sent()) > before, 35)

    assert time.monotonic() - killed < 30
    assert other.stops() == 0
    assert "conflict" not in other.told().lower()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def test_the_webhook_does_the_same_job(house: House, network: Network) -> None:
    house.plans(network)
    port = free_port()
    settings = {
        "NETZBOTE_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
        "NETZBOTE_LISTEN": f"127.0.0.1:{port}",
    }
    bot = house.starts(**settings)
    anna = house.person(101)
    comes_in(house, anna)
    registers(anna)

    assert not house.sim.calls("getUpdates")
    assert status(f"http://127.0.0.1:{port}/health/live") == 200
    assert status(f"http://127.0.0.1:{port}/health/ready") == 200
    assert bot.stops() == 0
    assert set(house.counts()) == {"sent", "scheduled"}


def test_polling_asks_before_it_takes_a_webhook_away(house: House) -> None:
    house.sim.post("people", id=1, first_name="x")
    api = f"{house.sim.address}/bot1:demo/setWebhook"
    assert status(f"{api}?url=http://127.0.0.1:9/telegram") == 200
    bot = house.starts()

    assert bot.ends() == 1
    assert bot.told().splitlines()[-1].startswith("netzbote: A webhook is set for this bot; --take")

    bot = house.starts("--take-over")
    house.person(2, "Otto").does("says", text="/termine")
    until(lambda: len(house.sim.sent()) == 1)

    assert bot.stops() == 0


def test_telegram_away_at_the_start_is_waited_for(house: House) -> None:
    """Fault table 15."""
    house.sim.post("faults", method="getMe", kind="code", code=502, times=2)
    bot = house.starts()
    otto = house.person(666, "Otto")
    otto.does("says", text="/termine")
    otto.reads("geschlossen")

    assert bot.told().count("Telegram does not answer, waiting for it") == 1
    assert bot.stops() == 0


def test_a_wrong_token_ends_it_with_one_line(house: House) -> None:
    """Fault table 20, at the start."""
    bot = house.starts(NETZBOTE_BOT_TOKEN="123456789:AAF-wrong-token-of-the-right-form-12345")

    assert bot.ends() == 1
    (line,) = [one for one in bot.told().splitlines() if one.startswith("netzbote:")]

    assert line.startswith("netzbote: Telegram refuses the bot token")
    assert "AAF" not in bot.told()


def test_a_second_signal_ends_it_at_once(house: House) -> None:
    bot = house.starts()
    until(lambda: house.sim.calls("getMe"))
    house.person(7, "Otto").does("says", text="/hilfe")
    house.sim.post("faults", method="sendMessage", kind="hang", times=5)
    house.person(8, "Anna").does("says", text="/hilfe")
    until(lambda: any(one["fault"] for one in house.sim.calls("sendMessage")))
    bot.signal(signal.SIGTERM)
    time.sleep(0.5)

    assert bot.code is None  # a request is under way, it may still be answered

    bot.signal(signal.SIGTERM)

    assert bot.ends(3) == 128 + signal.SIGTERM


def test_what_telegram_shows_of_the_bot_never_stops_it(house: House) -> None:
    house.sim.post("faults", method="setMyCommands", kind="code", code=400)
    house.sim.post("faults", method="setMyDescription", kind="code", code=500)
    bot = house.starts()
    until(lambda: "bot not described" in bot.told())
    anna = house.person(101)
    comes_in(house, anna)

    assert "commands not listed" in bot.told()
    assert bot.stops() == 0
