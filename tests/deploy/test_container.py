"""The container form of the handbook: its image is built, and each of its commands is called."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy import first_hour
from tests.deploy.conftest import free_port
from tests.deploy.debian import empty, told
from tests.deploy.docker import Docker, base, buildah
from tests.deploy.handbook import commands, one
from tests.deploy.release import checkout
from tests.process.support import TOKEN, Sim, until

pytestmark = [
    pytest.mark.deploy,
    pytest.mark.timeout(2400),
    pytest.mark.skipif(not shutil.which("buildah"), reason="not here: buildah (Debian: buildah)"),
]
ALONE = "Ein Container"
IMAGE, BASED = "localhost/netzbote-of-a-test", "localhost/debian-of-a-test:trixie-slim"
SECRETS = ("deploy/.env", "deploy/secrets/database_url", "x.env", "y/keys.txt", "y/z.key")
WRITE = "import pathlib; pathlib.Path('/opt/netzbote/x').touch()"


@pytest.fixture
def docker(tmp_path: Path) -> Iterator[Docker]:
    """Return the image of this checkout, with secrets beside it that must not come along."""
    source = checkout(tmp_path / "source")
    for secret in SECRETS:
        (source / secret).parent.mkdir(exist_ok=True)
        (source / secret).write_text("a secret", encoding="utf-8")
    made = Docker(IMAGE, source, tmp_path, base(empty("trixie"), BASED))
    yield made
    made.ends()
    buildah("rmi", "-f", IMAGE, BASED)


def test_each_command_of_one_container(docker: Docker, telegram: str, tmp_path: Path) -> None:
    made = commands("Container")
    docker.build(next(line for line in made if line.startswith("sudo docker build")))
    told(f"\nThe image holds {_size(docker.mounted):,} MB")
    config = docker.config()
    assert config["User"] == "10001"
    assert "/health/ready" in " ".join(config["Healthcheck"]["Test"])
    taken = docker.context()
    assert "deploy/Dockerfile" in taken
    assert set(SECRETS).isdisjoint(taken)

    folders = next(line for line in made if line.startswith("sudo install"))
    places = [word for word in folders.split() if word.startswith("/")]
    for place in places:
        folder = tmp_path / place.lstrip("/")
        folder.mkdir(parents=True)
        os.chown(folder, 10001, 10001)
        folder.chmod(0o700)
    port = free_port()
    docker.knows(NETZBOTE_BOT_API_URL=telegram, NETZBOTE_LISTEN=f"127.0.0.1:{port}")

    setup, run, nightly, status, check = commands(ALONE)
    token = tmp_path / "etc/netzbote/bot_token"
    token.write_text(f"{TOKEN}\n", encoding="utf-8")
    token.chmod(0o600)
    os.chown(token, 10001, 10001)
    link = _said(docker, f"{setup} --network rhein-kreis-neuss --yes")
    docker.run(run)
    until(lambda: docker.exec(status).returncode == 0)
    healthy = config["Healthcheck"]["Test"][1:]
    ask = [word.replace("8080", str(port)) for word in healthy]
    assert _inside(docker, *ask).returncode == 0
    assert "Read-only file system" in _inside(docker, "python", "-c", WRITE).stdout
    first_hour.comes_in(Sim(telegram), 101, "Anna", link)

    assert docker.run(nightly)
    until(lambda: docker.exec(check).returncode == 0)
    assert len(list((tmp_path / "var/backups/netzbote").glob("*.backup"))) == 1
    update = one("Update", "sudo docker exec")
    assert "written and read again" in docker.exec(update).stdout


def _inside(docker: Docker, *words: str) -> subprocess.CompletedProcess[str]:
    return docker.exec(f"docker exec netzbote {shlex.join(words)}")


def _said(docker: Docker, command: str) -> str:
    with docker.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        out, _ = process.communicate(timeout=180)
    assert process.returncode == 0, out.decode()
    return out.decode()


def _size(place: Path) -> int:
    listed = subprocess.run(["du", "-smx", place], capture_output=True, text=True, check=True)
    return int(listed.stdout.split()[0])
