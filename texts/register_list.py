"""The list at the door: who has a seat, by the code that its owner knows too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.manage_people import Attendee
from domain.message import Message
from domain.network import Network
from domain.seats import Place
from domain.training import Training
from domain.vocabulary import Sector
from texts import cards
from texts.catalogue import Texts
from texts.institutions import in_order, institution

ROWS_A_MESSAGE = 40


@dataclass(frozen=True, slots=True)
class Seated:
    """A row of an attendance list; the name only where it was given and may be read.

    `code` is the number of the seat that its owner knows too. Who must still be approved of has
    the seat `held`.
    """

    code: int
    office: str
    sector: Sector
    name: str | None
    held: bool = False


def seat_of(one: Attendee) -> Seated:
    """Return the row of somebody, as they may be seen."""
    own = one.registration
    held = own.approve_by is not None
    return Seated(own.seat_code, one.office, Sector(one.sector), one.name, held)


def attendance(
    texts: Texts,
    network: Network,
    training: Training,
    seated: Sequence[Seated],
    booked: Mapping[Place, int],
) -> list[Message]:
    """Return who has a seat: seat codes, institutions, and names where they may be read.

    At the end stands what is booked for institutions.
    """
    head = texts(
        "manage-attendance-head",
        title=training.title,
        when=cards.when(texts, network, training),
        people=len(seated),
    )
    lines = [_seat(texts, network, each) for each in seated]
    for office, sector in in_order(network, booked):
        where = institution(texts, network, office, Sector(sector))
        lines.append(texts("manage-seat-block", institution=where, n=booked[office, sector]))
    parts = [lines[at : at + ROWS_A_MESSAGE] for at in range(0, len(lines), ROWS_A_MESSAGE)]
    return [
        Message("\n".join([*([head, ""] if not number else []), *part]))
        for number, part in enumerate(parts or [[]])
    ]


def _seat(texts: Texts, network: Network, each: Seated) -> str:
    where = institution(texts, network, each.office, each.sector)
    code = f"{each.code:02}"
    if each.name:
        line = texts("manage-seat-named", code=code, institution=where, name=each.name)
    else:
        line = texts("manage-seat", code=code, institution=where)
    return f"{line} ({texts('people-held')})" if each.held else line
