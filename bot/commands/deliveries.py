"""`netzbote deliveries`: what became of messages, and what to do where nobody knows."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from bot.clock import system_clock
from bot.commands.common import (
    MOST_NUMBER,
    AsJson,
    group,
    opened,
    read_settings,
    say,
    table,
    wait_for,
    write_json,
)
from domain.deliveries import send_again
from domain.deliveries import settle as settled
from domain.delivery import Delivery, State
from domain.problem import Problem

app = group("deliveries", "Deliveries: list, show, and decide on those that are unknown.")

SHOWN = (State.UNKNOWN, State.FAILED, State.EXPIRED, State.UNDELIVERABLE)
SETTLED = {"sent": State.SENT, "cancelled": State.CANCELLED}

Number = Annotated[int, typer.Argument(min=1, max=MOST_NUMBER, help="Number of the delivery.")]


def _facts(delivery: Delivery) -> dict[str, Any]:
    """Return what may be shown: no text, no name and no chat."""
    return {
        "id": delivery.id,
        "kind": delivery.kind.value,
        "state": delivery.state.value,
        "due_at": delivery.due_at,
        "settled_at": delivery.settled_at,
        "training": delivery.training_id,
        "attempts": delivery.attempt,
        "resends": delivery.resends,
        "error": delivery.error,
    }


@app.command("list", epilog="Example: netzbote deliveries list --state unknown --json")
def list_(
    state: Annotated[
        list[State] | None,
        typer.Option(help="Only these states; default: everything that did not arrive."),
    ] = None,
    training: Annotated[
        int | None, typer.Option(min=1, max=MOST_NUMBER, help="Only of this training.")
    ] = None,
    limit: Annotated[
        int,
        typer.Option(min=1, max=100_000, help="At most so many, newest first; says if more."),
    ] = 50,
    as_json: AsJson = False,
) -> None:
    """List deliveries."""
    listed = wait_for(_listed(state or list(SHOWN), training, limit + 1))
    found = [_facts(one) for one in listed[:limit]]
    if len(listed) > limit:
        typer.echo(f"netzbote: there are more than {limit}; raise --limit to see them", err=True)
    if as_json:
        write_json(found)
        return
    rows = [
        (one["id"], one["kind"], one["state"], f"{one['due_at']:%Y-%m-%d %H:%M}Z", one["error"])
        for one in found
    ]
    table(["id", "kind", "state", "due", "error"], rows)


async def _listed(states: list[State], training: int | None, limit: int) -> list[Delivery]:
    async with opened(read_settings()) as database, database.reading() as store:
        return await store.deliveries.listed(states, limit, training_id=training)


@app.command(epilog="Example: netzbote deliveries show 4711")
def show(number: Number, as_json: AsJson = False) -> None:
    """Show one delivery and each attempt to send it."""
    facts = wait_for(_shown(number))
    if as_json:
        write_json(facts)
        return
    for name, value in facts.items():
        if name != "history" and value is not None:
            say(f"{name:<11} {value}")
    for attempt in facts["history"]:
        say(f"attempt {attempt['number']}: {attempt['outcome']} {attempt['error'] or ''}".rstrip())


async def _shown(number: int) -> dict[str, Any]:
    async with opened(read_settings()) as database, database.reading() as store:
        delivery = await store.deliveries.get(number)
        if delivery is None:
            raise Problem(f"there is no delivery {number}")
        history = [
            {
                "number": one.number,
                "ended_at": one.ended_at,
                "outcome": one.outcome,
                "error": one.error,
            }
            for one in await store.oversight.attempts(number)
        ]
    return {**_facts(delivery), "history": history}


@app.command(epilog="Example: netzbote deliveries resend 4711")
def resend(number: Number) -> None:
    """Send an unknown delivery once more; its text says that it may be a repetition."""
    wait_for(_decide(number, None))
    say(f"Delivery {number} goes out again.")


@app.command(epilog="Example: netzbote deliveries settle 4711 --as sent")
def settle(
    number: Number,
    state: Annotated[str, typer.Option("--as", help="What it was: sent or cancelled.")] = "sent",
) -> None:
    """End an unknown delivery, since somebody found out what became of it."""
    if state not in SETTLED:
        raise typer.BadParameter("use sent or cancelled", param_hint="--as")
    wait_for(_decide(number, SETTLED[state]))
    say(f"Delivery {number} is {state}.")


async def _decide(number: int, state: State | None) -> None:

    now = system_clock()
    async with opened(read_settings()) as database, database.transaction() as store:
        if state is None:
            done = await send_again(store, [number], now) > 0
        else:
            done = await settled(store, number, state, now)
    if not done:
        raise Problem(f"delivery {number} is not unknown; see: netzbote deliveries show {number}")


def register(whole: typer.Typer) -> None:
    """Add these commands."""
    whole.add_typer(app)
