"""Many networks on one Debian: a second one beside the first, each closed to the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.bench.processes import standin
from tests.deploy.test_install import ROOT, Debian, debian, pytestmark, source

HANDBOOK = (ROOT / "docs" / "betrieb.md").read_text(encoding="utf-8")
__all__ = ["debian", "pytestmark"]


@pytest.fixture
def any_telegram() -> Iterator[str]:
    with standin() as made:  # it takes any token
        yield made.base_url


def given(debian: Debian, folder: str, user: str, token: str) -> None:
    """Put a token where setup looks for it."""
    debian.does(
        f"printf '%s\\n' {token} > {folder}/bot_token; chmod 600 {folder}/bot_token; "
        f"chown {user}: {folder}/bot_token"
    )


def _gets_a_name(debian: Debian, here: str) -> None:
    """Do what the handbook says for a first network that is to have a name; there is no systemd."""
    (block,) = re.findall(r"```\n([^`]*--network neuss[^`]*)```", HANDBOOK)
    script = "\n".join(line for line in block.splitlines() if not line.startswith("systemctl"))
    debian.does("sed -i s/8080/8082/ /etc/netzbote/steinfurt/netzbote.env")
    said = debian.does(f"{here} {script}")
    assert "/var/lib/netzbote/neuss/netzbote.db (database)" in said
    assert "/var/backups/netzbote/neuss/erasures.jsonl (erasures)" in said
    assert debian.does("find /etc/netzbote /var/lib/netzbote -maxdepth 1 -type f") == ""


def test_a_second_network_beside_the_first(debian: Debian, any_telegram: str) -> None:
    source(debian.root / "root" / "netzbote")
    debian.does("netzbote/deploy/install.sh")
    here = f"export NETZBOTE_BOT_API_URL={any_telegram};"
    given(debian, "/etc/netzbote", "netzbote", "1:first")
    debian.does(f"{here} netzbote setup --network rhein-kreis-neuss --yes")
    kept = debian.does("cat /etc/netzbote/*.* /etc/netzbote/encryption_keys | sha256sum")

    said = debian.does("netzbote/deploy/install.sh --network steinfurt")
    assert "Next: sudo netzbote -n steinfurt setup" in said
    assert debian.does("netzbote/deploy/install.sh --network steinfurt") == said
    assert "steinfurt/netzbote.env is not there" in debian.does("netzbote doctor --all", code=1)
    given(debian, "/etc/netzbote/steinfurt", "netzbote-steinfurt", "2:second")
    said = debian.does(f"{here} netzbote -n steinfurt setup --network kreis-steinfurt --yes")
    assert "systemctl enable --now netzbote@steinfurt netzbote-backup@steinfurt.timer" in said
    assert debian.does("cat /etc/netzbote/*.* /etc/netzbote/encryption_keys | sha256sum") == kept
    listens = debian.does("grep -h LISTEN /etc/netzbote/netzbote.env /etc/netzbote/*/netzbote.env")
    assert listens.split("\n")[:2] == [f"NETZBOTE_LISTEN=127.0.0.1:{n}" for n in (8080, 8081)]

    for place in ("/etc/netzbote", "/var/lib/netzbote", "/var/backups/netzbote"):
        assert debian.does(f"stat -c '%a %U' {place}/steinfurt") == "700 netzbote-steinfurt\n"
        denied = debian.does(f"runuser -u netzbote -- ls {place}/steinfurt", code=2)
        assert "Permission denied" in denied
        moved = debian.does(f"runuser -u netzbote -- mv {place}/steinfurt {place}/gone", code=1)
        assert "not permitted" in moved
    assert "Permission denied" in debian.does(
        "runuser -u netzbote-steinfurt -- cat /etc/netzbote/netzbote.env", code=1
    )
    unit = debian.does("sed -n 's/^ExecStart=//p' /etc/systemd/system/netzbote-backup@.service")
    backup = unit.strip().replace("/opt/netzbote/current/bin/netzbote", "netzbote -n steinfurt")
    assert "written and read again" in debian.does(backup.replace("%i", "steinfurt"))

    said = debian.does(f"{here} netzbote doctor --all")
    assert [line.split()[:2] for line in said.splitlines()] == [
        ["ok", "netzbote"], ["ok", "steinfurt"],
    ]  # fmt: skip
    debian.does("sed -i s/8081/8080/ /etc/netzbote/steinfurt/netzbote.env")
    said = debian.does(f"{here} netzbote doctor --all", code=1)
    assert "shares its port with steinfurt" in said

    assert "no network nowhere here" in debian.does("netzbote -n nowhere doctor", code=1)
    debian.does("netzbote/deploy/install.sh --network Über", code=1)
    _gets_a_name(debian, here)
    said = debian.does(f"{here} netzbote doctor --all")
    assert [line.split()[1] for line in said.splitlines()] == ["neuss", "steinfurt"]
    debian.does("netzbote/deploy/install.sh --uninstall")
    assert debian.does("ls /etc/netzbote/steinfurt/encryption_keys")
    assert debian.does("ls /etc/systemd/system/netzbote*", code=2)
