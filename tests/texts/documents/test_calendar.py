"""A calendar takes in our file, moves the same entry later and strikes it out at the end."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from texts.documents.calendar import Appointment, appointment_uid, ics

BERLIN = ZoneInfo("Europe/Berlin")
TRAINING = Appointment(
    uid=appointment_uid("rhein-kreis-neuss", 7),
    sequence=0,
    title="Gespräche <führen>; Teil 1, Übung \\ Praxis",
    starts_at=datetime(2027, 3, 26, 8, tzinfo=UTC),
    ends_at=datetime(2027, 3, 26, 11, 30, tzinfo=UTC),
    place="Rathaus Kaarst, Saal 2; 1. Stock",
    description="Bitte mitbringen:\nStifte, Papier\n" + "sehr lange Zeile mit Umläuten äöü " * 9,
    stamp=datetime(2026, 11, 18, 9, tzinfo=UTC),
    link="https://t.example/b?start=a,b;c",
    organizer="kinderschutz@kreis.example",
)


def taken_in(appointment: Appointment) -> tuple[Calendar, Event]:
    calendar = Calendar.from_ical(ics(appointment, BERLIN))
    assert isinstance(calendar, Calendar)
    (event,) = calendar.events
    return calendar, event


def test_everything_comes_back_as_it_was() -> None:
    calendar, event = taken_in(TRAINING)

    assert calendar["METHOD"] == "PUBLISH"
    assert event["UID"] == "training-7@rhein-kreis-neuss.netzbote"
    assert event["SEQUENCE"] == 0
    assert event["STATUS"] == "CONFIRMED"
    assert event["SUMMARY"] == TRAINING.title
    assert event["LOCATION"] == TRAINING.place
    assert event["DESCRIPTION"] == TRAINING.description
    assert event["URL"] == TRAINING.link
    assert event["ORGANIZER"] == "mailto:kinderschutz@kreis.example"
    assert event.start == TRAINING.starts_at
    assert event.end == TRAINING.ends_at
    assert event.stamp == TRAINING.stamp


def test_times_are_local_with_the_zone_spelled_out() -> None:
    text = ics(TRAINING, BERLIN).decode()

    assert "DTSTART;TZID=Europe/Berlin:20270326T090000\r\n" in text
    assert text.count("BEGIN:VTIMEZONE") == 1
    assert "TZID:Europe/Berlin\r\n" in text
    assert "20270328T030000" in text


@pytest.mark.parametrize("month", [1, 7])
@pytest.mark.parametrize("year", range(2026, 2030))
def test_the_spelled_out_zone_is_right_in_summer_and_winter(year: int, month: int) -> None:
    starts_at = datetime(year, month, 1, 12, tzinfo=UTC)
    calendar, _ = taken_in(replace(TRAINING, starts_at=starts_at, ends_at=starts_at))
    (timezone,) = calendar.timezones

    offset = starts_at.astimezone(timezone.to_tz(lookup_tzid=False)).utcoffset()

    assert offset == timedelta(hours=2 if month == 7 else 1)


def test_a_move_is_the_same_entry_with_a_higher_sequence() -> None:
    moved = replace(TRAINING, sequence=1, starts_at=TRAINING.starts_at + timedelta(days=7))
    _, before = taken_in(TRAINING)
    _, after = taken_in(moved)

    assert after["UID"] == before["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert after.start == moved.starts_at


def test_a_cancellation_strikes_it_out() -> None:
    calendar, event = taken_in(replace(TRAINING, sequence=2, cancelled=True))

    assert calendar["METHOD"] == "CANCEL"
    assert event["STATUS"] == "CANCELLED"


def test_what_is_not_known_is_left_out() -> None:
    _, event = taken_in(replace(TRAINING, place="", description="", link="", organizer=""))

    assert not {"LOCATION", "DESCRIPTION", "URL", "ORGANIZER"} & set(event)


def test_no_alarm_and_no_line_over_75_bytes() -> None:
    content = ics(TRAINING, BERLIN)

    assert b"VALARM" not in content
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


def test_the_same_training_gives_the_same_file() -> None:
    assert ics(TRAINING, BERLIN) == ics(replace(TRAINING), BERLIN)
