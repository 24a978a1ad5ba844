"""The day in one message: what a coordinator reads once a day, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from domain.daily import Today
from domain.deliveries import Doubts
from domain.delivery import State
from domain.manage import Numbers
from domain.message import Button, Message, Rows, Style
from domain.network import Network
from talk.action import Action
from talk.close import Close
from talk.daily import SetDaily
from talk.deliveries import Troubles
from talk.manage import AskCancel, Attendance, ManageOne
from texts import session
from texts.cards import menu_row
from texts.catalogue import Texts
from texts.labels import shortened
from texts.manage import in_spite, numbers_line

#: So many trainings are named of each sort, and lead on by a button of their own at most.
MOST, MOST_BUTTONS = 5, 6
#: More rows of buttons would push what is told out of sight.
MOST_ROWS = 8


def summed_up(texts: Texts, network: Network, of: Today, after: datetime) -> Message:
    """Return the message of a day: only what there is, each with the way to act.

    What is coming begins `after` a moment: of a series its first session since is named.
    """
    left = {each.training.id: n for each, n in of.left}
    parts = [
        texts("daily"),
        _part(texts, network, "short", of.short),
        _part(texts, network, "deadline", of.deadline),
        _part(texts, network, "coming", of.coming, after=after),
        _part(texts, network, "left", [each for each, _ in of.left], left),
        _part(texts, network, "stuck", of.stuck),
        _part(texts, network, "unclosed", of.unclosed),
        _doubts(texts, of.doubts),
    ]
    off = Button(texts.plain("daily-off"), SetDaily(0).pack())
    decide, doubts = _to_decide(texts, of.short), _to_doubts(texts, of)
    doors = _doors(texts, of)[: MOST_ROWS - len(decide) - len(doubts) - 1]
    rows = (*decide, *doors, *doubts, (off,))
    return Message("\n\n".join(filter(None, parts)), rows)


def _doubts(texts: Texts, of: Doubts | None) -> str:
    """Return how many messages are unknown or failed."""
    if of is None:
        return ""
    counts = {State.UNKNOWN: of.unknown, State.FAILED: of.failed}
    lines = [
        texts("delivered-count", state=texts.label("delivery-state", state), n=n)
        for state, n in counts.items()
        if n
    ]
    return "\n".join([texts("daily-doubts"), *lines])


def _to_doubts(texts: Texts, of: Today) -> Rows:
    if of.doubts is None:
        return ()
    return ((Button(texts.plain("delivered-open"), Troubles(0, 0).pack()),),)


def _to_decide(texts: Texts, short: Sequence[Numbers]) -> Rows:
    """Return what can become of the one training that too few have registered for.

    Of several each has its card, where the same can be decided.
    """
    if len(short) != 1:
        return ()
    number = short[0].training.id
    off = Button(texts.plain("manage-cancel"), AskCancel(number).pack(), style=Style.DANGER)
    return ((off,), in_spite(texts, number))


def _part(
    texts: Texts,
    network: Network,
    name: str,
    listed: Sequence[Numbers],
    left: dict[int, int] | None = None,
    after: datetime | None = None,
) -> str:
    if not listed:
        return ""
    lines = [texts(f"daily-{name}")]
    for each in listed[:MOST]:
        plan = each.training.plan
        when = session.short(texts, network, plan, after)
        lines.append(texts("daily-line", title=plan.title, when=when))
        if name == "left" and left:
            lines.append(texts("daily-left-n", n=left[each.training.id]))
        elif name in {"short", "deadline", "coming"}:
            lines.append(numbers_line(texts, each))
        if name == "short":
            lines.append(texts("daily-minimum", n=plan.minimum or 0))
    if more := len(listed) - MOST:
        lines += [texts("list-more", n=more)] if more > 0 else []
    return "\n".join(lines)


def _doors(texts: Texts, of: Today) -> Rows:
    """Return a way to each training: what is to be done there first."""
    first: dict[int, tuple[str, Numbers, Action]] = {}
    for each in of.unclosed:
        number = each.training.id
        first.setdefault(number, ("daily-do-close", each, Close(number)))
    for each in of.coming:
        number = each.training.id
        first.setdefault(number, ("daily-do-list", each, Attendance(number)))
    for each in of.short if len(of.short) > 1 else ():
        number = each.training.id
        first.setdefault(number, ("daily-do-decide", each, ManageOne(number)))
    for each in (*of.deadline, *(e for e, _ in of.left), *of.stuck):
        number = each.training.id
        first.setdefault(number, ("daily-do-look", each, ManageOne(number)))
    ways = list(first.values())[:MOST_BUTTONS]
    labels = shortened([texts.plain(name, title=each.training.title) for name, each, _ in ways])
    return tuple(
        (Button(label, action.pack()),) for label, (_, _, action) in zip(labels, ways, strict=True)
    )


def switched(texts: Texts, *, on: bool) -> Message:
    """Say whether the day is summed up from now on, and how to change that."""
    other = Button(texts.plain("daily-off" if on else "daily-on"), SetDaily(int(not on)).pack())
    return Message(texts("daily-is-on" if on else "daily-is-off"), ((other,), menu_row(texts)))
