"""What became of a coordinator's messages: counts, and what did not arrive, without names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from domain.delivery import Kind, State
from domain.message import Button, Message
from domain.network import Network
from domain.paging import Part
from domain.training import Training
from talk.deliveries import Decide, Troubles
from texts import paging
from texts.cards import menu_row, when
from texts.catalogue import Texts
from texts.dates import short_moment


@dataclass(frozen=True, slots=True)
class NotArrived:
    """A message that did not arrive; `institution` is empty where it must not be named."""

    id: int
    kind: Kind
    state: State
    due_at: datetime
    title: str
    institution: str = ""


@dataclass(frozen=True, slots=True)
class Overview:
    """The counts of all messages and one page of those in trouble.

    `training_id` is 0 for all trainings. `away` is the number of people who wait for a seat and
    cannot be reached.
    """

    states: Mapping[State, int]
    entries: Part[NotArrived]
    training_id: int = 0
    title: str = ""
    away: int = 0

    @property
    def trouble(self) -> bool:
        """Whether something stands against all being well."""
        return bool(self.entries.items or self.away or self.states.get(State.UNDELIVERABLE))


def overview(texts: Texts, network: Network, of: Overview) -> Message:
    """Return how many messages stand where, and those that did not arrive."""
    head = texts("delivered-head-one", title=of.title) if of.title else texts("delivered-head")
    counts = [
        texts("delivered-count", state=texts.label("delivery-state", state), n=of.states[state])
        for state in State
        if of.states.get(state)
    ]
    parts = [head, "\n".join(counts) if counts else texts("delivered-none")]
    if of.entries.pages > 1:
        troubled = texts("delivered-troubled", n=of.entries.total)
        parts.append(paging.heading(texts, troubled, of.entries))
    if of.away:
        parts.append(texts("manage-away", n=of.away))
    if of.states and not of.trouble:
        parts.append(texts("delivered-no-trouble"))
    numbered = enumerate(of.entries.items, of.entries.first)
    parts += [_entry(texts, network, n, each) for n, each in numbered]
    return Message("\n\n".join(parts), (*_rows(texts, of), menu_row(texts)))


def _entry(texts: Texts, network: Network, number: int, of: NotArrived) -> str:
    line = texts(
        "delivered-entry",
        number=number,
        title=of.title,
        kind=texts.label("delivery-kind", of.kind),
        when=short_moment(of.due_at, network.zone, texts.language),
        state=texts.label("delivery-state", of.state),
    )
    if of.institution:
        line += "\n" + texts("delivered-institution", institution=of.institution)
    return line


def _rows(texts: Texts, of: Overview) -> list[tuple[Button, ...]]:
    rows: list[tuple[Button, ...]] = []
    for number, each in enumerate(of.entries.items, of.entries.first):
        if each.state is State.UNKNOWN:
            again = Decide(of.training_id, each.id, 1).pack()
            rows.append((Button(texts.plain("delivered-resend", number=number), again),))
            arrived = Decide(of.training_id, each.id, 0).pack()
            rows.append((Button(texts.plain("delivered-settle", number=number), arrived),))
    turns = paging.turns(texts, of.entries, lambda page: Troubles(of.training_id, page))
    return [*rows, *turns]


def names_left(texts: Texts) -> Message:
    """Say that a list of names stayed in the chat, and what to do."""
    return Message(texts("names-left"), (menu_row(texts),))


def doubts(texts: Texts, unknown: int, failed: int) -> Message:
    """Tell that messages are in doubt, or failed, and somebody should look."""
    counts = [(State.UNKNOWN, unknown), (State.FAILED, failed)]
    lines = [
        texts("delivered-count", state=texts.label("delivery-state", state), n=n)
        for state, n in counts
        if n
    ]
    text = "\n".join([texts("delivered-doubts"), *lines, "", texts("delivered-doubts-do")])
    return Message(text, ((Button(texts.plain("delivered-open"), Troubles(0, 0).pack()),),))


def missed(texts: Texts, network: Network, training: Training, stage: str, n: int) -> Message:
    """Tell that reminders could not be sent while they made sense."""
    text = texts(
        "delivered-missed",
        n=n,
        stage=texts.label("reminder-stage", stage),
        title=training.title,
        when=when(texts, network, training),
    )
    label = texts.plain("delivered-open")
    return Message(text, ((Button(label, Troubles(training.id, 0).pack()),),))
