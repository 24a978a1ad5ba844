"""The members of an office, as their coordinators read them, and what a member is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.message import Button, Message, Rows, Style
from domain.network import Network
from domain.paging import Part
from domain.people import Takers
from domain.person import Person
from talk.account import AskAccount
from talk.people import (
    AskConfirmAll,
    AskEnd,
    AskMember,
    ConfirmAll,
    Elsewhere,
    EndMembership,
    OwnMember,
    OwnPeople,
    StillThere,
)
from talk.privacy import AskErase
from texts import paging
from texts.cards import menu_row, when
from texts.catalogue import Texts
from texts.dates import month, plain_day, short_day
from texts.institutions import institution
from texts.labels import shortened


@dataclass(frozen=True, slots=True)
class MemberSeen:
    """A member, whether names may be read at all, and what the visitor can do about them."""

    member: Person
    named: bool
    ends: bool = False
    asks: bool = False


def code(texts: Texts, member: Person) -> str:
    """Return what a member without a name is called by; it stands in the own data, too."""
    return texts.plain("members-code", n=member.id)


def _called(texts: Texts, of: MemberSeen) -> str:
    return (of.member.name if of.named else None) or code(texts, of.member)


def joined(texts: Texts, member: Person) -> str:
    """Return the month in which somebody joined."""
    return month(member.joined_on or member.consented_on, texts.language)


def listed(texts: Texts, network: Network, shown: Part[MemberSeen], note: str = "") -> Message:
    """Return a page of the members: a name where it was given, else a number and the month."""
    head = paging.heading(texts, texts("members-head", n=shown.total), shown)
    numbered = list(enumerate(shown.items, shown.first))
    lines = [_entry(texts, network, number, each) for number, each in numbered]
    labels = shortened([f"{number}. {_called(texts, each)}" for number, each in numbered])
    rows = [
        (Button(label, OwnMember(each.member.id).pack()),)
        for label, (_, each) in zip(labels, numbered, strict=True)
    ]
    confirm = Button(texts.plain("members-confirm-all"), AskConfirmAll().pack())
    others = Button(texts.plain("members-elsewhere"), Elsewhere(0).pack())
    ways = (*paging.turns(texts, shown, OwnPeople), (confirm, others), menu_row(texts))
    parts = [*([note] if note else []), head, *lines]
    return Message("\n\n".join(parts), (*rows, *ways))


def _entry(texts: Texts, network: Network, number: int, each: MemberSeen) -> str:
    """Return the lines of a member; who has no name is told apart by number and month."""
    member = each.member
    head = texts("members-entry", number=number, called=_called(texts, each))
    where = institution(texts, network, member.office, member.sector)
    more = [texts("members-where", role=texts.label("role", member.role), institution=where)]
    if not (each.named and member.name):
        more.append(texts("members-since", month=joined(texts, member)))
    if member.asked_on is not None:
        more.append(_asked(texts, member.asked_on))
    return "\n".join([head, *more])


def _asked(texts: Texts, day: date) -> str:
    return texts("members-was-asked", day=short_day(day, texts.language))


def member_card(texts: Texts, network: Network, of: MemberSeen, note: str = "") -> Message:
    """Return one member with what can be done."""
    member = of.member
    lines = [
        texts("members-card", called=_called(texts, of)),
        texts(
            "members-where",
            role=texts.label("role", member.role),
            institution=institution(texts, network, member.office, member.sector),
        ),
        texts("members-since", month=joined(texts, member)),
    ]
    if member.confirmed_on is not None:
        day = short_day(member.confirmed_on, texts.language)
        lines.append(texts("members-confirmed-on", day=day))
    if member.asked_on is not None:
        lines.append(_asked(texts, member.asked_on))
    parts = [*([note] if note else []), "\n".join(lines)]
    return Message("\n\n".join(parts), _card_rows(texts, of))


def _card_rows(texts: Texts, of: MemberSeen) -> Rows:
    number = of.member.id
    ask = Button(texts.plain("members-ask"), AskMember(number).pack())
    end = Button(texts.plain("members-end"), AskEnd(number).pack(), style=Style.DANGER)
    moving = Button(texts.plain("members-account"), AskAccount(number).pack())
    first = [ask] if of.asks and of.member.asked_on is None else []
    back = Button(texts.plain("members-list"), OwnPeople(0).pack())
    rows = (tuple(first), (moving,) if of.ends else (), (end,) if of.ends else (), (back,))
    return tuple(row for row in rows if row)


def ask_end(texts: Texts, network: Network, of: MemberSeen) -> Message:
    """Ask back once before a membership ends."""
    member = of.member
    where = institution(texts, network, member.office, member.sector)
    text = texts("members-ask-end", called=_called(texts, of), institution=where)
    yes = EndMembership(member.id).pack()
    no = Button(texts.plain("members-end-no"), OwnMember(member.id).pack())
    return Message(
        text, ((Button(texts.plain("members-end-yes"), yes, style=Style.DANGER),), (no,))
    )


def farewell(texts: Texts, network: Network, member: Person) -> Message:
    """Tell somebody that the coordination office ended the membership."""
    where = institution(texts, network, member.office, member.sector)
    contact = network.contact.mail
    said = texts("members-farewell", institution=where, contact=contact)
    return Message(f"{said}\n\n{texts('erase-done')}")


def ask_confirm_all(texts: Texts, n: int, asked: int) -> Message:
    """Ask back once before all are confirmed, with how many these are."""
    parts = [texts("members-ask-confirm", n=n)]
    if asked:
        parts.append(texts("members-still-asked", n=asked))
    parts.append(texts("members-confirm-hint"))
    yes = Button(texts.plain("members-confirm-yes"), ConfirmAll().pack(), style=Style.SUCCESS)
    no = Button(texts.plain("members-list"), OwnPeople(0).pack())
    return Message("\n\n".join(parts), (*(((yes,),) if n else ()), (no,)))


def confirmed(texts: Texts, n: int) -> str:
    """Say how many are confirmed."""
    return texts("members-confirmed", n=n)


def elsewhere(texts: Texts, network: Network, shown: Part[Takers]) -> Message:
    """Return how many of the own people take part in each training of other offices."""
    back = (Button(texts.plain("members-list"), OwnPeople(0).pack()),)
    if not shown.items:
        return Message(texts("members-elsewhere-none"), (back,))
    head = paging.heading(texts, texts("members-elsewhere-head", n=shown.total), shown)
    lines = [
        texts(
            "members-elsewhere-entry",
            title=each.training.title,
            when=when(texts, network, each.training),
            taken=each.taken,
            waiting=each.waiting,
        )
        for each in shown.items
    ]
    turns = paging.turns(texts, shown, Elsewhere)
    return Message("\n\n".join([head, *lines]), (*turns, back))


def still_there(texts: Texts, network: Network, member: Person, leaves: date) -> Message:
    """Ask a member whether they still work there, and say what follows without an answer."""
    where = institution(texts, network, member.office, member.sector)
    day = plain_day(leaves, texts.language)
    text = texts("members-still-there", institution=where, day=day)
    yes = Button(texts.plain("members-yes"), StillThere().pack(), style=Style.SUCCESS)
    no = Button(texts.plain("members-no"), AskErase().pack())
    return Message(text, ((yes,), (no,)))


def stays(texts: Texts, network: Network, member: Person) -> Message:
    """Say that somebody stays."""
    where = institution(texts, network, member.office, member.sector)
    return Message(texts("members-stays", institution=where), (menu_row(texts),))


def unanswered(texts: Texts) -> Message:
    """Say that everything was erased, as there was no answer."""
    return Message(f"{texts('members-unanswered')}\n\n{texts('erase-done')}")


def to_confirm(texts: Texts) -> Message:
    """Remind coordinators that members are to be confirmed."""
    open_ = Button(texts.plain("menu-people"), OwnPeople(0).pack(), style=Style.PRIMARY)
    return Message(texts("members-to-confirm"), ((open_,), menu_row(texts)))
