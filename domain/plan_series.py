"""The further dates of a series that is planned, told from the first one: they move with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.localtime import to_utc

#: No session lies further from the first one.
FURTHEST = 730
_PACKED = re.compile(r"([0-9]{1,3})-([0-9]{2})([0-9]{2})-([0-9]{2})([0-9]{2})(?:-([0-9]{1,2}))?")


@dataclass(frozen=True, slots=True)
class Later:
    """A date so many `days` after the first one, at local times; it ends `nights` days later."""

    days: int
    starts: time
    ends: time
    nights: int = 0

    @classmethod
    def of(cls, first: date, start: datetime, end: datetime) -> Later:
        """Return a date from its local start and end."""
        nights = (end.date() - start.date()).days
        return cls((start.date() - first).days, start.time(), end.time(), nights)

    def day(self, first: date) -> date:
        """Return its day."""
        return first + timedelta(days=self.days)

    def moments(self, first: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """Return when it begins and ends (UTC)."""
        day = self.day(first)
        ends = datetime.combine(day + timedelta(days=self.nights), self.ends)
        return to_utc(datetime.combine(day, self.starts), zone), to_utc(ends, zone)

    def pack(self) -> str:
        """Return it short enough for a button."""
        nights = f"-{self.nights}" if self.nights else ""
        return f"{self.days}-{self.starts:%H%M}-{self.ends:%H%M}{nights}"

    @classmethod
    def unpack(cls, text: str) -> Later:
        """Return what `pack` wrote. Raises ValueError for anything else."""
        found = _PACKED.fullmatch(text)
        if found is None or int(found[1]) > FURTHEST:
            raise ValueError(f"{text!r} is no date of a series.")
        starts, ends = time(int(found[2]), int(found[3])), time(int(found[4]), int(found[5]))
        return cls(int(found[1]), starts, ends, int(found[6] or 0))
