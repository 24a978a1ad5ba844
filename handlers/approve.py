"""Answers of an office about somebody who registered: the first one decides."""

from __future__ import annotations

from domain import approve_answer as rules
from domain.approve_answer import AskedAbout, NotRuled, Ruled
from domain.deeds import Deed
from domain.manage import names_gone_by
from domain.network import Names
from handlers.context import Router, Visit, Who
from handlers.doors import on_tap
from talk.approve import Approve, Disapprove, WhoAsks
from texts import approve_told as wording


async def approve(visit: Visit, action: Approve) -> None:
    """Answer «Zustimmen»."""
    await _decide(visit, action.registration_id, action.request, yes=True)


async def disapprove(visit: Visit, action: Disapprove) -> None:
    """Answer «Ablehnen»."""
    await _decide(visit, action.registration_id, action.request, yes=False)


async def who_asks(visit: Visit, action: WhoAsks) -> None:
    """Answer «Wer ist das?»; the question without a name stays."""
    found = await rules.look(visit.store, visit.person, action.registration_id)
    if found is NotRuled.NOT_YOURS:
        visit.notice("approve-not-not-yours", alert=True)
        return
    training = None
    if isinstance(found, AskedAbout) and found.waits(action.request):
        training = await visit.store.trainings.get(found.registration.training_id)
    if not isinstance(found, AskedAbout) or training is None:
        visit.notice("approve-not-gone", alert=True)
        return
    visit.about = training.id
    named = visit.network.names is not Names.NEVER and not found.applicant.restricted
    message = wording.asked(visit.texts, visit.network, training, found, named=named)
    if named and found.applicant.name:
        visit.show_names(message, names_gone_by(training, visit.now), anew=True)
    else:
        visit.say(message)


async def _decide(visit: Visit, registration_id: int, request: int, *, yes: bool) -> None:
    found = await rules.decide(
        visit.store, visit.network, visit.person, registration_id, request, visit.now, yes=yes
    )
    if found is NotRuled.NOT_YOURS:
        visit.notice("approve-not-not-yours", alert=True)
    elif isinstance(found, Ruled):
        visit.about = found.training.id
        visit.notice(f"approve-was-{found.decision}")
        visit.show(wording.decided(visit.texts, visit.network, found))
    else:
        visit.notice(f"approve-not-{found}", alert=True)
        visit.show(wording.not_decided(visit.texts, found))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_tap(router, Approve, approve, Who.COORDINATORS, Deed.APPROVED)
    on_tap(router, Disapprove, disapprove, Who.COORDINATORS, Deed.DISAPPROVED)
    on_tap(router, WhoAsks, who_asks, Who.COORDINATORS, Deed.APPLICANT)
