"""A training as a calendar file (.ics) that every calendar can take in, change and strike out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final

from icalendar import Calendar, Event, vCalAddress, vText

MEDIA_TYPE: Final = "text/calendar"
_PRODUCT: Final = "-//Netzbote//Netzwerk Kinderschutz//DE"


class CalendarEntry(StrEnum):
    """What a file makes of the appointment, as the standard calls it."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class Appointment:
    """What a calendar needs to know; all moments aware.

    The same `uid` with a higher `sequence` replaces an earlier file; `stamp` is when this
    version was made. `link`, `organizer` and `attendee` (mail addresses) may be empty; only where
    an attendee is known, the calendar asks back whether they come.
    """

    uid: str
    sequence: int
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str
    description: str
    stamp: datetime
    entry: CalendarEntry = CalendarEntry.CONFIRMED
    link: str = ""
    organizer: str = ""
    organizer_name: str = ""
    attendee: str = ""

    @property
    def method(self) -> str:
        """What the file wants of a calendar."""
        if self.entry is CalendarEntry.CANCELLED:
            return "CANCEL"
        return "REQUEST" if self.attendee else "PUBLISH"


def ics(*appointments: Appointment) -> bytes:
    """Return the calendar file: it publishes the appointments, or cancels them. No alarms in it.

    The first one says what the file wants; others in it may be cancelled by their status alone.
    Times are in UTC, so no calendar needs to know or to be told when clocks change.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", appointments[0].method)
    for each in appointments:
        calendar.add_component(_event(each))
    return bytes(calendar.to_ical())


def _event(appointment: Appointment) -> Event:

    event = Event()
    event.add("uid", appointment.uid)
    event.add("sequence", appointment.sequence)
    event.add("dtstamp", appointment.stamp.astimezone(UTC))
    event.add("dtstart", appointment.starts_at.astimezone(UTC))
    event.add("dtend", appointment.ends_at.astimezone(UTC))
    event.add("summary", appointment.title)
    event.add("status", appointment.entry.value)
    for name, value in (
        ("location", appointment.place),
        ("description", appointment.description),
        ("url", appointment.link),
        ("organizer", _address(appointment.organizer, appointment.organizer_name)),
        ("attendee", _address(appointment.attendee)),
    ):
        if value:
            event.add(name, value)
    return event


def _address(mail: str, name: str = "") -> vCalAddress | None:

    if not mail:
        return None
    found = vCalAddress(f"mailto:{mail}")
    if name:
        found.params["CN"] = vText(name)
    return found
