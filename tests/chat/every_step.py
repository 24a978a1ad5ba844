"""What is entered at each step of each kind of dialogue, as it may be kept."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from domain import close as rules
from domain import protocol, protocol_rows
from domain.channel import in_chat
from domain.close import Group
from domain.ledger.entries import LedgerKind
from domain.plan_sketch import sketch_of
from domain.register import Registered, register
from domain.training import Training
from domain.vocabulary import DeliveryMode
from talk.announce import ANNOUNCE
from talk.assessment_parts import PARTS
from talk.exchange import EXCHANGE
from talk.form import Setting
from talk.manage_people import REMOVAL
from talk.measures import MEASURES
from talk.plan_cancel import CANCEL
from talk.plan_offers import Step
from talk.privacy_rights import CORRECT
from talk.protocol import PROTOCOL
from talk.write import WRITE
from tests.chat.conftest import World
from tests.chat.old_drafts import to_json
from tests.chat.stage import crowd, plan, planned
from tests.chat.test_report import closes

ANNOUNCED = [each.name for each in ANNOUNCE.questions]
#: What a measure is about is asked for by one of these.
ABOUT = ("topic", "sector", "format")


async def held(world: World) -> Training:
    """Return a training that is over and not closed yet."""
    now = world.clock.now()
    return await planned(world, plan(now - timedelta(days=3), title="Vorbei"))


async def closed(world: World) -> Training:
    made = await planned(world, plan(world.clock.now() - timedelta(days=9), title="Abgeschlossen"))
    await closes(world, made, Group("rkn-kaarst", "police", 0, 2))
    return made


async def every_step(world: World) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """Return what is entered at each step of each kind of dialogue, as it may be kept."""
    network, now = world.bot.parts.network, world.clock.now()
    hybrid = plan(mode=DeliveryMode.HYBRID, link="https://konferenz.example/raum")
    open_, over, shut = await planned(world, hybrid), await held(world), await closed(world)
    sketch = to_json(sketch_of(open_.plan, network))
    audience = {"training": open_.id, "at": (now + timedelta(days=1)).isoformat()}
    counted: dict[str, Any] = {"training": over.id, "page": 0, "index": 0}
    counted["groups"] = rules.to_data([Group("rkn-kaarst", "police", 2, 2)])
    counts = {"training": shut.id, "office": "rkn-kaarst", "sector": "police"}
    seats = {"training": open_.id, "office": "rkn-kaarst", "sector": "police", "n": 0}
    place = {"role": "specialist", "target": "o-rkn-kaarst", "uses": 5}
    asked = {"year": 2026, "asked": now.isoformat(), "words": "Wir haben viel erreicht."}
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for step in Step:
        more = {"training": open_.id, "part": str(step), "asked": "place"}
        found["change", step] = [{"sketch": sketch, **more}]
        if step is not Step.TELLING:
            found["plan", step] = [{"sketch": sketch}]
    called_off = {"training": open_.id, "reason": "place"}
    found |= {("cancel", each.name): [called_off] for each in CANCEL.questions}
    found |= {("announce", step): [audience] for step in ANNOUNCED}
    said_first = {"training": open_.id, "to": "both", "words": "Bitte bringen Sie Unterlagen mit."}
    said_first |= {"send": "later", "at": audience["at"]}
    found |= {("write", each.name): [said_first] for each in WRITE.questions if each.name != "at"}
    found |= {("close", step): [counted] for step in ("numbers", "number")}
    reason = {"by": 1, "reason": "miscounted"}
    steps = ("office", "sector", "number", "reason", "check")
    found |= {("recount", step): [{**counts, **reason}] for step in steps}
    found |= {("seating", step): [seats] for step in ("office", "sector", "number")}
    found |= {("seating", step): [{**seats, "resting": True}] for step in ("blocks", "quotas")}
    found["invite", "choose"] = [dict(list(place.items())[:n]) for n in range(4)]
    said = {"partner": "office:rkn-neuss", "topic": "basics", "format": "phone"}
    found |= {
        ("exchange", each.name): [dict(list(said.items())[:n])]
        for n, each in enumerate(EXCHANGE.questions)
    }
    number = await logged(world)
    scene = protocol.ProtocolScene(network, now.date(), (now.year,))
    for matter in protocol.Matter:
        at = Setting(None, network, now, {"matter": matter}, scene)
        for question in PROTOCOL.asked(at):
            found.setdefault(("protocol", question.name), []).append(_said(matter, number))
    found["name", "name"] = [{"joining": False, "until": (now + timedelta(hours=1)).isoformat()}]
    found |= {("assessment", step): [asked] for step in ("write", "check")}
    hint = {"year": 2026, "part": "o1/topic/trauma", "page": 0, "verdict": "differs"}
    found |= {("assessment-part", each.name): [hint] for each in PARTS.questions}
    found |= {("measures", each.name): [_decided(each.name)] for each in MEASURES.questions}
    lives = {"office": "rkn-kaarst", "sector": "police"}
    found |= {("correct", each.name): [lives] for each in CORRECT.questions}
    found["report", "year"] = [{}]
    found |= {("paper", step): [{"training": over.id}] for step in ("name", "extent")}
    found["seeking", "who"] = [{"training": open_.id, "door": False}]
    code = await seated(world, open_)
    whom = {"training": open_.id, "code": code, "reason": "asked"}
    found |= {("removal", each.name): [whom] for each in REMOVAL.questions}
    found["removal", "code"] = [{"training": open_.id}]
    return found


async def seated(world: World, of: Training) -> int:
    """Let somebody have a seat, and return its number."""
    (person,) = await crowd(world, 1)
    async with world.bot.database.transaction() as store:
        known = await store.persons.by_chat(in_chat(person.id))
        assert known is not None
        done = await register(store.registrations, of.id, known, world.clock.now())
    assert isinstance(done, Registered)
    return done.registration.seat_code


async def logged(world: World) -> int:
    """Write a total into the ledger and return the number of its row."""
    day = world.clock.now().date()
    async with world.bot.database.transaction() as store:
        await store.ledger.add([protocol_rows.advice_total(day, 5)])
        rows = await store.years.correctable(LedgerKind.ADVICE_TOTAL, day, day)
    return rows[0][0]


def _said(matter: protocol.Matter, number: int) -> dict[str, Any]:
    said = {"day": "2027-02-08", "format": "network-meeting", "minutes": "90", "number": 3}
    said |= {"offices": ["rkn-kaarst"], "sectors": [], "quarter": "2027-1", "year": "2027"}
    said |= {"procedure": "guideline", "goal": "trainings", "status": "met", "reason": "miscounted"}
    if matter is protocol.Matter.CORRECTION:
        said["entry"] = str(number)
    return {"matter": matter, **said}


def _decided(step: str) -> dict[str, Any]:
    said = {"year": "2027", "source": "hint", "rule": "o1", "topic": "trauma", "sector": "police"}
    said |= {"format": "seminar", "what": "offer", "office": "network", "due": "2027-1"}
    return {**said, "kind": step if step in ABOUT else "all"}
