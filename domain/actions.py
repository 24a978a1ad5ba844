"""What a button does: typed, packed into at most 50 bytes, the same on every channel."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, ClassVar, Self

MOST_BYTES = 50
_SEPARATOR = ":"


@dataclass(frozen=True, slots=True)
class Action:
    """A button's meaning; subclasses add fields of int or str, in the order they are packed."""

    CODE: ClassVar[str] = ""

    def pack(self) -> str:
        """Return the action as short text. Raises ValueError if it would not fit a button."""
        values = [str(getattr(self, field.name)) for field in fields(self)]
        text = _SEPARATOR.join([self.CODE, *values])
        if len(text.encode()) > MOST_BYTES:
            raise ValueError(f"The action {text!r} is longer than {MOST_BYTES} bytes.")
        return text

    @classmethod
    def unpack(cls, text: str) -> Self:
        """Return the action that `pack` wrote. Raises ValueError if it is another one."""
        code, *values = text.split(_SEPARATOR, len(fields(cls)))
        if code != cls.CODE or len(values) != len(fields(cls)):
            raise ValueError(f"{text!r} is no {cls.__name__}.")
        typed: list[Any] = [
            int(value) if field.type in {int, "int"} else value
            for field, value in zip(fields(cls), values, strict=True)
        ]
        return cls(*typed)

    @classmethod
    def pattern(cls) -> str:
        """Return the regular expression that only this action's texts match."""
        return rf"^{cls.CODE}(:|~|$)"


@dataclass(frozen=True, slots=True)
class Menu(Action):
    """Show the menu."""

    CODE = "menu"


@dataclass(frozen=True, slots=True)
class Register(Action):
    """«Anmelden» on a training's card; `shown` stands for the facts it shows (`Plan.shown`)."""

    CODE = "regi"
    training_id: int
    shown: int


@dataclass(frozen=True, slots=True)
class RegisterUnseen(Action):
    """«Anmelden» on an old card, of which nobody knows what it showed: asks first."""

    CODE = "reg"
    training_id: int


@dataclass(frozen=True, slots=True)
class AskLeave(Action):
    """«Abmelden»: asks back once."""

    CODE = "ask"
    training_id: int


@dataclass(frozen=True, slots=True)
class Leave(Action):
    """«Ja, abmelden», beneath the facts that `shown` stands for."""

    CODE = "leav"
    training_id: int
    shown: int


@dataclass(frozen=True, slots=True)
class LeaveUnseen(Action):
    """«Ja, abmelden» beneath an old question, of which nobody knows what it showed: asks anew."""

    CODE = "lea"
    training_id: int


@dataclass(frozen=True, slots=True)
class Show(Action):
    """Show a training's card again."""

    CODE = "card"
    training_id: int


@dataclass(frozen=True, slots=True)
class Details(Action):
    """«Details» of a training."""

    CODE = "det"
    training_id: int


@dataclass(frozen=True, slots=True)
class Calendar(Action):
    """«Kalender»: the date as a file."""

    CODE = "ics"
    training_id: int


@dataclass(frozen=True, slots=True)
class Mute(Action):
    """Switch the reminders of one training off (1) or on (0)."""

    CODE = "mute"
    training_id: int
    on: int


@dataclass(frozen=True, slots=True)
class Offered(Action):
    """«Termine im Angebot»."""

    CODE = "off"


@dataclass(frozen=True, slots=True)
class Mine(Action):
    """«Meine Anmeldungen»."""

    CODE = "mine"


@dataclass(frozen=True, slots=True)
class Agree(Action):
    """«Einverstanden»; the token is the invitation's, or empty for who asks for access."""

    CODE = "yes"
    token: str


@dataclass(frozen=True, slots=True)
class Decline(Action):
    """«Nicht einverstanden»."""

    CODE = "no"


@dataclass(frozen=True, slots=True)
class ReadPrivacy(Action):
    """«Datenschutzhinweise lesen», reachable before consent."""

    CODE = "priv"
    token: str


@dataclass(frozen=True, slots=True)
class ChooseOffice(Action):
    """The office a newcomer works for, asked where the invitation names only a sector."""

    CODE = "joff"
    office: str


@dataclass(frozen=True, slots=True)
class WithoutName(Action):
    """«Ohne Namen weiter»."""

    CODE = "anon"


@dataclass(frozen=True, slots=True)
class RequestAccess(Action):
    """«Zugang anfragen», for who has no invitation."""

    CODE = "ask-in"


@dataclass(frozen=True, slots=True)
class ShowOffices(Action):
    """«Zuständiges Jugendamt anzeigen», beneath the safety notice."""

    CODE = "offices"


@dataclass(frozen=True, slots=True)
class Announce(Action):
    """«Ankündigen»: leads to audience and time."""

    CODE = "ann"
    training_id: int


@dataclass(frozen=True, slots=True)
class Close(Action):
    """«Abschließen»: how many came."""

    CODE = "cls"
    training_id: int


@dataclass(frozen=True, slots=True)
class Deliveries(Action):
    """«Zustellung» of one training's messages."""

    CODE = "dlv"
    training_id: int


@dataclass(frozen=True, slots=True)
class ShowFigures(Action):
    """The figures of a year; 0 asks which one."""

    CODE = "fig"
    year: int


@dataclass(frozen=True, slots=True)
class MakeReport(Action):
    """«Bericht als Dateien»: the whole report of a year."""

    CODE = "files"
    year: int
