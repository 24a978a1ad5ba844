"""The code on a certificate of attendance: it proves what was printed, and keeps nobody's name.

The code holds the number of the training and the teaching units, and two proofs by a key of ours:
one over the training, its days and its units, one over these and the printed name. So whoever has
the paper can ask whether it is ours; nothing about its owner is stored anywhere.
"""

from __future__ import annotations

import base64
import hmac
import struct
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from domain.network import Network
from domain.training import Training

#: Crockford's letters: those that look alike are missing, and what was meant is clear.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_WRITTEN = str.maketrans(_STANDARD, _LETTERS)
_READ = str.maketrans({**dict(zip(_LETTERS, _STANDARD, strict=True)), "O": "A", "I": "B", "L": "B"})
_FACTS = struct.Struct(">IH")
#: Bytes of the proof over the facts: 48 bits, guessed one time in 280 trillion.
FACTS_PROOF = 6
NAME_PROOF = 5
LONGEST = _FACTS.size + FACTS_PROOF + NAME_PROOF
GROUP = 4
#: More than this no certificate says, and no code could hold.
MOST_UNITS = 999


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a certificate says: the training by its number, its first and last day, and how long.

    `name` is empty where a line for it is left; `units` are teaching units of 45 minutes. Who
    attended less than the `whole` of it reads so there: it is 0 for who attended everything.
    """

    network: str
    training: int
    first: date
    last: date
    units: int
    name: str = ""
    whole: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a training that a code names: its network, first and last day, its units."""

    network: str
    first: date
    last: date
    units: int


@dataclass(frozen=True, slots=True)
class Claim:
    """What a code says before it is believed."""

    training: int
    units: int
    facts_proof: bytes
    name_proof: bytes


def code_of(key: bytes, of: Certificate) -> str:
    """Return the code of a certificate, in groups of four letters and digits.

    Raises ValueError if the number of units is none that a certificate can say.
    """
    if not 0 <= of.units <= MOST_UNITS:
        raise ValueError(f"A certificate says 0 to {MOST_UNITS} units, not {of.units}.")
    raw = _FACTS.pack(of.training, of.units) + _proof(key, of) + _name_proof(key, of, of.name)
    return _grouped(_written(raw))


def claimed(code: str) -> Claim | None:
    """Return what a code says that somebody typed; None if it cannot be one.

    Spaces, hyphens and small letters do no harm.
    """
    letters = "".join(code.split()).replace("-", "").upper()
    read = letters.translate(_READ)
    padded = read + "=" * (-len(read) % 8)
    try:
        raw = base64.b32decode(padded)
    except ValueError:
        return None
    # The last letter has bits to spare: a code is only what we would write.
    if len(raw) != LONGEST or _written(raw).translate(_READ) != read:
        return None
    training, units = _FACTS.unpack(raw[: _FACTS.size])
    proofs = raw[_FACTS.size :]
    return Claim(training, units, proofs[:FACTS_PROOF], proofs[FACTS_PROOF:])


def proven(key: bytes, claim: Claim, facts: Callable[[int], Known | None]) -> Certificate | None:
    """Return the certificate that a code proves, without a name; None if it proves nothing.

    `facts` returns what is known of a training. Whether the certificate says the whole or a part
    of it is proven, too.
    """
    known = facts(claim.training)
    if known is None:
        return None
    whole = Certificate(known.network, claim.training, known.first, known.last, claim.units)
    found = (whole, replace(whole, whole=known.units))
    proofs = ((each, _proof(key, each)) for each in found)
    fits = (each for each, proof in proofs if hmac.compare_digest(proof, claim.facts_proof))
    return next(fits, None)


class Trainings(Protocol):
    """Where a training is found by its number."""

    async def get(self, training_id: int) -> Training | None: ...


class Proofs(Protocol):
    """What certificates are proved by; None where none was ever printed."""

    async def certificates_if_any(self) -> bytes | None: ...


class Desk(Protocol):
    """Everything that checking a certificate touches."""

    @property
    def trainings(self) -> Trainings: ...
    @property
    def proofs(self) -> Proofs: ...


@dataclass(frozen=True, slots=True)
class Genuine:
    """A certificate that is ours, of which training, and whether it is that of a name."""

    training: Training
    certificate: Certificate
    fits: bool


async def checked(desk: Desk, network: Network, code: str, name: str = "") -> Genuine | None:
    """Return what a typed code proves; None if it is that of no certificate of this network."""
    claim, key = claimed(code), await desk.proofs.certificates_if_any()
    training = await desk.trainings.get(claim.training) if claim and key else None
    if claim is None or key is None or training is None:
        return None
    known = Known(network.slug, *training.days(network.zone), training.plan.units)
    found = proven(key, claim, lambda _: known)
    return None if found is None else Genuine(training, found, named(key, claim, found, name))


def named(key: bytes, claim: Claim, of: Certificate, name: str) -> bool:
    """Return whether the certificate was printed for exactly this name; empty: for none.

    How often a space was pressed makes no difference.
    """
    return hmac.compare_digest(_name_proof(key, of, name), claim.name_proof)


def _written(raw: bytes) -> str:
    return base64.b32encode(raw).decode().rstrip("=").translate(_WRITTEN)


def _grouped(letters: str) -> str:
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def _said(of: Certificate) -> str:
    part = f"/{of.whole}" if of.whole else ""
    return f"{of.network}|{of.training}|{of.first}|{of.last}|{of.units}{part}"


def _proof(key: bytes, of: Certificate) -> bytes:
    return hmac.digest(key, f"facts|{_said(of)}".encode(), "sha256")[:FACTS_PROOF]


def _name_proof(key: bytes, of: Certificate, name: str) -> bytes:
    plain = " ".join(unicodedata.normalize("NFC", name).split())
    return hmac.digest(key, f"name|{_said(of)}|{plain}".encode(), "sha256")[:NAME_PROOF]
