"""What one person does not do alone: making somebody lead, and erasing a training.

Another coordinator of a hosting office agrees, or a lead. Where nobody else is, whoever runs the
bot does it on the command line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from domain.person import Person
from domain.rights import Act, SecondOf, may

#: So long somebody has to agree; then it is forgotten.
WAITS = timedelta(days=7)


class SecondKind(StrEnum):
    """What a second person agrees to."""

    LEAD = "lead"
    ERASE = "erase"


@dataclass(frozen=True, slots=True)
class SecondWanted:
    """What somebody wants, and a second person must agree to.

    Of a lead, the first of the `offices` is theirs, `number` and `days` are the invitation's uses
    and term; of a training, they are its hosts and its number.
    """

    id: int
    kind: SecondKind
    person_id: int
    offices: tuple[str, ...]
    number: int
    days: int
    asked_on: date

    @property
    def of(self) -> SecondOf:
        """Whom it concerns: who asked, and which offices."""
        return SecondOf(self.person_id, self.offices)


class NotSeconded(StrEnum):
    """Why nothing is agreed to; each has one sentence."""

    GONE = "gone"
    NOT_YOURS = "not-yours"


class Persons(Protocol):
    """The members."""

    async def coordinators(self) -> Sequence[Person]: ...


class Wishes(Protocol):
    """What waits for a second person; only one gets what is taken."""

    async def put(
        self,
        kind: SecondKind,
        person_id: int,
        offices: Sequence[str],
        number: int,
        days: int,
        day: date,
    ) -> int: ...
    async def get(self, wanted_id: int) -> SecondWanted | None: ...
    async def take(self, wanted_id: int) -> SecondWanted | None: ...


class House(Protocol):
    """Everything that asking a second person touches, in one transaction."""

    @property
    def persons(self) -> Persons: ...
    @property
    def seconds(self) -> Wishes: ...


async def ask(
    house: House,
    kind: SecondKind,
    asker: Person,
    offices: Sequence[str],
    number: int,
    days: int,
    today: date,
) -> tuple[int, list[Person]] | None:
    """Keep what somebody wants; return its number and who is asked, None if there is nobody."""
    of = SecondOf(asker.id, tuple(offices))
    people = await house.persons.coordinators()
    asked = [each for each in people if each.reachable and may(each, Act.SECOND, of)]
    if not asked:
        return None
    return await house.seconds.put(kind, asker.id, offices, number, days, today), asked


async def decide(house: House, person: Person, wanted_id: int) -> SecondWanted | NotSeconded:
    """Take a wish out of everybody's hands, if this person may decide about it."""
    wanted = await house.seconds.get(wanted_id)
    if wanted is None:
        return NotSeconded.GONE
    if not may(person, Act.SECOND, wanted.of):
        return NotSeconded.NOT_YOURS
    return await house.seconds.take(wanted_id) or NotSeconded.GONE
