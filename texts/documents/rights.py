"""Who may do what, as a page: made of the rules themselves, by people who are asked one by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.channel import in_chat
from domain.person import Person, Place
from domain.rights import Act, AskingIn, NamedOne, SecondOf, may
from domain.training import CoHost, Plan, Training
from domain.vocabulary import (
    COUNTY_WIDE,
    DeliveryMode,
    EventFormat,
    EventStatus,
    Role,
    Sector,
    Topic,
)
from texts.catalogue import Texts

HOST, CO_HOST, OTHER, LEADING = "host", "co-host", "other", "leading"
_DAY = date(2027, 2, 1)


def _person(number: int, role: Role, office: str) -> Person:
    sector = Sector.SCHOOL if role is Role.SPECIALIST else Sector.YOUTH_OFFICE
    chat = in_chat(number)
    return Person(number, chat, role, office, sector, "de", None, 1, _DAY, _DAY)


#: Who is asked, in the order of the columns. The lead belongs to an office that holds nothing.
ASKED: dict[str, Person] = {
    "specialist": _person(1, Role.SPECIALIST, HOST),
    "auditor": _person(2, Role.AUDITOR, HOST),
    "host": _person(3, Role.COORDINATOR, HOST),
    "co-host": _person(4, Role.COORDINATOR, CO_HOST),
    "other": _person(5, Role.COORDINATOR, OTHER),
    "lead": _person(6, Role.LEAD, LEADING),
}


def _training(status: EventStatus = EventStatus.PUBLISHED) -> Training:
    starts = datetime(2027, 3, 12, 9, tzinfo=ZoneInfo("Europe/Berlin"))
    plan = Plan(
        title="Titel",
        topic=Topic.TRAUMA,
        format=EventFormat.SEMINAR,
        mode=DeliveryMode.IN_PERSON,
        starts_at=starts,
        ends_at=starts + timedelta(hours=3),
        deadline_at=starts - timedelta(days=14),
        withdraw_by=starts - timedelta(days=7),
        seats=10,
        units=4,
        co_hosts=(CoHost(CO_HOST, 1),),
    )
    return Training(1, "uid", HOST, plan, status)


_JOINT, _DRAFT = _training(), _training(EventStatus.DRAFT)
_MEMBER = _person(10, Role.SPECIALIST, HOST)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the page: what somebody would do, and to what."""

    act: Act
    of: object = None


ROWS: dict[str, Row] = {
    "coordinate": Row(Act.COORDINATE),
    "read-reports": Row(Act.READ_REPORTS),
    "read-log": Row(Act.READ_LOG),
    "invite-specialist": Row(Act.INVITE, Role.SPECIALIST),
    "invite-coordinator": Row(Act.INVITE, Role.COORDINATOR),
    "invite-lead": Row(Act.INVITE, Role.LEAD),
    "invite-auditor": Row(Act.INVITE, Role.AUDITOR),
    "manage": Row(Act.MANAGE, _JOINT),
    "manage-draft": Row(Act.MANAGE, _DRAFT),
    "name-hosts": Row(Act.NAME_HOSTS, _JOINT),
    "mark": Row(Act.MARK, _JOINT),
    "read-name": Row(Act.READ_NAME, NamedOne(_JOINT, "else", 2)),
    "read-name-early": Row(Act.READ_NAME, NamedOne(_JOINT, "else", 1)),
    "read-name-own": Row(Act.READ_NAME, NamedOne(_JOINT, OTHER, 2)),
    "look-after": Row(Act.LOOK_AFTER, _MEMBER),
    "look-after-county": Row(Act.LOOK_AFTER, replace(_MEMBER, office=COUNTY_WIDE)),
    "look-after-coordinator": Row(Act.LOOK_AFTER, _person(11, Role.COORDINATOR, HOST)),
    "ask-member": Row(Act.ASK_MEMBER, _MEMBER),
    "end-membership": Row(Act.END_MEMBERSHIP, _MEMBER),
    "end-coordinator": Row(Act.END_MEMBERSHIP, _person(11, Role.COORDINATOR, HOST)),
    "end-restricted": Row(Act.END_MEMBERSHIP, replace(_MEMBER, restricted_on=_DAY)),
    "approve": Row(Act.APPROVE, _MEMBER),
    "second": Row(Act.SECOND, SecondOf(99, (HOST, CO_HOST))),
    "second-own": Row(Act.SECOND, SecondOf(3, (HOST, CO_HOST))),
    "let-in": Row(Act.LET_IN, AskingIn(Place(HOST, Sector.SCHOOL), frozenset({3}))),
}


def cells(ask: Callable[[Person, Act, object], bool] = may) -> dict[tuple[str, str], bool]:
    """Return whether each may do each thing, by row and column."""
    return {
        (row, column): ask(person, of.act, of.of)
        for row, of in ROWS.items()
        for column, person in ASKED.items()
    }


def page(texts: Texts) -> str:
    """Return the page as Markdown."""
    found = cells()
    answers = {True: texts.plain("rights-yes"), False: texts.plain("rights-no")}
    head = [texts.plain("rights-what"), *(texts.plain(f"rights-who-{who}") for who in ASKED)]
    lines = [head, ["---"] * len(head)]
    for row in ROWS:
        said = (answers[found[row, who]] for who in ASKED)
        lines.append([texts.plain(f"rights-row-{row}"), *said])
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"{texts.plain('rights-head')}\n\n{table}\n\n{texts.plain('rights-foot')}\n"
