"""The one door to what is kept: everything of one network, within one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.accounts import Accounts
from storage.agenda import Agenda
from storage.agreements import Agreements
from storage.approvals import Approvals
from storage.aside import SetAside
from storage.attendees import Attendees
from storage.audiences import Audiences
from storage.broadcasts import Broadcasts
from storage.clock import Clock, told
from storage.crypto import Vault
from storage.deeds import Deeds
from storage.dossiers import Dossiers
from storage.drafts import Drafts
from storage.entries import Ledger
from storage.erasures import Gone
from storage.exchange import Exchange
from storage.guards import Guards
from storage.inbox import Inbox
from storage.invitations import AccessRequests, Invitations
from storage.keys import SealedValues
from storage.measures import Measures
from storage.members import Members
from storage.moments import Moments
from storage.moveups import MoveUps
from storage.outbox.changes import Changes
from storage.outbox.deliveries import Deliveries
from storage.outbox.doubts import Telling
from storage.outbox.gates import Gates
from storage.outbox.outcomes import Outcomes
from storage.outbox.oversight import Oversight
from storage.outbox.plans import Plans
from storage.outbox.takeover import Takeover
from storage.persons import Persons
from storage.place_changes import PlaceChanges
from storage.proofs import Proofs
from storage.registrations import Registrations
from storage.regrets import Regrets
from storage.report.assessments import Assessments
from storage.report.endorsements import Endorsements
from storage.report.judgements import Judgements
from storage.report.reports import Reports
from storage.report.seals import Seals
from storage.report.years import Years
from storage.restoring import Restoring
from storage.seating import Seating
from storage.seconds import Seconds
from storage.sessions import Sessions
from storage.substitutes import Substitutes
from storage.trainings import Trainings


class Store:
    """What is kept of one network; there is no way to read another one's."""

    def __init__(
        self, connection: AsyncConnection, vault: Vault, network: str, clock: Clock = told
    ) -> None:
        self._given = (connection, vault, network, clock)
        self.network = network

    @cached_property
    def persons(self) -> Persons:
        """The members."""
        return Persons(*self._given)

    @cached_property
    def members(self) -> Members:
        """The members, as their offices look after them."""
        return Members(*self._given)

    @cached_property
    def accounts(self) -> Accounts:
        """Accounts on their way to another chat."""
        return Accounts(*self._given)

    @cached_property
    def invitations(self) -> Invitations:
        """The doors in."""
        return Invitations(*self._given)

    @cached_property
    def access(self) -> AccessRequests:
        """Who asks to be let in."""
        return AccessRequests(*self._given)

    @cached_property
    def dossiers(self) -> Dossiers:
        """What is kept of one person, all over."""
        return Dossiers(*self._given)

    @cached_property
    def drafts(self) -> Drafts:
        """Dialogues in progress."""
        return Drafts(*self._given)

    @cached_property
    def trainings(self) -> Trainings:
        """Trainings and meetings."""
        return Trainings(*self._given)

    @cached_property
    def registrations(self) -> Registrations:
        """Who has a seat and who waits."""
        return Registrations(*self._given)

    @cached_property
    def attendees(self) -> Attendees:
        """The people of one training, as its hosts see them."""
        return Attendees(*self._given)

    @cached_property
    def regrets(self) -> Regrets:
        """Who answered that they do not come."""
        return Regrets(*self._given)

    @cached_property
    def agenda(self) -> Agenda:
        """The trainings, by what comes next."""
        return Agenda(*self._given)

    @cached_property
    def seating(self) -> Seating:
        """Seats without a person, and seats kept for an office."""
        return Seating(*self._given)

    @cached_property
    def moveups(self) -> MoveUps:
        """Seats that are offered to who waits."""
        return MoveUps(*self._given)

    @cached_property
    def approvals(self) -> Approvals:
        """Registrations that wait for an office."""
        return Approvals(*self._given)

    @cached_property
    def substitutes(self) -> Substitutes:
        """Seats on their way to a colleague."""
        return Substitutes(*self._given)

    @cached_property
    def broadcasts(self) -> Broadcasts:
        """Announcements."""
        return Broadcasts(*self._given)

    @cached_property
    def audiences(self) -> Audiences:
        """What offices saved of those they write to."""
        return Audiences(*self._given)

    @cached_property
    def deliveries(self) -> Deliveries:
        """The outbox."""
        return Deliveries(*self._given)

    @cached_property
    def changes(self) -> Changes:
        """Changes of messages in place."""
        return Changes(*self._given)

    @cached_property
    def outcomes(self) -> Outcomes:
        """What became of the outbox, as coordinators see it."""
        return Outcomes(*self._given)

    @cached_property
    def telling(self) -> Telling:
        """Doubt and failures, as coordinators hear of them."""
        return Telling(*self._given)

    @cached_property
    def plans(self) -> Plans:
        """Bulk entries into the outbox."""
        return Plans(*self._given)

    @cached_property
    def inbox(self) -> Inbox:
        """What came in."""
        return Inbox(*self._given)

    @cached_property
    def ledger(self) -> Ledger:
        """The exchange ledger."""
        return Ledger(*self._given)

    @cached_property
    def agreements(self) -> Agreements:
        """What was agreed upon."""
        return Agreements(*self._given)

    @cached_property
    def measures(self) -> Measures:
        """What is done about the hints."""
        return Measures(*self._given)

    @cached_property
    def sessions(self) -> Sessions:
        """What is known of single sessions of series."""
        return Sessions(*self._given)

    @cached_property
    def seals(self) -> Seals:
        """Which years are closed for good."""
        return Seals(*self._given)

    @cached_property
    def exchange(self) -> Exchange:
        """Exchange contacts, needs and feedback, in counters."""
        return Exchange(*self._given)

    @cached_property
    def years(self) -> Years:
        """What reports are made from, and what was published."""
        return Years(*self._given)

    @cached_property
    def proofs(self) -> Proofs:
        """What certificates are proved by."""
        return Proofs(*self._given)

    @cached_property
    def guards(self) -> Guards:
        """What the database itself refuses."""
        return Guards(*self._given)

    @cached_property
    def assessments(self) -> Assessments:
        """What coordinators say of chapters and hints."""
        return Assessments(*self._given)

    @cached_property
    def endorsements(self) -> Endorsements:
        """What offices say of a year's report."""
        return Endorsements(*self._given)

    @cached_property
    def judgements(self) -> Judgements:
        """How results of goals were judged."""
        return Judgements(*self._given)

    @cached_property
    def reports(self) -> Reports:
        """The reports that somebody waits for, and what coordinators write into them."""
        return Reports(*self._given)

    @cached_property
    def gates(self) -> Gates:
        """The pauses and the lease."""
        return Gates(*self._given)

    @cached_property
    def oversight(self) -> Oversight:
        """A look at outbox and inbox from outside."""
        return Oversight(*self._given)

    @cached_property
    def aside(self) -> SetAside:
        """Rows that are set aside."""
        return SetAside(*self._given)

    @cached_property
    def takeover(self) -> Takeover:
        """What dead processes left in their hands."""
        return Takeover(*self._given)

    @cached_property
    def restoring(self) -> Restoring:
        """What came back from a backup."""
        return Restoring(*self._given)

    @cached_property
    def moments(self) -> Moments:
        """When what waits is to be looked at."""
        return Moments(*self._given)

    @cached_property
    def place_changes(self) -> PlaceChanges:
        """Where members say they belong."""
        return PlaceChanges(*self._given)

    @cached_property
    def seconds(self) -> Seconds:
        """What waits for a second person."""
        return Seconds(*self._given)

    @cached_property
    def deeds(self) -> Deeds:
        """The access log."""
        return Deeds(*self._given)

    @cached_property
    def keys(self) -> SealedValues:
        """What is sealed, and with which keys."""
        return SealedValues(*self._given)

    @property
    def gone(self) -> Sequence[Gone]:
        """Which rows that led to people this transaction deleted for good."""
        return (*self.persons.gone, *self.access.gone)

    @property
    def put_messages(self) -> bool:
        """Whether this transaction put messages into the outbox."""
        return self.deliveries.put_any or self.plans.put_any
