"""What a row of the ledger may name: for each kind a closed list, and nothing else ever."""

from __future__ import annotations

from collections.abc import Mapping

from domain.ledger.entries import KNOWN_BEFORE, UNCLOSED, LedgerKind
from domain.protocol_rows import Goal, minutes_of
from domain.vocabulary import EventFormat, FormatGroup, GoalStatus, Procedure, ReminderStage, Topic

#: More than anything here is counted; with more digits, a number could be somebody's chat.
MOST = 999_999

FORMATS = frozenset(each.value for each in EventFormat)
MEETINGS = frozenset(each.value for each in EventFormat if each.group is FormatGroup.EXCHANGE)
NOTHING = frozenset({""})

_NAMED: Mapping[LedgerKind, frozenset[str]] = {
    **dict.fromkeys(KNOWN_BEFORE, NOTHING | {UNCLOSED}),
    LedgerKind.REMINDER_SENT: frozenset(each.value for each in ReminderStage),
    LedgerKind.EVENT_HELD: FORMATS | NOTHING,
    LedgerKind.EVENT_CANCELLED: FORMATS | NOTHING,
    LedgerKind.ATTENDANCE: FORMATS | NOTHING,
    LedgerKind.NEED: frozenset(each.value for each in Topic),
    LedgerKind.EXCHANGE_HELD: MEETINGS | {minutes_of(each) for each in MEETINGS},
    LedgerKind.PROCEDURE_AGREED: frozenset(each.value for each in Procedure),
    LedgerKind.GOAL_SET: frozenset(each.value for each in Goal),
    LedgerKind.GOAL_RESULT: frozenset(f"{goal}:{status}" for goal in Goal for status in GoalStatus),
}


def details(kind: LedgerKind) -> frozenset[str]:
    """Return what a row of this kind may name; the empty text where it may name nothing.

    The database keeps to the same lists (`storage/migrations/ledger_lists.py`).
    """
    return _NAMED.get(kind, NOTHING)
