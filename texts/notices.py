"""What the bot says on its own: confirmations, reminders, changes."""

from __future__ import annotations

from datetime import datetime

from domain.actions import AskLeave, Details, Mute, Show
from domain.message import Button, Message
from domain.network import Network
from domain.reminder import days_left
from domain.training import Training
from texts.cards import Standing, calendar_document, card, when, where
from texts.cards import kept as kept_for_others
from texts.catalogue import Texts
from texts.dates import long_range


def _facts(texts: Texts, network: Network, training: Training) -> dict[str, str]:
    return {
        "title": training.title,
        "when": when(texts, network, training),
        "where": where(texts, training),
    }


def _own_buttons(texts: Texts, training: Training) -> tuple[Button, ...]:
    return (
        Button(texts.plain("button-details"), Details(training.id).pack()),
        Button(texts.plain("button-leave"), AskLeave(training.id).pack()),
    )


def confirmation(texts: Texts, network: Network, training: Training, now: datetime) -> Message:
    """Confirm a seat, with date, place and the file for the calendar."""
    text = texts("confirmation", **_facts(texts, network, training))
    if training.plan.link:
        text += "\n" + texts("details-link", link=training.plan.link)
    document = calendar_document(texts, network, training, now)
    return Message(text, (_own_buttons(texts, training),), document)


def in_line(
    texts: Texts, network: Network, training: Training, place: int, *, kept: bool = False
) -> Message:
    """Confirm a place on the waiting list; `kept` says that free seats are kept for others."""
    text = texts("in-line", place=place, **_facts(texts, network, training))
    if kept:
        text += "\n\n" + kept_for_others(texts, network, training)
    leave = Button(texts.plain("button-leave-line"), AskLeave(training.id).pack())
    return Message(text, ((leave,),))


def moved_up(texts: Texts, network: Network, training: Training, now: datetime) -> Message:
    """Tell somebody on the waiting list that a seat is theirs."""
    text = texts("moved-up", **_facts(texts, network, training))
    document = calendar_document(texts, network, training, now)
    return Message(text, (_own_buttons(texts, training),), document)


def reminder(texts: Texts, network: Network, training: Training, now: datetime) -> Message:
    """Remind somebody who has a seat; says how many days are left, also when it is late."""
    days = days_left(training.plan.starts_at, now, network.zone)
    text = texts("reminder", days=days, **_facts(texts, network, training))
    if training.plan.link:
        text += "\n" + texts("details-link", link=training.plan.link)
    mute = Button(texts.plain("button-mute"), Mute(training.id, 1).pack())
    return Message(text, (_own_buttons(texts, training), (mute,)))


def moved(
    texts: Texts,
    network: Network,
    training: Training,
    was: tuple[datetime, datetime],
    now: datetime,
) -> Message:
    """Tell of a new date: what was and what is now."""
    before = long_range(was[0], was[1], network.zone, texts.language)
    text = texts("moved", before=before, **_facts(texts, network, training))
    document = calendar_document(texts, network, training, now)
    return Message(text, (_own_buttons(texts, training),), document)


def changed(texts: Texts, network: Network, training: Training, was: str, now: datetime) -> Message:
    """Tell of a new place or link: what was and what is now."""
    before = was or texts.label("mode", training.plan.mode)
    text = texts("changed", before=before, **_facts(texts, network, training))
    if training.plan.link:
        text += "\n" + texts("details-link", link=training.plan.link)
    document = calendar_document(texts, network, training, now)
    return Message(text, (_own_buttons(texts, training),), document)


def cancelled(texts: Texts, network: Network, training: Training, now: datetime) -> Message:
    """Tell that a training is off."""
    text = texts("cancelled", **_facts(texts, network, training))
    document = calendar_document(texts, network, training, now)
    show = Button(texts.plain("button-details"), Show(training.id).pack())
    return Message(text, ((show,),), document)


def announcement(texts: Texts, network: Network, training: Training, standing: Standing) -> Message:
    """Announce a training: its card, under a line that says why this comes."""
    made = card(texts, network, training, standing)
    return Message(texts("announcement-head") + "\n\n" + made.text, made.buttons)


def repeated(texts: Texts, message: Message) -> Message:
    """Say that a message may have come before."""
    note = texts("repeated")
    return Message(f"{message.text}\n\n{note}", message.buttons, message.document, message.replaces)
