"""The closed lists of the field: stable slugs that are never renamed and never reused."""

from __future__ import annotations

from enum import StrEnum

#: Stands in the place of an office slug for institutions that serve the whole county.
COUNTY_WIDE = "county-wide"


class Topic(StrEnum):
    """What a training is about; one primary topic each, and only that one counts in tables."""

    BASICS = "basics"
    LEGAL_BASICS = "legal-basics"
    RISK_ASSESSMENT = "risk-assessment"
    PROCEDURES = "procedures"
    ISEF_ROLE = "isef-role"
    DATA_PROTECTION = "data-protection"
    CONVERSATION_SKILLS = "conversation-skills"
    NEGLECT = "neglect"
    PHYSICAL_ABUSE = "physical-abuse"
    PSYCHOLOGICAL_ABUSE = "psychological-abuse"
    SEXUALISED_VIOLENCE = "sexualised-violence"
    DOMESTIC_VIOLENCE = "domestic-violence"
    EARLY_CHILDHOOD_RISKS = "early-childhood-risks"
    DIGITAL_MEDIA = "digital-media"
    PEER_VIOLENCE = "peer-violence"
    PARENTAL_MENTAL_ILLNESS = "parental-mental-illness"
    PARENTAL_ADDICTION = "parental-addiction"
    HIGH_CONFLICT_SEPARATION = "high-conflict-separation"
    INCLUSIVE_PROTECTION = "inclusive-protection"
    DIVERSITY_AND_FLIGHT = "diversity-and-flight"
    PROTECTION_CONCEPTS = "protection-concepts"
    RIGHTS_AND_PARTICIPATION = "rights-and-participation"
    DAYCARE = "daycare"
    SCHOOL = "school"
    MEDICAL_PROTECTION = "medical-protection"
    FAMILY_COURT = "family-court"
    CRIMINAL_JUSTICE = "criminal-justice"
    TRAUMA = "trauma"
    COOPERATION = "cooperation"
    QUALITY_DEVELOPMENT = "quality-development"
    STAFF_WELLBEING = "staff-wellbeing"
    OTHER = "other"


class FormatGroup(StrEnum):
    """What a format counts as in the report."""

    TRAINING = "training"
    EXCHANGE = "exchange"
    INFORMATION = "information"


class EventFormat(StrEnum):
    """How an event is held; its group decides where the report counts it."""

    SPECIALIST_DAY = "specialist-day"
    SEMINAR = "seminar"
    WORKSHOP = "workshop"
    LECTURE = "lecture"
    TRAINING_SERIES = "training-series"
    CERTIFICATE_COURSE = "certificate-course"
    CASE_WORKSHOP = "case-workshop"
    NETWORK_MEETING = "network-meeting"
    COORDINATION_CONFERENCE = "coordination-conference"
    STEERING_GROUP = "steering-group"
    WORKING_GROUP = "working-group"
    QUALITY_DIALOGUE = "quality-dialogue"
    ROUND_TABLE = "round-table"
    INFO_SESSION = "info-session"
    OTHER = "other"

    @property
    def group(self) -> FormatGroup:
        """What an event of this format counts as."""
        if self in _EXCHANGE:
            return FormatGroup.EXCHANGE
        if self in _INFORMATION:
            return FormatGroup.INFORMATION
        return FormatGroup.TRAINING


_EXCHANGE = frozenset(
    {
        EventFormat.NETWORK_MEETING,
        EventFormat.COORDINATION_CONFERENCE,
        EventFormat.STEERING_GROUP,
        EventFormat.WORKING_GROUP,
        EventFormat.QUALITY_DIALOGUE,
        EventFormat.ROUND_TABLE,
    }
)
_INFORMATION = frozenset({EventFormat.INFO_SESSION, EventFormat.OTHER})


class DeliveryMode(StrEnum):
    """Where people take part."""

    IN_PERSON = "in-person"
    ONLINE = "online"
    HYBRID = "hybrid"
    SELF_PACED = "self-paced"


class Sector(StrEnum):
    """The field a person works in; one a person, no profession and no job title."""

    YOUTH_OFFICE = "youth-office"
    INDEPENDENT_PROVIDER = "independent-provider"
    DAYCARE = "daycare"
    SCHOOL = "school"
    HEALTH = "health"
    POLICE = "police"
    JUSTICE = "justice"
    COUNSELLING = "counselling"
    PUBLIC_ORDER = "public-order"
    SOCIAL_ADMINISTRATION = "social-administration"
    CIVIL_SOCIETY = "civil-society"
    OTHER = "other"


class Role(StrEnum):
    """What a person may do here."""

    SPECIALIST = "specialist"
    COORDINATOR = "coordinator"
    LEAD = "lead"
    AUDITOR = "auditor"


class EventStatus(StrEnum):
    """Where an event stands."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CLOSED = "closed"
    HELD = "held"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"


class Announced(StrEnum):
    """Which announcements somebody gets."""

    ALL = "all"
    TOPICS = "topics"
    NONE = "none"


class RegistrationStatus(StrEnum):
    """Where a registration stands."""

    CONFIRMED = "confirmed"
    WAITLISTED = "waitlisted"
    OFFERED = "offered"
    WITHDRAWN = "withdrawn"
    LATE_WITHDRAWN = "late-withdrawn"
    ATTENDED = "attended"
    ABSENT = "absent"


class ReminderStage(StrEnum):
    """What a reminder is about."""

    DEADLINE_NEAR = "deadline-near"
    TWO_WEEKS = "two-weeks"
    ONE_WEEK = "one-week"
    THREE_DAYS = "three-days"
    ONE_DAY = "one-day"
    SAME_DAY = "same-day"
    FEEDBACK = "feedback"


class GoalStatus(StrEnum):
    """What became of a goal of the year."""

    MET = "met"
    PARTLY = "partly"
    OPEN = "open"
    DROPPED = "dropped"


class Procedure(StrEnum):
    """An agreement or product of the network."""

    REPORTING_PATH = "reporting-path"
    PROCEDURE = "procedure"
    GUIDELINE = "guideline"
    FORM = "form"
    FLYER = "flyer"
    DIRECTORY = "directory"
    AGREEMENT = "agreement"
    OTHER = "other"
