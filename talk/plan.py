"""A training's facts: asked one by one, all at once on a page or in a file, and changed later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from domain.localtime import to_local
from domain.network import Network
from domain.plan import (
    ACCESSIBILITY,
    Problem,
    bad_dates,
    bad_minimum,
    overtaken,
    rules_of,
)
from domain.plan_sketch import Sketch, When
from domain.plan_told import stands
from domain.training import MOST_SEATS, Plan
from domain.typed import one_line, several_lines
from domain.units import MOST_UNITS
from domain.vocabulary import DeliveryMode, EventFormat, Sector, Topic
from talk import plan_hosts as hosts
from talk import plan_offers as offer
from talk import plan_words as words
from talk.action import Action
from talk.dates import DatePart, Moment, Span
from talk.form import (
    Again,
    Answers,
    Choice,
    Form,
    Grouped,
    Number,
    Offers,
    Question,
    Review,
    Setting,
    Several,
    Words,
    these,
)
from talk.plan_offers import (
    ANNOUNCE,
    KEEP,
    PUBLISH,
    WHEN,
    Step,
    answers_of,
    before,
    dated,
    mode_of,
)
from talk.session import SESSIONS


def drawn(at: Setting) -> Sketch:
    """Return what was answered, with what holds where nothing was said."""
    said = {**PLAN.filled(at), **before(at), **at.answers}
    deadline = said.get(Step.DEADLINE)
    return replace(
        dated(at),
        title=said.get(Step.TITLE, ""),
        topic=Topic(said.get(Step.TOPIC, Topic.OTHER)),
        format=EventFormat(said.get(Step.FORMAT, EventFormat.SEMINAR)),
        mode=mode_of(at),
        place=said.get(Step.PLACE) or "",
        link=said.get(Step.LINK) or "",
        seats=said[Step.SEATS],
        deadline=_local(deadline, at) if deadline else None,
        units=said[Step.UNITS],
        sectors=tuple(each for each in Sector if each in said[Step.SECTORS]),
        reminders=rules_of(said[Step.REMINDERS], at.network),
        accessibility=tuple(each for each in ACCESSIBILITY if each in said[Step.ACCESSIBILITY]),
        description=said.get(Step.DESCRIPTION) or "",
        speakers=said.get(Step.SPEAKERS) or "",
        cost=said.get(Step.COST) or "",
        contact=said.get(Step.CONTACT) or "",
        minimum=said.get(Step.MINIMUM),
        approval=said.get(Step.APPROVAL) == offer.YES,
        co_hosts=tuple(said.get(Step.HOSTS) or ()),
    )


def _local(moment: str, at: Setting) -> datetime:
    return to_local(datetime.fromisoformat(moment), at.network.zone)


def _holds(at: Setting) -> Again | None:
    """Return what is to be asked once more before it is published."""
    needed = (each for each in PLAN.asked(at) if each.required)
    missing = next((each for each in needed if each.name not in at.answers), None)
    if missing is not None:
        return Again(missing.name, "")
    sketch = drawn(at)
    if (wrong := bad_dates(sketch, at.network)) is not None:
        return Again(Step.SESSIONS, offer.why(wrong))
    if (short := bad_minimum(sketch.minimum, sketch.seats)) is not None:
        return Again(Step.MINIMUM, offer.why(short))
    problem = overtaken(sketch, at.network, at.now)
    if problem is None:
        return None
    past = Step.DAY if problem is Problem.START_PAST else Step.DEADLINE
    return Again(past, offer.why(problem))


def _spans(name: str, part: DatePart, offers: Offers, abreast: int, a_page: int) -> Span:
    within = "" if name == Step.DAY else Step.DAY
    turns = ("plan-weeks-before", "plan-weeks-after")
    return Span(
        name,
        offers,
        turns=turns,
        abreast=abreast,
        a_page=a_page,
        within=within,
        part=part,
        known=offer.known,
        settled=offer.settled,
    )


#: Asked one by one, of a new training; what follows has a good default, and a line to change it.
_ASKED: tuple[Question, ...] = (
    Words(Step.TITLE, one_line, offer.title_problem, open=True),
    Grouped(Step.TOPIC, these(Topic), labels="topic", groups=words.TOPIC_GROUPS),
    Choice(Step.FORMAT, these(EventFormat), labels="format", abreast=2, a_page=len(EventFormat)),
    offer.ModeChoice(
        Step.MODE,
        these(DeliveryMode),
        labels="mode",
        abreast=2,
        default=offer.usual_mode,
        unasked=True,
    ),
    words.PlaceWords(
        Step.PLACE,
        one_line,
        offer.place_problem,
        optional=True,
        open=True,
        asked_if=offer.needs_place,
    ),
    Words(
        Step.LINK,
        offer.as_link,
        offer.link_problem,
        optional=True,
        meant=offer.one_word,
        asked_if=offer.needs_link,
    ),
    _spans(Step.DAY, DatePart.DAY, offer.days, 3, offer.DAYS_A_PAGE),
    _spans(
        Step.START, DatePart.STARTS, these(When(starts=at).pack() for at in offer.STARTS), 4, 16
    ),
    _spans(Step.END, DatePart.ENDS, offer.ends, 4, 16),
)
_USUAL: tuple[Question, ...] = (
    SESSIONS,
    Number(
        Step.SEATS,
        1,
        MOST_SEATS,
        offer.seats,
        unlimited=True,
        abreast=4,
        default=lambda at: at.network.defaults.capacity,
    ),
    Number(
        Step.MINIMUM,
        1,
        MOST_SEATS,
        words.MINIMA,
        words.minimum_problem,
        unlimited=True,
        abreast=3,
        default=words.nobody,
    ),
    Moment(
        Step.DEADLINE,
        offer.deadlines,
        settled=offer.until,
        far=offer.FAR,
        until=True,
        default=offer.usual_deadline,
    ),
    Number(Step.UNITS, 0, MOST_UNITS, offer.units, abreast=6, default=offer.usual_units),
    Several(
        Step.SECTORS,
        offer.sectors,
        labels="sector",
        closed=tuple(Sector),
        enough=offer.some(Step.SECTORS),
        whole=lambda _: {offer.ALL: []},
        default=offer.empty,
    ),
    Several(
        Step.REMINDERS,
        offer.reminders,
        labels="reminder-stage",
        closed=offer.EVERY_REMINDER,
        whole=offer.whole_reminders,
        default=offer.usual_reminders,
    ),
    Several(
        Step.ACCESSIBILITY,
        these(ACCESSIBILITY),
        labels="plan-access",
        enough=offer.some(Step.ACCESSIBILITY),
        whole=offer.no_accessibility,
        default=offer.empty,
    ),
    Words(
        Step.DESCRIPTION, several_lines, words.description_problem, optional=True, paragraphs=True
    ),
    Words(Step.SPEAKERS, one_line, words.speakers_problem, optional=True),
    Words(Step.COST, one_line, words.cost_problem, optional=True),
    words.ContactChoice(
        Step.CONTACT,
        words.contacts,
        labels="contact",
        asked_if=words.has_contacts,
        default=words.usual_contact,
    ),
    Choice(
        Step.APPROVAL,
        these((offer.NO, offer.YES)),
        labels="plan-approval",
        default=lambda _: offer.NO,
    ),
    Several(
        Step.HOSTS,
        hosts.others,
        enough=hosts.any_marked,
        whole=hosts.alone,
        asked_if=hosts.has_others,
        default=hosts.marked,
    ),
)
PLAN = Form(
    "plan",
    (
        *_ASKED,
        *(replace(each, unasked=True) for each in _USUAL),
        Review(Step.PREVIEW, ways=(ANNOUNCE, PUBLISH, KEEP), lines=True, holds=_holds),
    ),
    remembers=True,
)

#: Of these everybody registered learns when they change; of what is small, whom it is told to.
TOLD = (Step.TITLE, Step.MODE, Step.PLACE, Step.LINK, Step.DAY)
#: Nobody is told that these change: who moves up learns of the seat, who is reminded of the date.
NEVER_TOLD = (Step.SEATS, Step.REMINDERS)
_OWN_WAY = (*WHEN, Step.SESSIONS, Step.PREVIEW)
SMALL = tuple(each for each in Step if each not in {*TOLD, *NEVER_TOLD, *_OWN_WAY})
CHANGED = (*TOLD, *NEVER_TOLD, *SMALL)
#: The ways to make a small change.
TELL, QUIETLY = "tell", "quietly"
#: Under these names stands how the part stood that is changed, and that it changed meanwhile.
STOOD, OVERTAKEN = "stood", "overtaken"


def always_told(at: Setting) -> bool:
    """Return whether a change is told to everybody whom it concerns."""
    return at.answers["part"] in TOLD


def reviewed(at: Setting) -> bool:
    """Return whether a change is looked at once more before it is made, and it is never asked.

    That is so of what is told in any case, and to nobody; and where somebody was faster.
    """
    if always_told(at) or at.answers["part"] in NEVER_TOLD:
        return True
    return OVERTAKEN in at.answers and not may_be_told(at)


def may_be_told(at: Setting) -> bool:
    """Return whether it is asked if a small change shall be told: somebody is there to tell."""
    numbers = at.about
    return at.answers["part"] in SMALL and bool(numbers and numbers.taken + numbers.waiting)


def _meant(question: Question) -> Callable[[Setting], bool]:
    """Return when a part is asked; a new mode asks for the place or address that it needs."""

    def meant(at: Setting) -> bool:
        part = at.answers["part"]
        if part == Step.MODE and question.name in {Step.PLACE, Step.LINK}:
            return question.asked_if(at) and not before(at).get(question.name)
        return part in {question.name, question.within}

    return meant


CHANGE = Form(
    "change",
    (
        *(
            replace(each, asked_if=_meant(each), unasked=False)
            for each in PLAN.questions
            if each.name in CHANGED or each.within in CHANGED
        ),
        Review(Step.PREVIEW, asked_if=reviewed),
        Review(Step.TELLING, ways=(TELL, QUIETLY), asked_if=may_be_told),
    ),
)


def as_shown(at: Setting) -> Answers:
    """Return how the part that is changed stands beneath its question."""
    return {STOOD: stands(at.about.training.plan, at.answers["part"])}


def once_more(said: Answers) -> Answers:
    """Return the answers of a change that somebody was faster than: it is reviewed anew."""
    asked = {STOOD, Step.PREVIEW, Step.TELLING}
    return {**{name: said[name] for name in said if name not in asked}, OVERTAKEN: True}


def changeable(plan: Plan, network: Network, now: datetime) -> list[Step]:
    """Return the parts of a training that can be changed, in the order they were asked."""
    at = Setting(None, network, now, answers_of(plan, network))
    return [Step(each.name) for each in PLAN.lines(at) if each.name in CHANGED]


class NewTraining(Action):
    """«Fortbildung anlegen»."""

    CODE = "new"
