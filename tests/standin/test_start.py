"""Started by itself: what it understands, and how it says what it does not."""

from __future__ import annotations

import shlex
import socket
import subprocess
import sys

import pytest

from standin.__main__ import arguments_of


def test_everything_can_be_told() -> None:
    told = arguments_of(
        shlex.split(
            "--port 8081 --token 5:abc --username my_bot --name 'My bot' --title Trial"
            " --phone 7:Zoë --phone '8:Dr. No' --language de --zone Europe/Berlin"
            " --no-limits --latency 2.5"
        )
    )

    assert (told.port, told.token, told.username, told.name) == (8081, "5:abc", "my_bot", "My bot")
    assert (told.title, told.language, str(told.zone)) == ("Trial", "de", "Europe/Berlin")
    assert [(phone.id, phone.name["en"]) for phone in told.phone] == [(7, "Zoë"), (8, "Dr. No")]
    assert (told.limits, told.latency) == (False, 2.5)


def test_nothing_need_be_told() -> None:
    told = arguments_of([])

    assert [(phone.id, phone.name["de"]) for phone in told.phone] == [
        (1001, "Anna"),
        (1002, "Bert"),
    ]
    assert (told.host, told.port, told.limits, told.latency) == ("127.0.0.1", 0, True, 0)
    assert str(told.zone) == "UTC"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("--port x", "a port is a number up to 65535, not 'x'"),
        ("--port 65536", "a port is a number up to 65535, not '65536'"),
        ("--port -1", "a port is a number up to 65535, not '-1'"),
        ("--token abc", "a token looks like 1:abc, not 'abc'"),
        ("--username a", "a username has 4 to 32 letters, digits and _, not 'a'"),
        ("--name ''", "a name has 1 to 64 characters, not ''"),
        ("--title '  '", "a name has 1 to 64 characters, not '  '"),
        ("--phone Anna", "a phone looks like 1001:Anna, not 'Anna'"),
        ("--phone 0:Anna", "a phone begins with a person's number, not '0'"),
        ("--phone 5:", "a name has 1 to 64 characters, not ''"),
        ("--phone 5:A --phone 5:B", "every phone needs a number of its own"),
        ("--language German", "a language looks like en or pt-br, not 'German'"),
        ("--zone Berlin", "a zone looks like Europe/Berlin, not 'Berlin'"),
        ("--zone /etc/passwd", "a zone looks like Europe/Berlin, not '/etc/passwd'"),
        ("--latency -1", "milliseconds are a number up to 60000, not '-1'"),
        ("--latency nan", "milliseconds are a number up to 60000, not 'nan'"),
        ("--prot 1", "unrecognized arguments: --prot 1"),
    ],
)
def test_a_mistake_is_told_in_one_line(
    words: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        arguments_of(shlex.split(words))
    told = capsys.readouterr()

    assert ended.value.code == 2
    assert told.out == ""
    assert told.err.startswith("python -m standin: ")
    assert told.err.endswith(f"{reason}; see --help\n")
    assert told.err.count("\n") == 1


@pytest.mark.process
def test_a_port_in_use_is_told_in_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "standin", "--port", str(port)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)

    assert done.returncode == 1
    assert done.stderr == (
        f"python -m standin: 127.0.0.1 port {port} cannot be used: Address already in use;"
        " try --host or --port\n"
    )
