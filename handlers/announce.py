"""Announcing a training: see it as others will, choose whom and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from domain.announcing import BACK, KIND, Step, Whom, audience_of
from domain.broadcast import (
    Broadcast,
    announce,
    duration,
    not_announceable,
    offered_times,
    urgent,
)
from domain.draft import Draft
from domain.manage import manages
from domain.message import Message
from domain.quiet import next_allowed
from domain.taking_back import told
from domain.training import Training
from domain.vocabulary import COUNTY_WIDE, Sector
from handlers.broadcast import show_report
from handlers.context import App, Visit
from handlers.dialogues import Dialogue, on_dialogue
from handlers.doors import Who, on_tap
from talk.announce import (
    Announce,
    ChooseAudience,
    ChooseTime,
    Confirm,
    GiveUp,
    GoBack,
    GoOn,
    Mark,
    SendAt,
    SendNow,
    TellAgain,
)
from texts import announcing, notices
from texts.cards import Standing
from texts.typed_dates import (
    Ambiguous,
    Impossible,
    Parsed,
    Reason,
    explain,
    like_a_date,
    moment_example,
    parse,
)

#: How long a button with a moment is good for, and how far ahead the moment lies at most.
OFFERED = timedelta(days=800)


async def _course(visit: Visit, training_id: int) -> Training | None:
    """Return a training that the visitor may announce now; else say why not."""
    training = await visit.store.trainings.get(training_id)
    if training is None:
        visit.notice("register-gone", alert=True)
        return None
    if not manages(visit.person, training):
        visit.notice("announce-not-yours", alert=True)
        return None
    reason = not_announceable(training, visit.now)
    if reason is not None:
        visit.toast = announcing.refused(visit.texts, visit.network, training, reason)
        visit.alert = True
        return None
    return training


async def begin(visit: Visit, action: Announce) -> None:
    """Answer «Ankündigen»: the card as others will see it, then the question whom to send it."""
    training = await _course(visit, action.training_id)
    if training is None:
        return
    free = await _free(visit, training)
    seen = Standing(free=free, closed=training.closed(visit.now))
    visit.text("announce-preview")
    visit.say(notices.announcement(visit.texts, visit.network, training, seen))
    visit.message_id = None
    await _go(visit, Draft(KIND, Step.AUDIENCE, {"training": training.id}), Step.AUDIENCE)


async def _free(visit: Visit, training: Training) -> int | None:
    if training.keeping(visit.now):
        division = await visit.store.registrations.division(training)
        return division.free(visit.person.office)
    overview = await visit.store.trainings.overview(training.id)
    return overview.free if overview else None


async def _go(visit: Visit, draft: Draft, step: Step) -> None:
    """Keep a step and show it; its version is the update that led there, so it is unique."""
    kept = replace(draft, step=step.value, version=visit.update_id)
    training = await _course(visit, kept.data["training"])
    if training is None:
        await visit.finish()
        return
    await visit.keep(kept)
    await _show(visit, kept, training)


def _planned(visit: Visit, draft: Draft, training: Training) -> announcing.Draft:
    audience = audience_of(draft.data)
    return announcing.Draft(visit.texts, visit.network, training, audience, draft.version)


async def _show(visit: Visit, draft: Draft, training: Training) -> None:
    planned = _planned(visit, draft, training)
    match Step(draft.step):
        case Step.AUDIENCE:
            visit.ask(KIND, announcing.audience(planned))
        case Step.OFFICES:
            visit.ask(KIND, announcing.offices(planned))
        case Step.SECTORS:
            visit.ask(KIND, announcing.sectors(planned))
        case Step.SEND:
            visit.ask(KIND, announcing.send(planned, await _sending(visit, draft, training)))
        case Step.TIME:
            visit.ask(KIND, _times(visit, planned))
        case Step.CONFIRM:
            await _ask_to_confirm(visit, draft, planned)


async def _sending(visit: Visit, draft: Draft, training: Training) -> announcing.Sending:
    reach = await visit.store.persons.reach(audience_of(draft.data), training)
    allowed = next_allowed(visit.now, visit.network.quiet, visit.network.zone)
    return announcing.Sending(
        reach=reach,
        seconds=duration(reach.people, visit.tools.rate).total_seconds(),
        now=visit.now,
        allowed=allowed,
        urgent=urgent(training, allowed),
    )


def _times(visit: Visit, planned: announcing.Draft) -> Message:
    network = visit.network
    until = planned.training.plan.starts_at
    offered = offered_times(visit.now, until, network.quiet, network.zone)
    return announcing.time_(planned, visit.now, offered, moment_example(visit.now, network.zone))


async def _ask_to_confirm(visit: Visit, draft: Draft, planned: announcing.Draft) -> None:
    reach = await visit.store.persons.reach(planned.audience, planned.training)
    at = datetime.fromisoformat(draft.data["at"])
    shifted = bool(draft.data.get("shifted"))
    visit.ask(KIND, announcing.confirm(planned, at, reach, shifted=shifted))


async def _current(visit: Visit, version: int, *steps: Step) -> Draft | None:
    """Return the dialogue if the button belongs to its present step; else say it is stale."""
    draft = await visit.draft(KIND)
    if draft is None or draft.version != version or draft.step not in steps:
        visit.notice("stale-button", alert=True)
        return None
    return draft


async def choose_audience(visit: Visit, action: ChooseAudience) -> None:
    """Take one of the ways to choose an audience."""
    draft = await _current(visit, action.version, Step.AUDIENCE)
    if draft is None:
        return
    whom = action.whom
    data = {"training": draft.data["training"], "subscribers": whom is Whom.SUBSCRIBERS}
    steps = {Whom.OFFICES: Step.OFFICES, Whom.SECTORS: Step.SECTORS}
    await _go(visit, replace(draft, data=data), steps.get(whom, Step.SEND))


async def mark(visit: Visit, action: Mark) -> None:
    """Take an office or a sector into the audience or out of it; the step stays the same."""
    draft = await _current(visit, action.version, Step.OFFICES, Step.SECTORS)
    if draft is None or not _exists(visit, draft.step, action.slug):
        return
    chosen = [slug for slug in draft.data.get(draft.step, ()) if slug != action.slug]
    if action.on:
        chosen.append(action.slug)
    kept = replace(draft, data={**draft.data, draft.step: chosen})
    training = await _course(visit, kept.data["training"])
    if training is None:
        return
    await visit.keep(kept)
    await _show(visit, kept, training)


def _exists(visit: Visit, step: str, slug: str) -> bool:
    if step == Step.SECTORS:
        return slug in list(Sector)
    return slug == COUNTY_WIDE or visit.network.find_office(slug) is not None


async def go_on(visit: Visit, action: GoOn) -> None:
    """Go on once the audience is complete."""
    draft = await _current(visit, action.version, Step.OFFICES, Step.SECTORS)
    if draft is not None:
        await _go(visit, draft, Step.SEND)


async def go_back(visit: Visit, action: GoBack) -> None:
    """Go back to the step before."""
    draft = await _current(visit, action.version, *BACK)
    if draft is not None:
        await _go(visit, draft, BACK[Step(draft.step)])


async def tell_again(visit: Visit, action: TellAgain) -> None:
    """Also tell those who were told already, or leave them out again."""
    draft = await _current(visit, action.version, Step.SEND)
    if draft is not None:
        again = replace(draft, data={**draft.data, "again": bool(action.on)})
        await _go(visit, again, Step.SEND)


async def choose_time(visit: Visit, action: ChooseTime) -> None:
    """Ask for the moment of sending."""
    draft = await _current(visit, action.version, Step.SEND)
    if draft is not None:
        await _go(visit, draft, Step.TIME)


async def send_at(visit: Visit, action: SendAt) -> None:
    """Take one of the offered moments."""
    at = datetime.fromtimestamp(action.minute * 60, UTC)
    if abs(at - visit.now) > OFFERED:  # nobody was offered that
        return
    draft = await _current(visit, action.version, Step.TIME)
    if draft is not None:
        await _take_time(visit, draft, at)


async def ask(visit: Visit, draft: Draft) -> None:
    """Show the question of the present step; the dialogue is over if nothing can be announced."""
    training = await _course(visit, draft.data["training"])
    if training is None:
        await visit.finish()
    else:
        await _show(visit, draft, training)


async def typed(visit: Visit, draft: Draft, text: str) -> bool:
    """Take a typed moment where one is asked for."""
    if draft.step != Step.TIME:
        return False
    training = await _course(visit, draft.data["training"])
    if training is None:
        visit.text("stale-button")
        return True
    return await _read(visit, draft, _planned(visit, draft, training), text)


async def _read(visit: Visit, draft: Draft, planned: announcing.Draft, text: str) -> bool:
    """Take a typed moment; False if it was not meant to be one."""
    zone, now = visit.network.zone, visit.now
    shown = moment_example(now, zone)
    match parse(text, now, zone):
        case Impossible(Reason.UNREADABLE) if not like_a_date(text):
            return False
        case Impossible() as impossible:
            visit.say(announcing.bad_time(planned, explain(visit.texts, impossible, shown)))
        case Ambiguous(choices) as found:
            moments = [at for each in choices if (at := each.starts_at(zone)) is not None]
            visit.say(announcing.which_time(planned, now, moments, found.past))
        case Parsed() as parsed:
            at = parsed.starts_at(zone)
            if at is None:
                visit.say(announcing.time_missing(planned, shown))
            else:
                await _take_time(visit, draft, at)
    return True


async def _take_time(visit: Visit, draft: Draft, at: datetime) -> None:
    """Echo the moment, moved out of the quiet time it may lie in."""
    training = await _course(visit, draft.data["training"])
    if training is None:
        return
    allowed = next_allowed(max(at, visit.now), visit.network.quiet, visit.network.zone)
    if allowed >= training.plan.starts_at:
        visit.say(announcing.too_late(_planned(visit, draft, training)))
        return
    data = {**draft.data, "at": allowed.isoformat(), "shifted": allowed > max(at, visit.now)}
    await _go(visit, replace(draft, data=data), Step.CONFIRM)


async def confirm(visit: Visit, action: Confirm) -> None:
    """Plan the announcement for the moment shown."""
    draft = await _current(visit, action.version, Step.CONFIRM)
    if draft is not None:
        at = max(datetime.fromisoformat(draft.data["at"]), visit.now)
        await _launch(visit, draft, at)


async def send_now(visit: Visit, action: SendNow) -> None:
    """Send at once, or as soon as the quiet time ends; at night only what is urgent."""
    draft = await _current(visit, action.version, Step.SEND)
    if draft is None:
        return
    training = await _course(visit, draft.data["training"])
    if training is None:
        return
    allowed = next_allowed(visit.now, visit.network.quiet, visit.network.zone)
    at = visit.now if action.urgent and urgent(training, allowed) else allowed
    await _launch(visit, draft, at)


async def _launch(visit: Visit, draft: Draft, at: datetime) -> None:
    """Keep the announcement; the next beat begins what is due."""
    training = await _course(visit, draft.data["training"])
    if training is None:
        return
    made = await announce(
        visit.store, training.id, audience_of(draft.data), at, visit.now, visit.person.id
    )
    if not isinstance(made, Broadcast):
        why = announcing.not_planned(visit.texts, visit.network, training, made)
        visit.toast, visit.alert = why, True
        return
    await visit.finish()
    if visit.message_id is not None:
        await visit.store.broadcasts.set_card(made.id, visit.message_id)
    visit.notice("announce-planned" if at > visit.now else "announce-started")
    await show_report(visit, made, training)


async def give_up(visit: Visit, action: GiveUp) -> None:
    """Answer «Abbrechen»."""
    draft = await _current(visit, action.version, *Step)
    if draft is not None:
        await visit.finish()
        visit.show(await _left(visit, draft))


async def _left(visit: Visit, draft: Draft) -> Message:
    """Return how the training stands that was to be announced."""
    number = draft.data["training"]
    training = await visit.store.trainings.get(number)
    announcements = await visit.store.broadcasts.of_training(number)
    return announcing.given_up(visit.texts, number, told(training, announcements))


def register(application: App) -> None:
    """Open the doors of this feature."""
    on_tap(application, Announce, begin, Who.COORDINATORS)
    on_tap(application, ChooseAudience, choose_audience, Who.COORDINATORS)
    on_tap(application, Mark, mark, Who.COORDINATORS)
    on_tap(application, GoOn, go_on, Who.COORDINATORS)
    on_tap(application, GoBack, go_back, Who.COORDINATORS)
    on_tap(application, TellAgain, tell_again, Who.COORDINATORS)
    on_tap(application, ChooseTime, choose_time, Who.COORDINATORS)
    on_tap(application, SendAt, send_at, Who.COORDINATORS)
    on_tap(application, Confirm, confirm, Who.COORDINATORS)
    on_tap(application, SendNow, send_now, Who.COORDINATORS)
    on_tap(application, GiveUp, give_up, Who.COORDINATORS)
    on_dialogue(KIND, Dialogue(ask, typed, coordinators=True, left=_left))
