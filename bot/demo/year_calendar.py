"""The days of a year on which a network meets: no holiday, no crowd, room between meetings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from random import Random

from domain.holidays import easter_sunday, holidays_of

#: School holidays and the days around New Year, from (month, day) to; wide enough for each year.
_AWAY = (((1, 1), (1, 9)), ((7, 8), (9, 1)), ((10, 13), (10, 31)), ((12, 18), (12, 31)))
#: Days from Easter Sunday: carnival, the Easter holidays, the Fridays after two holidays.
_AROUND_EASTER = (*range(-52, -46), *range(-6, 7), 40, 61)
#: How often one meets from Monday to Sunday, and from January to December.
_WEEKDAYS = (3, 6, 6, 5, 1, 0, 0)
_MONTHS = (6, 9, 12, 10, 9, 10, 8, 0, 13, 12, 13, 8)
#: How much rarer a second event on a day is than a first; days around an event are rarer too.
_SECOND, _AROUND = 8, (-2, -1, 1, 2)
_MOST_A_DAY = 2


def workdays(year: int) -> list[date]:
    """Return the days from Monday to Friday that are no public holiday."""
    free, first = holidays_of(year), date(year, 1, 1)
    days = (first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days))
    return [day for day in days if day.weekday() < 5 and day not in free]


def workday_before(day: date) -> date:
    """Return a day, or the last one before it on which offices work."""
    while day.weekday() > 4 or day in holidays_of(day.year):
        day -= timedelta(days=1)
    return day


def open_days(year: int) -> list[date]:
    """Return the days on which a network meets."""
    easter = easter_sunday(year)
    away = {easter + timedelta(days=days) for days in _AROUND_EASTER}
    return [day for day in workdays(year) if day not in away and not _on_leave(day)]


def _on_leave(day: date) -> bool:
    return any(first <= (day.month, day.day) <= last for first, last in _AWAY)


class YearCalendar:
    """Gives out days; `body` is who meets, and meets once a day and not again for some time."""

    def __init__(self, year: int, chance: Random) -> None:
        self.days: Sequence[date] = open_days(year)
        self._chance = chance
        self._taken: Counter[date] = Counter()
        self._bodies: dict[str, set[date]] = defaultdict(set)

    def spread(self, body: str, n: int, apart: int) -> list[date]:
        """Return so many days of a body, one in each part of the year, at least `apart` days."""
        found = []
        for number in range(n):
            first, last = len(self.days) * number // n, len(self.days) * (number + 1) // n
            quarter = (last - first) // 4
            part = self.days[first + quarter : last - quarter]
            found.append(self._draw(body, part, apart) or self.draw(body, apart))
        return sorted(found)

    def draw(self, body: str, apart: int = 1, months: Collection[int] = range(1, 13)) -> date:
        """Return a day of a body in one of the months. Raises ValueError if none is left."""
        day = self._draw(body, [day for day in self.days if day.month in months], apart)
        if day is None:
            raise ValueError(f"no day is left for {body}")
        return day

    def later(self, body: str, day: date, apart: int = 1) -> date | None:
        """Return another day for what cannot be held on its day; None if the year is over."""
        self._bodies[body].discard(day)
        after = [each for each in self.days if each >= day + timedelta(days=7)]
        found = next((each for each in after if self._fits(body, each, apart)), None)
        return None if found is None else self._take(body, found)

    def alone(self, day: date) -> None:
        """Let nothing else be on a day."""
        self._taken[day] = _MOST_A_DAY

    def _draw(self, body: str, among: Sequence[date], apart: int) -> date | None:
        days = [day for day in among if self._fits(body, day, apart)]
        weights = [self._weight(day) for day in days]
        return self._take(body, self._chance.choices(days, weights)[0]) if days else None

    def _take(self, body: str, day: date) -> date:
        self._taken[day] += 1
        self._bodies[body].add(day)
        return day

    def _fits(self, body: str, day: date, apart: int) -> bool:
        near = (abs((day - other).days) < apart for other in self._bodies[body])
        return self._taken[day] < _MOST_A_DAY and not any(near)

    def _weight(self, day: date) -> float:
        near = sum(self._taken[day + timedelta(days=n)] for n in _AROUND)
        weight = _WEEKDAYS[day.weekday()] * _MONTHS[day.month - 1] / (1 + near)
        return weight / _SECOND if self._taken[day] else weight
