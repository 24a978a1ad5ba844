"""What a second person agrees to: who is asked, who decides, and that nobody decides twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from domain.person import Person
from domain.rights import SecondOf
from domain.second import NotSeconded, SecondKind, SecondWanted, ask, decide
from domain.vocabulary import Role
from tests.domain.test_membership import person

DAY = date(2027, 2, 9)
ASKER = person(1, Role.COORDINATOR, "aa")
SAME, OTHER_HOST = person(2, Role.COORDINATOR, "aa"), person(3, Role.COORDINATOR, "bb")
AWAY, ELSEWHERE = (
    person(4, Role.COORDINATOR, "aa", away=True),
    person(5, Role.COORDINATOR, "cc"),
)
LEAD = person(6, Role.LEAD, "zz")
SPECIALIST = person(7, Role.SPECIALIST, "aa")
WANTED = SecondWanted(9, SecondKind.ERASE, 1, ("aa", "bb"), 12, 0, DAY)


@dataclass
class House:
    """The coordinators, and one wish, which is taken once."""

    people: Sequence[Person] = ()
    wished: SecondWanted | None = None
    taken: bool = False
    done: list[tuple[object, ...]] = field(default_factory=list)

    @property
    def persons(self) -> House:
        return self

    seconds = persons

    async def coordinators(self) -> Sequence[Person]:
        return self.people

    async def put(
        self,
        kind: SecondKind,
        person_id: int,
        offices: Sequence[str],
        number: int,
        days: int,
        day: date,
    ) -> int:
        self.done.append((kind, person_id, offices, number, days, day))
        return 9

    async def get(self, wanted_id: int) -> SecondWanted | None:
        return self.wished if wanted_id == 9 else None

    async def take(self, wanted_id: int) -> SecondWanted | None:
        assert wanted_id == 9
        if self.taken:
            return None
        self.taken = True
        return self.wished


async def test_all_others_of_these_offices_are_asked_and_the_leads() -> None:
    house = House([ASKER, SAME, OTHER_HOST, AWAY, ELSEWHERE, LEAD])

    asked = await ask(house, SecondKind.ERASE, ASKER, ["aa", "bb"], 12, 3, DAY)

    assert asked == (9, [SAME, OTHER_HOST, LEAD])
    assert house.done == [(SecondKind.ERASE, 1, ["aa", "bb"], 12, 3, DAY)]


@pytest.mark.parametrize("people", [[], [ASKER], [AWAY], [ELSEWHERE], [ASKER, AWAY, ELSEWHERE]])
async def test_where_nobody_can_be_asked_nothing_is_kept(people: list[Person]) -> None:
    house = House(people)

    assert await ask(house, SecondKind.LEAD, ASKER, ["aa"], 1, 7, DAY) is None
    assert house.done == []


@pytest.mark.parametrize("who", [SAME, OTHER_HOST, AWAY, LEAD])
async def test_who_may_decide_takes_the_wish(who: Person) -> None:
    house = House(wished=WANTED)

    assert await decide(house, who, 9) == WANTED
    assert house.taken
    assert await decide(house, who, 9) is NotSeconded.GONE  # another one was faster


@pytest.mark.parametrize("who", [ASKER, ELSEWHERE, SPECIALIST, replace(LEAD, id=1)])
async def test_who_may_not_decide_leaves_it_to_others(who: Person) -> None:
    house = House(wished=WANTED)

    assert await decide(house, who, 9) is NotSeconded.NOT_YOURS
    assert not house.taken


async def test_what_is_forgotten_is_gone() -> None:
    assert await decide(House(wished=WANTED), LEAD, 8) is NotSeconded.GONE
    assert await decide(House(), LEAD, 9) is NotSeconded.GONE


def test_a_wish_concerns_who_asked_and_the_offices() -> None:
    assert WANTED.of == SecondOf(1, ("aa", "bb"))
