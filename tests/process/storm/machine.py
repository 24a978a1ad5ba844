"""A machine for one process of the bot, with a clock that can be set wrong."""

from __future__ import annotations

from tests.process.conftest import House
from tests.process.support import Process
from tests.process.test_clocks import faked
from tests.programs import faketime


class Machine:
    """Starts the bot, again after each death; `settings` are this machine's own.

    Its clock is libfaketime's, or where that is not there one that is put into the bot alone.
    """

    def __init__(self, house: House, number: int, settings: dict[str, str]) -> None:
        self._house = house
        self._file = house.folder / f"clock-{number}"
        self._log = house.folder / f"machine-{number}.log"
        self.sets(0)
        library = faketime()
        self._program = "bot" if library else "tests.process.storm.shifted"
        clock = faked(library, self._file) if library else {"SHIFT": str(self._file)}
        self._settings = {**house.settings, **settings, **clock}
        self.bot = self.starts()

    def starts(self) -> Process:
        self.bot = Process(
            self._program,
            "run",
            settings=self._settings,
            cwd=self._house.folder,
            log=self._log,
        )
        return self.bot

    def sets(self, ahead: float) -> None:
        """Set the clock wrong by so many seconds; 0 is right."""
        new = self._file.with_suffix(".new")
        new.write_text(f"{ahead:+.0f}", encoding="ascii")
        new.rename(self._file)
