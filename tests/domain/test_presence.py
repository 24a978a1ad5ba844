"""What presence tells of people: every line of it, and only those that hold."""

from __future__ import annotations

from collections.abc import Sequence

from domain.disclosure.cells import FAR, Aside, Cell, Relation
from domain.ledger.entries import Entry, LedgerKind
from domain.report.facts import Facts
from domain.report.material import Material
from domain.report.mixing import asides_of
from domain.training import Training
from domain.vocabulary import EventFormat
from tests.domain.years import AS_OF, NETWORK, YEAR, closed, event, loose

SEMINAR, LECTURE = event(1), event(2, 5)
CONFERENCE = event(3, 6, form=EventFormat.COORDINATION_CONFERENCE)
ALONE = event(4, 7, form=EventFormat.COORDINATION_CONFERENCE)
ROWS = [
    *closed(SEMINAR, {"a": 6, "b": 1}, {"school": 7}),
    *closed(LECTURE, {"b": 5}, {"police": 3, "school": 2}),
    *closed(CONFERENCE, {"a": 2, "b": 1}, {"youth-office": 3}),
]
SECTORS = ("youth-office", "school", "police", "other")


def asides(rows: Sequence[Entry], *events: Training) -> tuple[Aside, ...]:
    return asides_of(Facts(NETWORK, Material(YEAR, rows, events), AS_OF))


def presence(sector: str, n: int) -> Cell:
    return Cell(f"presence/{sector}", n, "presence", people=False, printed=False)


def of_sector(sector: str, met: int) -> list[Relation]:
    """Return what is known of one sector at so many trainings."""
    people, there = f"sector/{sector}", f"presence/{sector}"
    return [
        Relation(((1, there),), 0, met),
        Relation(((1, people), (-1, there)), 0, FAR),
        Relation(((10_000, there), (-1, people)), 0, FAR),
    ]


def test_whoever_reads_of_presence_knows_that_somebody_came() -> None:
    offices, _, sectors = asides(ROWS, SEMINAR, LECTURE, CONFERENCE)
    names = tuple((1, f"presence/{each}") for each in SECTORS)

    assert offices == Aside("B2", {}, (Relation(((1, "event/3"),), 2, FAR),))
    assert sectors == Aside(
        "C15",
        {
            f"presence/{each}": presence(each, n)
            for each, n in zip(SECTORS, (0, 2, 1, 0), strict=True)
        },
        (
            Relation(((1, "event/1"),), 1, FAR),
            Relation(((1, "event/2"),), 2, FAR),
            Relation(names, 3, 3),
            *(line for each in SECTORS for line in of_sector(each, 2)),
        ),
    )


def test_a_conference_to_which_one_came_tells_of_one_and_an_empty_one_nothing() -> None:
    one = closed(ALONE, {"a": 1}, {"youth-office": 1})
    none = closed(CONFERENCE, {}, {})
    offices, *_ = asides([*none, *one], CONFERENCE, ALONE)

    assert offices.relations == (Relation(((1, "event/4"),), 1, FAR),)


def test_whoever_reads_of_quality_dialogues_knows_the_same_of_them() -> None:
    dialogue = event(5, 8, form=EventFormat.QUALITY_DIALOGUE)
    rows = closed(dialogue, {"a": 4, "b": 1}, {"youth-office": 5})
    conferences, dialogues, _ = asides([*ROWS, *rows], CONFERENCE, dialogue)

    assert dialogues == Aside("E5", {}, (Relation(((1, "event/5"),), 2, FAR),))
    assert conferences.relations == (Relation(((1, "event/3"),), 2, FAR),)


def test_lines_that_do_not_hold_after_odd_corrections_are_left_out() -> None:
    events = LECTURE, CONFERENCE, ALONE
    odd = [
        *closed(LECTURE, {"a": 2}, {"police": 1, "school": 1}),
        *closed(CONFERENCE, {"a": 1, "b": 1}, {"youth-office": 2}),
        *closed(ALONE, {"a": 1}, {"youth-office": 1}),
    ]
    fewer = [
        Entry(of.plan.starts_at.date(), LedgerKind.ATTENDANCE, -1, of.id)
        for of in (LECTURE, CONFERENCE)
    ]
    before, after = asides(odd, *events), asides([*odd, *fewer], *events)

    assert after[0].relations == before[0].relations[1:]
    assert before[0].relations == (
        Relation(((1, "event/3"),), 2, FAR),
        Relation(((1, "event/4"),), 1, FAR),
    )
    assert before[2].relations[0] == Relation(((1, "event/2"),), 2, FAR)
    assert after[2].relations == before[2].relations[1:]


def test_people_of_before_were_at_no_training_that_is_counted() -> None:
    old = loose(LedgerKind.ATTENDANCE, 5, "seminar")
    *_, sectors = asides([*ROWS, old], SEMINAR, LECTURE)

    assert sectors.relations[3:] == tuple(
        line for each in SECTORS for line in of_sector(each, 2)[:2]
    )


def test_as_many_come_as_anybody_would_think_or_as_there_were() -> None:
    crowd = closed(SEMINAR, {"a": 10_002}, {"school": 10_001, "police": 1})
    *_, sectors = asides(crowd, SEMINAR)

    assert Relation(((10_001, "presence/school"), (-1, "sector/school")), 0, FAR) in (
        sectors.relations
    )


def test_a_training_without_rows_of_sectors_tells_nothing_of_them() -> None:
    rows = [each for each in ROWS if each.training_id != LECTURE.id or each.sector is None]
    *_, sectors = asides(rows, SEMINAR, LECTURE)

    assert sectors.relations[0] == Relation(((1, "event/1"),), 1, FAR)
    assert sectors.relations[2:] == tuple(line for each in SECTORS for line in of_sector(each, 1))


def test_one_of_a_sector_was_there_and_one_who_was_taken_back_was_not() -> None:
    rows = closed(SEMINAR, {"a": 4}, {"school": 2, "police": 1, "other": 1})
    back = Entry(SEMINAR.plan.starts_at.date(), LedgerKind.ATTENDANCE, -1, 1, sector="other")
    *_, sectors = asides([*rows, back], SEMINAR)

    assert {name: cell.value for name, cell in sectors.cells.items()} == {
        "presence/youth-office": 0,
        "presence/school": 1,
        "presence/police": 1,
        "presence/other": 0,
    }
    assert sectors.relations[0] == Relation(((1, "event/1"),), 2, FAR)
