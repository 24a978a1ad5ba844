"""What is typed of a training, and whom one may turn to: its place, what it says of itself."""

from __future__ import annotations

from collections.abc import Sequence

from domain.plan import (
    bad_address,
    bad_cost,
    bad_description,
    bad_minimum,
    bad_speakers,
    with_scheme,
)
from domain.vocabulary import DeliveryMode, Topic
from talk.form import Asks, Choice, Setting, Taken, Words
from talk.plan_offers import NONE, Step, before, why

#: What a button carries that leads from the place to the address.
ONLINE = "online"
#: How an address begins that nobody takes for a place.
_SCHEMES = ("https://", "http://", "www.")
MINIMA = (5, 8, 10, 12, 15, 20)
#: The topics by groups, in the order of the vocabulary; none is missing, as a test proves.
TOPIC_GROUPS = {
    "foundations": (
        *(Topic.BASICS, Topic.LEGAL_BASICS, Topic.RISK_ASSESSMENT, Topic.PROCEDURES),
        *(Topic.ISEF_ROLE, Topic.DATA_PROTECTION, Topic.PROTECTION_CONCEPTS),
        Topic.RIGHTS_AND_PARTICIPATION,
    ),
    "harm": (
        *(Topic.NEGLECT, Topic.PHYSICAL_ABUSE, Topic.PSYCHOLOGICAL_ABUSE),
        *(Topic.SEXUALISED_VIOLENCE, Topic.DOMESTIC_VIOLENCE, Topic.DIGITAL_MEDIA),
        Topic.PEER_VIOLENCE,
    ),
    "families": (
        *(Topic.EARLY_CHILDHOOD_RISKS, Topic.PARENTAL_MENTAL_ILLNESS, Topic.PARENTAL_ADDICTION),
        *(Topic.HIGH_CONFLICT_SEPARATION, Topic.INCLUSIVE_PROTECTION),
        *(Topic.DIVERSITY_AND_FLIGHT, Topic.TRAUMA),
    ),
    "fields": (
        *(Topic.DAYCARE, Topic.SCHOOL, Topic.MEDICAL_PROTECTION, Topic.FAMILY_COURT),
        Topic.CRIMINAL_JUSTICE,
    ),
    "practice": (
        *(Topic.CONVERSATION_SKILLS, Topic.COOPERATION, Topic.QUALITY_DEVELOPMENT),
        *(Topic.STAFF_WELLBEING, Topic.OTHER),
    ),
}


class PlaceWords(Words):
    """The place of a new training; an address in its stead says that it takes place online."""

    def offered(self, at: Setting) -> Sequence[str]:
        """Return the ways on; the one to the address as long as the mode is not said."""
        ways = Words.offered(self, at)
        return (*ways, ONLINE) if _open(at) else ways

    def chosen(self, at: Setting, value: str) -> Taken:
        """Go on without a place; online it is the address that is asked next."""
        if value == ONLINE:
            return {**at.answers, Step.MODE: DeliveryMode.ONLINE.value}
        return Words.chosen(self, at, value)

    def entered(self, at: Setting, words: str) -> Taken:
        """Take a place, or the address of a training that takes place online."""
        link = with_scheme(words)
        if not (_open(at) and words.startswith(_SCHEMES) and bad_address(link) is None):
            return Words.entered(self, at, words)
        said = {**at.answers, Step.MODE: DeliveryMode.ONLINE.value, Step.LINK: link}
        return said if Step.DAY in at.answers else Asks(said, Step.DAY)


def _open(at: Setting) -> bool:
    return Step.MODE not in {**before(at), **at.answers}


class ContactChoice(Choice):
    """Whom to turn to: a function of an office, or nobody in particular."""

    def chosen(self, at: Setting, value: str) -> Taken:
        """Take a function, or none."""
        return {**at.answers, self.name: "" if value == NONE else value}


def description_problem(at: Setting) -> str:
    """Return why a description is none."""
    return why(bad_description(at.answers[Step.DESCRIPTION]))


def speakers_problem(at: Setting) -> str:
    """Return why words do not name who speaks."""
    return why(bad_speakers(at.answers[Step.SPEAKERS]))


def cost_problem(at: Setting) -> str:
    """Return why words do not say what it costs."""
    return why(bad_cost(at.answers[Step.COST]))


def minimum_problem(at: Setting) -> str:
    """Return why a training cannot need so many people."""
    said = {**before(at), **at.answers}
    seats = said.get(Step.SEATS, at.network.defaults.capacity)
    return why(bad_minimum(said.get(Step.MINIMUM), seats))


def contacts(at: Setting) -> Sequence[str]:
    """Return the functions of the offices by their slugs, the asker's own first, and none."""
    own = at.asker.office if at.asker else ""
    offices = sorted(at.network.offices, key=lambda office: office.slug != own)
    return [*(each.slug for office in offices for each in office.functions), NONE]


def usual_contact(at: Setting) -> str:
    """Return the first function of the asker's own office; no words if there is none."""
    office = at.network.find_office(at.asker.office) if at.asker else None
    return office.functions[0].slug if office and office.functions else ""


def has_contacts(at: Setting) -> bool:
    """Return whether any office of the network names a function."""
    return any(office.functions for office in at.network.offices)


def nobody(_: Setting) -> None:
    """Return that no number of people is needed."""
