"""How a small fact of a training reads that is another one now, in the notice that tells of it."""

from __future__ import annotations

from collections.abc import Callable

from domain.network import Network
from domain.training import Training
from texts import cards
from texts import plan_hosts as hosts
from texts.catalogue import Texts
from texts.plan_facts import contact, teaser


def _support(texts: Texts, training: Training) -> str:
    return " ".join(texts.plain(f"accessibility-{each}") for each in training.plan.accessibility)


def _minimum(texts: Texts, training: Training) -> str:
    least = training.plan.minimum
    return texts.plain("plan-minimum-n", n=least) if least else ""


def _approval(texts: Texts, training: Training) -> str:
    return texts.plain(f"plan-approval-{'yes' if training.plan.approval else 'no'}")


_NOW: dict[str, Callable[[Texts, Network, Training], str]] = {
    "topic": lambda texts, _, training: texts.label("topic", training.plan.topic),
    "format": lambda texts, _, training: texts.label("format", training.plan.format),
    "deadline_at": cards.deadline,
    "units": lambda _texts, _network, training: str(training.plan.units),
    "sectors": lambda texts, _, training: cards.sectors(texts, training),
    "accessibility": lambda texts, _, training: _support(texts, training),
    "description": lambda _texts, _network, training: teaser(training.plan.description),
    "speakers": lambda _texts, _network, training: training.plan.speakers,
    "cost": lambda _texts, _network, training: training.plan.cost,
    "contact": lambda _, network, training: contact(network, training.plan.contact, reach=True),
    "minimum": lambda texts, _, training: _minimum(texts, training),
    "approval": lambda texts, _, training: _approval(texts, training),
    "co_hosts": lambda _, network, training: hosts.names(network, training),
}

#: What is called otherwise than its question.
_CALLED = {"deadline_at": "plan-name-deadline", "co_hosts": "hosts-held-by"}


def now(texts: Texts, network: Network, training: Training, name: str) -> str:
    """Return the line of a small fact as it is now."""
    value = _NOW[name](texts, network, training) if name in _NOW else ""
    called = texts.plain(_CALLED.get(name, f"plan-name-{name}"))
    return texts("changed-small", name=called, value=value or texts.plain("plan-without"))
