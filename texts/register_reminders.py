"""Which reminders will really come, for who is reminded and for who plans them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from domain.letters import to_come
from domain.network import Network, ReminderRule
from domain.reminder import Planned
from domain.training import Training
from texts.catalogue import Texts


def stages(texts: Texts, planned: Iterable[Planned]) -> str:
    """Return the stages of reminders in order, as one reads them; of a series each once."""
    found = dict.fromkeys(one.stage for one in planned)
    return ", ".join(texts.label("reminder-stage", each) for each in found)


def to_remind(texts: Texts, network: Network, training: Training, now: datetime) -> str:
    """Return the reminders of a training that are still to come, as its coordinator reads them."""
    return chosen(texts, training.plan.reminders, to_come(training, network, now))


def chosen(texts: Texts, rules: Collection[ReminderRule], planned: Collection[Planned]) -> str:
    """Return which of the chosen reminders will go, or why none will."""
    if planned:
        return stages(texts, planned)
    return texts.plain("plan-reminders-late" if rules else "plan-reminders-none")


def will_remind(
    texts: Texts, network: Network, training: Training, now: datetime, *, muted: bool
) -> str:
    """Return the sentence that says which reminders somebody with a seat will get."""
    if muted:
        return texts("remind-muted")
    found = to_come(training, network, now)
    return texts("remind-will", stages=stages(texts, found)) if found else texts("remind-none")
