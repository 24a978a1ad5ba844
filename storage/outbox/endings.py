"""How rows of the outbox end: whatever ends one says so through here."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from domain.delivery import Priority, State
from storage.tables import delivery, registration

#: Rows that may hold later ones of their chat.
HOLDING = (State.SCHEDULED, State.CLAIMED, State.SENDING)
AHEAD = "state IN ('scheduled', 'claimed', 'sending')"
#: Those that an index has by their chat: few, for most of what waits belongs to a registration.
LOOSE = f"{AHEAD} AND registration_id IS NULL"


def final_values() -> dict[str, Any]:
    """Return what a settled delivery forgets: its text and its address."""
    return {"payload": None, "chat_id": None, "chat_key": None}


def ended(
    state: State, now: Any, reason: str | None = None, *, known: bool = False
) -> dict[str, Any]:
    """Return what becomes of rows that end unsent.

    A row that was once in doubt may have arrived: it ends `unknown`, settled, and the reason says
    why nothing follows. Nobody may read later that it surely did not go out. `known` says that of
    the last attempt everything is known; then only an earlier one can be in doubt.
    """
    in_doubt = delivery.c.resends > 0
    if not known:
        in_doubt |= delivery.c.state == State.UNKNOWN
    return {
        "state": sa.case((in_doubt, State.UNKNOWN.value), else_=state.value),
        "error": reason,
        "settled_at": now,
        **final_values(),
    }


def nothing_ahead(now: Any) -> Any:
    """Return the condition for rows that no other row of their chat must go before.

    Ahead is whatever is on its way, since of two under way at once nobody knows which arrives
    first; and what came earlier, is due, not yet gone, and as urgent or more so: also while it
    waits to be tried again. What is due later holds nobody, nor does what is in doubt. Answers are
    due as they are written and go in that order: one that is due later was written by a clock that
    was ahead. Only a change that is drawn once more, later, holds nobody until it is due.

    What belongs to a registration is found by the registrations of its person, whose index grows
    at its end; all else by its chat.
    """
    loose, linked = delivery.alias("loose"), delivery.alias("linked")
    seat = registration.alias("seat")
    by_chat = sa.and_(
        loose.c.network == delivery.c.network,
        loose.c.registration_id.is_(None),
        _goes_before(loose, now),
    )
    by_seat = sa.and_(
        seat.c.person_id == delivery.c.person_id,
        linked.c.registration_id == seat.c.id,
        _goes_before(linked, now),
    )
    return ~sa.exists().where(by_chat) & ~sa.exists().where(by_seat)


def _goes_before(ahead: Any, now: Any) -> Any:
    moments = sa.tuple_(ahead.c.due_at, ahead.c.id) < sa.tuple_(delivery.c.due_at, delivery.c.id)
    answers = (ahead.c.priority == Priority.ANSWER) & (delivery.c.priority == Priority.ANSWER)
    written_before = answers & (ahead.c.id < delivery.c.id)
    earlier = written_before | (~answers & moments)
    due = (ahead.c.due_at <= now) & (ahead.c.priority <= delivery.c.priority) & earlier
    older_answer = written_before & ~ahead.c.in_place
    return sa.and_(
        ahead.c.chat_key == delivery.c.chat_key,
        ahead.c.channel == delivery.c.channel,
        ahead.c.state.in_(literal(*HOLDING)),
        (ahead.c.state != State.SCHEDULED) | due | older_answer,
    )


def lines(network: str, keys: Collection[bytes], person_id: int | None) -> list[Any]:
    """Return conditions for what waits for a chat or is under way to it; each finds a part."""
    chat = (delivery.c.network == network) & delivery.c.chat_key.in_(list(keys))
    loose = chat & sa.text(LOOSE)
    if person_id is None:
        return [loose]
    own = (registration.c.network == network) & (registration.c.person_id == person_id)
    seats = sa.select(registration.c.id).where(own)
    return [loose, chat & delivery.c.registration_id.in_(seats) & sa.text(AHEAD)]


def literal(*states: State) -> list[Any]:
    """Return states as the index over them names them: a bound value would not be recognised."""
    return [sa.literal_column(f"'{state.value}'") for state in states]


def among(network: str, delivery_ids: Collection[int]) -> Any:
    """Return the condition for these deliveries of a network."""
    return (delivery.c.network == network) & delivery.c.id.in_(list(delivery_ids))


def open_among(network: str, delivery_ids: Collection[int]) -> Any:
    """Return the condition for those of these deliveries that are in open doubt."""
    return among(network, delivery_ids) & open_doubt()


def open_doubt() -> Any:
    """Return the condition for rows of which nobody knows, and of which nobody has decided."""
    return (delivery.c.state == State.UNKNOWN) & delivery.c.settled_at.is_(None)
