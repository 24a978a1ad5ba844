"""Presses that somebody makes up: every action, every field, put on a card that is there."""

from __future__ import annotations

import contextlib
import importlib
import pkgutil
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import sqlalchemy as sa
from structlog.testing import capture_logs

import talk
from domain.delivery import Kind
from standin.people.person import Person
from standin.world.chats import Query
from storage.tables import delivery, inbox_update, metadata, person, training
from talk.action import Action, OneOf, Within
from tests.chat.conftest import World

#: What nobody's button has where a number stands.
NO_NUMBERS = ("x", "", "-1", "2147483648", "9223372036854775808", "9" * 30, "007", "+5", "1_0", "٣")
#: What can stand where a word stands: an office, and a hint of the year.
WORDS = ("rkn-kaarst", "o1")
#: What nobody's button has where a word stands.
NO_WORDS = ("no-such-word", "Ü", "a b", "w" * 48, "-", "+", "12345678", "99991231-2400", "0")
#: That somebody was there today, and the next number of a line, which may have gaps: whoever locks
#: a training to look at it takes one.
UNTOLD = frozenset({person.c.active_on, training.c.next_position})
#: Tables in which it is only noted that something came in or goes out.
NOTED = frozenset({"inbox_update", "delivery_attempt", "lease", "send_gate"})


def actions() -> list[type[Action]]:
    """Return all actions there are, by their code."""
    for module in pkgutil.walk_packages(talk.__path__, "talk."):
        importlib.import_module(module.name)
    found: dict[str, type[Action]] = {}
    waiting = [Action]
    while waiting:
        kinds = waiting.pop().__subclasses__()
        waiting += kinds
        found |= {kind.CODE: kind for kind in kinds if kind.CODE and is_known(kind)}
    return [found[code] for code in sorted(found)]


def is_known(kind: type[Action]) -> bool:
    """Return whether its module knows it: a dataclass with slots leaves a twin behind."""
    return getattr(sys.modules[kind.__module__], kind.__name__, None) is kind


def kinds(action: type[Action]) -> dict[str, tuple[Any, tuple[Any, ...]]]:
    """Return the type and the bounds of each field."""
    hints = get_type_hints(action, include_extras=True)
    found: dict[str, tuple[Any, tuple[Any, ...]]] = {}
    for field in fields(action):
        hint, bounds = hints[field.name], list[Any]()
        if get_origin(hint) is Annotated:
            hint, *bounds = get_args(hint)
        found[field.name] = (hint, tuple(bounds))
    return found


def plain(kind: Any, bounds: tuple[Any, ...]) -> str:
    """Return a value that a field can have."""
    for bound in bounds:
        if isinstance(bound, OneOf):
            return str(bound.values[-1])
        if isinstance(bound, Within):
            return str(max(bound.least, min(1, bound.most)))
    if kind is int:
        return "1"
    if issubclass(kind, StrEnum):
        return str(next(iter(kind)).value)
    return next(word for word in WORDS if all(word in bound for bound in bounds))


def packed(action: type[Action], values: Mapping[str, str]) -> str:
    """Return an action's text with these values where it has such fields."""
    written = [values.get(name, plain(*kind)) for name, kind in kinds(action).items()]
    return ":".join([action.CODE, *written])


def spoiled(action: type[Action], values: Mapping[str, str]) -> Iterable[tuple[str, str, str]]:
    """Yield an action's texts with one field each that no button of ours has: name and value."""
    for name, (kind, _) in kinds(action).items():
        for bad in NO_NUMBERS if kind is int else NO_WORDS:
            yield packed(action, {**values, name: bad}), name, bad


@dataclass(frozen=True, slots=True)
class Press:
    """A press and what was answered to it."""

    data: str
    query: Query


def press(person: Person, data: str) -> Press:
    """Put a press on the way, on the newest message of the bot."""
    post = next(p for p in reversed(person.chat.shown()) if p.by_bot)
    settled, person.around.settled = person.around.settled, None
    try:
        coroutine = person._presses(post, {"text": "?", "callback_data": data})
        with contextlib.suppress(StopIteration):
            coroutine.send(None)
    finally:
        person.around.settled = settled
    assert person.query is not None
    return Press(data, person.query)


async def kept(
    world: World, besides: Iterable[Kind] = (Kind.ANSWER, Kind.CARD)
) -> dict[str, list[Any]]:
    """Return all that is kept, but for what was answered to those who pressed."""
    found: dict[str, list[Any]] = {}
    async with world.bot.database.engine.connect() as connection:
        for table in metadata.sorted_tables:
            if table.name in NOTED:
                continue
            columns = [c for c in table.c if c not in UNTOLD]
            query = sa.select(*columns)
            if table is delivery:
                query = query.where(delivery.c.kind.not_in([kind.value for kind in besides]))
            found[table.name] = sorted(map(repr, (await connection.execute(query)).all()))
    return found


async def given_up(world: World) -> list[tuple[str, str]]:
    """Return the updates that are not done, with the reason."""
    async with world.bot.database.engine.connect() as connection:
        query = sa.select(inbox_update.c.reference, inbox_update.c.error)
        rows = await connection.execute(query.where(inbox_update.c.state != "done"))
        return [tuple(row) for row in rows]


async def pressed(world: World, presses: list[tuple[Person, str]]) -> list[Press]:
    """Let all this be pressed; nothing may raise, and nothing may be given up."""
    made = [press(*each) for each in presses]
    await _taken(world, [each.data for each in made])
    unanswered = [each.data for each in made if not each.query.answered]
    assert unanswered == []
    return made


async def said(world: World, texts: list[tuple[Person, str]]) -> None:
    """Let all this be written, one after the other; nothing may raise or be given up."""
    for who, text in texts:
        settled, who.around.settled = who.around.settled, None
        try:
            coroutine = who.says(text)
            with contextlib.suppress(StopIteration):
                coroutine.send(None)
        finally:
            who.around.settled = settled
    await _taken(world, [text for _, text in texts])


async def _taken(world: World, what: list[str]) -> None:
    """Let the bot do all that came in, and see that nothing went wrong."""
    with capture_logs() as logs:
        await world.settled()
    wrong = [log for log in logs if log["log_level"] in {"error", "critical", "exception"}]
    wrong = [log for log in wrong if log["event"] != "a message was refused"]  # nobody is there
    assert not wrong, (wrong[:3], what[:3])
    assert await given_up(world) == []
