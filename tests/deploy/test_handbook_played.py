"""The handbook, followed from an empty Debian by somebody who may use sudo and knows nothing else.

Its commands come out of the page. What a person would fill in is filled in: the repository, the
answers of `setup`, the name of a backup, the password of a database.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.deploy import first_hour
from tests.deploy.conftest import free_port
from tests.deploy.debian import USER, Debian, told
from tests.deploy.handbook import commands, one
from tests.deploy.release import ANSWERS, checkout
from tests.process.support import Sim, until

pytestmark = [pytest.mark.deploy, pytest.mark.timeout(2400)]

SETUP, UPDATES, BACKUP, RESTORE = "Einrichten", "Updates, und zurück", "Sichern", "Wiederherstellen"
MOVE = "Umzug nach PostgreSQL"
LOG = "sudo cat /var/log/units/netzbote.service.log"
#: What a later release does to the tables: nothing but to count on, which is enough to be refused.
LATER = '''"""A later release."""

revision, down_revision = "9999", "{newest}"


def upgrade() -> None:
    """Change nothing."""
'''


class Administrator:
    """Somebody at the keyboard of a Debian, with the handbook beside it."""

    def __init__(self, debian: Debian) -> None:
        self.debian = debian
        self.source = f"/home/{USER}/source"

    def publishes(self, message: str) -> None:
        """Let a release be where the administrator clones it from."""
        who = "-c user.name=Release -c user.email=release@localhost"
        git = f"git -C {self.source}"
        self.debian.does(f"{git} add -A && {git} {who} commit -qm '{message}'")

    def types(self, command: str, code: int = 0) -> str:
        """Call a command as it stands in the handbook."""
        known = command.replace("REPOSITORY", self.source)
        if command == "sudo netzbote setup":
            return self.debian.types(known, ANSWERS)
        return self.debian.does(known, code)

    def backups(self) -> list[str]:
        return self.debian.does("sudo ls -tr /var/backups/netzbote | grep backup$").split()

    def with_backup(self, command: str, name: str) -> str:
        """Call a command that names a backup, with this one."""
        return self.types(re.sub(r"[\w-]+\.backup", name, command))

    def is_well(self) -> None:
        """Wait until `status` finds nothing."""
        until(lambda: "What to do" not in self.types("sudo netzbote status || true"))

    def starts(self) -> None:
        self.types("sudo systemctl start netzbote")
        self.is_well()


@contextmanager
def step(name: str) -> Iterator[None]:
    begun = time.monotonic()
    yield
    told(f"  {time.monotonic() - begun:5.0f} s  {name}")


def test_the_handbook_is_followed(debian: Debian, telegram: str) -> None:
    told("\nFollowing docs/betrieb.md:")
    admin, sim = Administrator(debian), Sim(telegram)
    with step("installed, twice"):
        link = _installed(admin)
    with step("watched"):
        _watched(admin)
    with step("used: came in, announced, registered"):
        _used(admin, sim, link)
    with step("backed up by its unit and by hand, and tried"):
        _backed_up(admin)
    with step("upgraded to a release that counts its tables on"):
        before = _upgraded(admin)
    with step("rolled back, refused, gone forward"):
        _rolled_back(admin)
    with step("rolled back and restored"):
        _restored(admin, sim, before)
    with step("moved to PostgreSQL"):
        _moved(admin, sim)
    with step("taken away"):
        _taken_away(admin)


def _installed(admin: Administrator) -> str:
    """Do what stands under «Einrichten», and return what `setup` said."""
    debian, lines = admin.debian, commands(SETUP)
    update, needed, clone, install, setup, start = lines[:6]
    admin.types(update)
    admin.types(needed)
    checkout(debian.path(admin.source))
    debian.does(f"sudo chown -R {USER} {admin.source}; git -C {admin.source} init -q")
    admin.publishes("A release")
    admin.types(clone)
    debian.does(
        "mkdir -p netzbote/build/lib/bot; echo 'raise SystemExit' > netzbote/build/lib/bot/gone.py"
    )
    assert "Next: sudo netzbote setup" in admin.types(install)
    assert "No such file" in debian.does("ls /opt/netzbote/current/lib/*/*/bot/gone.py", code=2)
    said = admin.types(setup)
    first_hour.no_quiet_time(debian)
    kept = _configuration(debian)
    again = admin.types(install)

    assert "is installed already" in again
    assert "Next:" not in again
    assert _configuration(debian) == kept
    modes = debian.does("sudo find /etc/netzbote /var/lib/netzbote -printf '%m %u\\n'").split()
    assert set(modes[1::2]) == {"netzbote"}
    assert set(modes[::2]) == {"700", "600"}
    assert "call it with sudo" in debian.does("netzbote doctor", code=1)
    admin.types(start)
    return said


def _configuration(debian: Debian) -> str:
    return debian.does("sudo sh -c 'cat /etc/netzbote/*' | sha256sum")


def _watched(admin: Administrator) -> None:
    admin.is_well()
    admin.types("sudo netzbote doctor")
    admin.types("sudo systemctl stop netzbote")
    assert "does not answer" in admin.types("sudo netzbote status --quiet", code=1)
    admin.starts()
    assert admin.types("sudo netzbote status --quiet") == ""


def _used(admin: Administrator, sim: Sim, link: str) -> None:
    lead = first_hour.comes_in(sim, 101, "Anna", link)
    invited = admin.types("sudo netzbote invite --role specialist --institution rkn-kaarst")
    specialist = first_hour.comes_in(sim, 102, "Bert", invited)
    first_hour.announces(lead)
    first_hour.registers(specialist)


def _backed_up(admin: Administrator) -> None:
    admin.types("sudo systemctl start netzbote-backup.service")
    assert len(admin.backups()) == 1
    assert "written and read again" in admin.types(one(BACKUP, "sudo netzbote backup /"))
    verify = one(BACKUP, "sudo netzbote backup verify")
    assert "It can be restored" in admin.with_backup(verify, admin.backups()[-1])


def _upgraded(admin: Administrator) -> str:
    """Do what stands under «Updates», and return the name of the backup from before."""
    debian = admin.debian
    versions = debian.path(f"{admin.source}/storage/migrations/versions")
    newest = max(file.name[:4] for file in versions.glob("[0-9]*.py"))
    (versions / "9999_a_later_release.py").write_text(LATER.format(newest=newest))
    admin.publishes("A later release")
    kept = _configuration(debian)
    backup, pull, install, status = commands(UPDATES)[:4]
    admin.types(backup)
    before = admin.backups()[-1]
    admin.types(pull)
    assert "restarted" in admin.types(install)
    admin.is_well()
    admin.types(status)

    assert _configuration(debian) == kept
    assert "at 9999" in admin.types("sudo netzbote db check")
    return before


def _rolled_back(admin: Administrator) -> None:
    back = one(UPDATES, "sudo netzbote/deploy/install.sh --rollback")
    assert "Back at" in admin.types(back)
    until(lambda: "inactive" in admin.types("systemctl is-active netzbote || true"))
    assert "9999" in admin.types(LOG).splitlines()[-1]
    assert "9999" in admin.types("sudo netzbote status 2>&1 || true")
    admin.types(commands(UPDATES)[2])
    admin.starts()


def _restored(admin: Administrator, sim: Sim, before: str) -> None:
    admin.types(one(UPDATES, "sudo netzbote/deploy/install.sh --rollback"))
    stop, away, restore, start, go = commands(RESTORE)
    admin.types(stop)
    admin.types(away)
    assert "Sending is held" in admin.with_backup(restore, before)
    admin.types(start)
    until(lambda: "sending is held" in admin.types("sudo netzbote status || true"))
    assert "goes out from now on" in admin.types(go)
    admin.is_well()
    _knows_everybody(sim)


def _knows_everybody(sim: Sim) -> None:
    """See that somebody finds the seat that was taken before."""
    specialist = first_hour.Phone(first_hour.Known(sim, 102))
    seen = len(specialist.person.texts())
    specialist.person.does("says", text="/meine")
    until(lambda: any(first_hour.TITLE in text for text in specialist.person.texts()[seen:]))


def _moved(admin: Administrator, sim: Sim) -> None:
    """Do what stands under «Umzug», with a server of PostgreSQL beside the bot."""
    with _server(admin.debian) as address:
        for command in commands(MOVE):
            said = admin.types(_typed(command, address))
            if command.startswith("sudo netzbote db copy"):
                assert " rows copied, each value of them compared" in said
        admin.is_well()
        _knows_everybody(sim)
        assert "/etc/netzbote/database_url" in admin.types("sudo netzbote doctor")
        assert "written and read again" in admin.types(one(BACKUP, "sudo netzbote backup /"))
        admin.types("sudo systemctl stop netzbote")


def _typed(command: str, address: str) -> str:
    """Return what stands in for an editor: the file gets the address, and stays whose it was."""
    if not command.startswith("sudoedit"):
        return command
    return f"echo '{address}' | sudo tee {command.split()[1]} > /dev/null"


@contextmanager
def _server(debian: Debian) -> Iterator[str]:
    """Return the address of an empty database of a server that runs as long as it is used."""
    debian.does("sudo apt-get install --yes --no-install-recommends postgresql postgresql-client")
    port = free_port()
    ctl = "sudo pg_ctlcluster --skip-systemctl-redirect $(ls /etc/postgresql) main"
    debian.does(
        f"sudo sed -i 's/^port = .*/port = {port}/' /etc/postgresql/*/main/postgresql.conf;"
        f"{ctl} start"
    )
    try:
        debian.does(
            f"sudo -u postgres psql -qp {port} -c \"CREATE ROLE netzbote LOGIN PASSWORD 'secret'\";"
            f"sudo -u postgres createdb -p {port} -O netzbote netzbote"
        )
        yield f"postgresql+psycopg://netzbote:secret@127.0.0.1:{port}/netzbote"
    finally:
        debian.does(f"{ctl} stop -m fast")


def _taken_away(admin: Administrator) -> None:
    admin.types("sudo netzbote/deploy/install.sh --uninstall")
    left = (
        "sudo ls /etc/netzbote/encryption_keys /var/lib/netzbote/netzbote.db /var/backups/netzbote"
    )
    assert ".backup" in admin.types(left)
    admin.types("ls -d /opt/netzbote /usr/local/bin/netzbote", code=2)
