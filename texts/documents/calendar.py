"""A training as a calendar file (.ics) that every calendar can take in, change and strike out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Event, Timezone

MEDIA_TYPE: Final = "text/calendar"
_PRODUCT: Final = "-//Netzbote//Netzwerk Kinderschutz//DE"


@dataclass(frozen=True, slots=True)
class Appointment:
    """What a calendar needs to know; all moments aware.

    The same `uid` with a higher `sequence` replaces an earlier file; `stamp` is when this
    version was made. `link` and `organizer` (a mail address) may be empty.
    """

    uid: str
    sequence: int
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str
    description: str
    stamp: datetime
    cancelled: bool = False
    link: str = ""
    organizer: str = ""


def appointment_uid(network: str, training_id: int) -> str:
    """Return the name a training has in calendars for all its life."""
    return f"training-{training_id}@{network}.netzbote"


def ics(appointment: Appointment, zone: ZoneInfo) -> bytes:
    """Return the calendar file: it publishes the appointment, or cancels it. No alarms in it."""
    from icalendar import Calendar  # here: takes long to load

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "CANCEL" if appointment.cancelled else "PUBLISH")
    years = (appointment.starts_at.year - 1, appointment.ends_at.year + 1)
    calendar.add_component(_timezone(zone.key, *years))
    calendar.add_component(_event(appointment, zone))
    return bytes(calendar.to_ical())


def _event(appointment: Appointment, zone: ZoneInfo) -> Event:
    from icalendar import Event  # here: takes long to load

    event = Event()
    event.add("uid", appointment.uid)
    event.add("sequence", appointment.sequence)
    event.add("dtstamp", appointment.stamp.astimezone(UTC))
    event.add("dtstart", appointment.starts_at.astimezone(zone))
    event.add("dtend", appointment.ends_at.astimezone(zone))
    event.add("summary", appointment.title)
    event.add("status", "CANCELLED" if appointment.cancelled else "CONFIRMED")
    for name, value in (
        ("location", appointment.place),
        ("description", appointment.description),
        ("url", appointment.link),
        ("organizer", appointment.organizer and f"mailto:{appointment.organizer}"),
    ):
        if value:
            event.add(name, value)
    return event


@cache
def _timezone(name: str, first_year: int, last_year: int) -> Timezone:
    """Return the clock changes of some years, so that a calendar need not know the zone."""
    from icalendar import Timezone  # here: takes long to load

    return Timezone.from_tzid(
        name, first_date=date(first_year, 1, 1), last_date=date(last_year, 12, 31)
    )
