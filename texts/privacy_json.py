"""What is stored of somebody, as a file for machines."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from domain.account import AccountMove
from domain.channel import Address
from domain.draft import begun
from domain.moveup import EndedOffer
from domain.person import KnownAddress, Person
from domain.presence_shortened import Shortened
from domain.privacy import Dossier
from domain.privacy_place import PlaceChange
from domain.register import Registration
from domain.second import SecondWanted
from domain.training import Training


def as_json(dossier: Dossier, now: datetime) -> bytes:
    """Return everything stored of somebody as a file for machines; times in UTC."""
    found = {
        "as_of": now.isoformat(timespec="seconds"),
        "person": dossier.person and _person_json(dossier.person),
        "addresses": [_address_json(each) for each in dossier.addresses],
        "topics": sorted(dossier.topics),
        "registrations": [_registration_json(*each, dossier) for each in dossier.registrations],
        "seats_to_hand_over": [
            {"training": title, "until": until.isoformat()} for title, until in dossier.substitutes
        ],
        "account_move": dossier.account and _account_json(dossier.account, dossier.person),
        "place_to_be_confirmed": dossier.place_change and _change_json(dossier.place_change),
        "waiting_for_a_second_person": [_second_json(each) for each in dossier.seconds],
        "not_this_time": [_regret_json(each, dossier) for each in dossier.regrets],
        "seats_offered": [_offer_json(each) for each in dossier.moveups],
        "planned_trainings": [training.title for training in dossier.planned],
        "typed_of_trainings": [each for training in dossier.planned if (each := _typed(training))],
        "announcements": dossier.announcements,
        "messages": [
            {"kind": t.kind, "state": t.state, "due_at": t.due_at.isoformat()} for t in dossier.told
        ],
        "exchanges_not_counted_yet": [
            {
                "noted_at": noted_at.isoformat(),
                "institutions": [contact.own.key, contact.partner.key],
                "topic": contact.topic,
                "format": contact.format,
                "length": contact.length,
            }
            for noted_at, contact in dossier.exchanges
        ],
        "reports_being_made": [
            {"year": w.year, "what": w.what, "office": w.office, "quarter": w.quarter}
            for w in dossier.reports
        ],
        "access_request": dossier.newcomer and _request_json(dossier),
        "unfinished_entries": [
            {"kind": each.kind, "entries": each.data} for each in begun(dossier.draft)
        ],
    }
    return json.dumps(found, ensure_ascii=False, indent=2).encode()


def _account_json(of: AccountMove, person: Person | None) -> dict[str, Any]:
    """Return an account that moves; the old chat does not learn which one the new one is."""
    to = _name(of.to) if of.to and person is None else None
    moves_at = of.moves_at and of.moves_at.isoformat()
    return {"chat_id": to, "valid_until": of.expires_at.isoformat(), "moves_at": moves_at}


def _change_json(of: PlaceChange) -> dict[str, str]:
    place = of.place
    return {"office": place.office, "sector": place.sector, "asked_on": of.asked_on.isoformat()}


def _second_json(of: SecondWanted) -> dict[str, Any]:
    return {
        "kind": of.kind,
        "offices": list(of.offices),
        "number": of.number,
        "days": of.days,
        "asked_on": of.asked_on.isoformat(),
    }


def _typed(training: Training) -> dict[str, str]:
    """Return what was typed of a training and goes with its registrations."""
    plan = training.plan
    words = {"description": plan.description, "speakers": plan.speakers, "cost": plan.cost}
    said = {name: text for name, text in words.items() if text}
    return {"training": plan.title, **said} if said else {}


def _address_json(address: KnownAddress) -> dict[str, Any]:
    since = address.unreachable_since
    return {
        "channel": address.channel,
        "address": address.name,
        "confirmed_on": address.confirmed_on.isoformat(),
        "unreachable_since": since and since.isoformat(),
    }


def _name(address: Address) -> int | str:
    """Return the name of an address; a number is one in the file, too."""
    return int(address.name) if address.name.isdecimal() else address.name


def _person_json(person: Person) -> dict[str, Any]:
    return {
        "chat_id": _name(person.address),
        "role": person.role,
        "office": person.office,
        "sector": person.sector,
        "language": person.language,
        "name": person.name,
        "consent_version": person.consent_version,
        "consented_on": person.consented_on.isoformat(),
        "active_on": person.active_on.isoformat(),
        "member_number": person.id,
        "joined_in": person.joined_on and f"{person.joined_on:%Y-%m}",
        "confirmed_on": person.confirmed_on and person.confirmed_on.isoformat(),
        "asked_on": person.asked_on and person.asked_on.isoformat(),
        "announcements_wanted": person.announced,
        "day_summed_up": person.daily,
        "asked_before_deadlines": person.nudged,
        "restricted_on": person.restricted_on and person.restricted_on.isoformat(),
    }


def _registration_json(training: Training, own: Registration, dossier: Dossier) -> dict[str, Any]:
    dates, changed = training.plan.dates, dossier.changed.get(own.id)
    return {
        "training": training.title,
        "starts_at": training.plan.starts_at.isoformat(),
        **({"sessions": [e.starts_at.isoformat() for e in dates]} if len(dates) > 1 else {}),
        "status": own.status,
        "position": own.position,
        "came_at_position": own.came_at,
        "seat_code": own.seat_code,
        "reminders_muted": own.muted,
        "changed_at": changed and changed.isoformat(),
        **({} if own.came is None else {"came": own.came}),
        **_shortened_json(own.shortened),
        "to_be_approved_by": own.approve_by and own.approve_by.isoformat(),
    }


def _regret_json(training: Training, dossier: Dossier) -> dict[str, Any]:
    said = dossier.regretted.get(training.id)
    return {"training": training.title, "said_at": said and said.isoformat()}


def _shortened_json(of: Shortened) -> dict[str, Any]:
    units = {} if of.units is None else {"units_attended": of.units}
    return {**units, **({"sessions_missed": sorted(of.missed)} if of.missed else {})}


def _offer_json(each: EndedOffer) -> dict[str, Any]:
    sent_at = each.offer.sent_at
    return {
        "training": each.training.title,
        "to_all": each.offer.to_all,
        "made_at": each.offer.made_at.isoformat(),
        "sent_at": sent_at and sent_at.isoformat(),
        "ended": each.ended,
    }


def _request_json(dossier: Dossier) -> dict[str, Any]:
    newcomer = dossier.newcomer
    assert newcomer is not None
    return {
        "chat_id": _name(newcomer.address),
        "office": newcomer.place.office,
        "sector": newcomer.place.sector,
        "language": newcomer.language,
        "consent_version": newcomer.consent_version,
        "requested_at": dossier.asked_at and dossier.asked_at.isoformat(),
    }
