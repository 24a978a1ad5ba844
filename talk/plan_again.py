"""A training from what is there: a draft that is finished, or one that is held again."""

from __future__ import annotations

from domain.localtime import to_local
from domain.network import Network
from domain.plan_hosts import again
from domain.plan_sketch import When
from domain.training import Training, has_link, has_place
from talk.action import OfTraining
from talk.form import Answers
from talk.plan_hosts import FIRST
from talk.plan_offers import WHEN, Step, answers_of

#: Under this name stands the number of the draft that is finished; no question has it.
DRAFT = "draft"
#: What is of one date only: it is asked, or follows from it.
_OF_THE_DATE = (*WHEN, Step.DEADLINE, Step.UNITS)


class FinishDraft(OfTraining):
    """«Weiter bearbeiten»: a draft as the form has it."""

    CODE = "pgf"


class AskDropDraft(OfTraining):
    """«Entwurf verwerfen»: asks back once."""

    CODE = "pga"


class DropDraft(OfTraining):
    """«Ja, verwerfen»."""

    CODE = "pgd"


class Repeat(OfTraining):
    """«Noch einmal»: the same training on another date."""

    CODE = "pgr"


def finishing(draft: Training, network: Network) -> Answers:
    """Return the answers that a draft goes on with."""
    return {**_answers(draft, network), DRAFT: draft.id, FIRST: draft.host}


def _answers(training: Training, network: Network) -> Answers:
    """Return what holds of a training; of a place or an address it has none, nothing is said."""
    mode = training.plan.mode
    needed: dict[str, bool] = {Step.PLACE: has_place(mode), Step.LINK: has_link(mode)}
    said = answers_of(training.plan, network)
    return {name: answer for name, answer in said.items() if needed.get(name, True)}


def repeating(pattern: Training, network: Network, host: str) -> Answers:
    """Return the answers of a pattern; only its date is asked, or what is open of a named one.

    It is held together as it was, also by a `host` that was not the first one.

    Words that were erased with the registrations are not there, and so never come back.
    """
    said = _answers(pattern, network)
    kept = {name: answer for name, answer in said.items() if name not in _OF_THE_DATE}
    return {**kept, Step.HOSTS: list(again(pattern, host)), **_named(pattern, network)}


def _named(pattern: Training, network: Network) -> Answers:
    """Return the day and time that were named when it was called off."""
    moment = pattern.called_off.instead_at
    if moment is None:
        return {}
    local = to_local(moment, network.zone)
    return {
        Step.DAY: When(local.date()).pack(),
        Step.START: When(starts=local.time()).pack(),
    }
