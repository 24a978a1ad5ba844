"""The messages about an approval: to the office that is asked, and to who registered."""

from __future__ import annotations

from domain.approve_answer import AskedAbout, NotRuled, Ruled, Ruling, mark
from domain.message import Button, Message, Style
from domain.network import Network
from domain.training import Training
from talk.approve import Approve, Disapprove, WhoAsks
from talk.register import Show
from texts import cards
from texts.catalogue import Texts
from texts.dates import short_moment
from texts.institutions import institution
from texts.people import code, joined


def _about(texts: Texts, network: Network, training: Training) -> str:
    return texts(
        "approve-about",
        title=training.title,
        when=cards.when(texts, network, training),
        where=cards.where(texts, training),
    )


def asked(
    texts: Texts, network: Network, training: Training, of: AskedAbout, *, named: bool | None = None
) -> Message:
    """Ask an office about one of its own, by number and month of joining.

    A name stands one tap away, in a message that goes again; there it is `named` if it may be.
    """
    own, who = of.registration, of.applicant
    assert own.approve_by is not None
    number, request = own.id, mark(own.approve_by)
    head = texts(
        "approve-asked",
        member=(named and who.name) or code(texts, who),
        institution=institution(texts, network, who.office, who.sector),
        month=joined(texts, who),
        until=short_moment(own.approve_by, network.zone, texts.language),
    )
    yes, no = Approve(number, request).pack(), Disapprove(number, request).pack()
    answers = (
        Button(texts.plain("approve-yes"), yes, style=Style.SUCCESS),
        Button(texts.plain("approve-no"), no),
    )
    look = Button(texts.plain("approve-who"), WhoAsks(number, request).pack())
    text = f"{head}\n\n{_about(texts, network, training)}"
    return Message(text, (answers, *([(look,)] if named is None else [])))


def decided(texts: Texts, network: Network, of: Ruled) -> Message:
    """Say what was decided, in place of the question."""
    about = _about(texts, network, of.training)
    return Message(f"{texts(f'approve-was-{of.decision}')}\n\n{about}")


def not_decided(texts: Texts, why: NotRuled) -> Message:
    """Say that there is nothing to decide any more, in place of the question."""
    return Message(texts(f"approve-not-{why}"))


def given(texts: Texts, made: Message) -> Message:
    """Say that the office approved, above what somebody has by it."""
    return Message(f"{texts('approve-given')}\n\n{made.text}", made.buttons, made.document)


def ended(texts: Texts, network: Network, training: Training, how: Ruling) -> Message:
    """Tell somebody that what was held for them was given back, and why."""
    mail = network.contact.mail
    text = texts(f"approve-ended-{how}", mail=mail)
    show = Button(texts.plain("button-details"), Show(training.id).pack())
    return Message(f"{text}\n\n{_about(texts, network, training)}", ((show,),))
