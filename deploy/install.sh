#!/bin/sh
# Installs Netzbote as a service on Debian, or brings it to a newer version. It may be called again
# and again. What lies in /etc/netzbote, /var/lib/netzbote and /var/backups/netzbote stays as it is.
#
#   sudo deploy/install.sh                   from this checkout
#   sudo deploy/install.sh netzbote-….whl    from a wheel
#   sudo deploy/install.sh --network NAME    one more network: its user, its folders; then setup
#   sudo deploy/install.sh --rollback        back to the version before
#   sudo deploy/install.sh --uninstall       takes the program away, and leaves the data
set -eu
umask 022

HOME_OF=/opt/netzbote CONFIG=/etc/netzbote DATA=/var/lib/netzbote BACKUPS=/var/backups/netzbote
COMMAND=/usr/local/bin/netzbote UNITS=/etc/systemd/system
PYTHON=${PYTHON:-/usr/bin/python3}
NEEDED_KB=900000
ALL_UNITS="netzbote.service netzbote-backup.service netzbote-backup.timer
    netzbote@.service netzbote-backup@.service netzbote-backup@.timer"

say() { printf '%s\n' "$*"; }
fail() { printf 'install.sh: %s\n' "$*" >&2; exit 1; }
has_systemd() { [ -d /run/systemd/system ]; }

check() {
    [ "$(id -u)" = 0 ] || fail "call it as root: sudo $0 $*"
    [ -x "$PYTHON" ] || fail "$PYTHON is not there; apt install python3 python3-venv, or PYTHON=…"
    "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        fail "$PYTHON is older than 3.11; name a newer one: PYTHON=/usr/bin/python3.12 $0"
    "$PYTHON" -c 'import venv, ensurepip' 2>/dev/null || fail "apt install python3-venv"
    command -v runuser >/dev/null || fail "apt install util-linux"
    free=$(df -Pk "$(dirname "$HOME_OF")" | awk 'NR == 2 { print $4 }')
    [ "$free" -gt "$NEEDED_KB" ] || fail "$HOME_OF needs $NEEDED_KB kB, $free are free"
}

# What is installed is a wheel, made of files that are known here, in a folder that is gone later.
make_wheel() {
    here=$(cd "$(dirname "$0")/.." && pwd)
    [ -f "$here/pyproject.toml" ] || fail "name a wheel: $0 netzbote-….whl"
    mkdir "$1/source"
    for room in bot handlers scheduler storage texts talk domain standin deploy requirements; do
        (cd "$here" && find "$room" -type f ! -name '*.pyc' -print0 | tar c --null -T -) |
            tar x --no-same-owner -C "$1/source"
    done
    cp "$here/pyproject.toml" "$here/README.md" "$1/source/"
    SOURCE_DATE_EPOCH=315532800 "$2/bin/pip" wheel -q --no-deps --no-build-isolation -w "$1" "$1/source" >&2
    ls "$1"/netzbote-*.whl
}

name_of() { printf '%s-%s' "$(basename "$1" .whl | cut -d- -f2)" "$(sha256sum "$1" | cut -c1-8)"; }

install_version() {
    work=$(mktemp -d)
    new=$HOME_OF/versions/new.$$
    trap 'rm -rf "$work" "$new"' EXIT
    install -d -m 755 "$HOME_OF" "$HOME_OF/versions"
    wheel=$1
    # The version that runs can make the wheel: what is there already need not be fetched for that.
    if [ -z "$wheel" ] && [ -x "$HOME_OF/current/bin/pip" ]; then
        mkdir "$work/first"
        wheel=$(make_wheel "$work/first" "$HOME_OF/current")
    fi
    name=${wheel:+$(name_of "$wheel")}
    if [ -n "$name" ] && [ -d "$HOME_OF/versions/$name" ]; then
        say "Version $name is installed already."
    else
        fetch_version "$1"
    fi
    switch_to "$HOME_OF/versions/$name"
}

# Sets the name of the version that is there afterwards.
fetch_version() {
    if [ -n "$1" ]; then
        "$PYTHON" -m zipfile -e "$1" "$work/inner"
        pins=$work/inner/requirements/run.txt
    else
        pins=$(dirname "$0")/../requirements/run.txt
    fi
    "$PYTHON" -m venv "$new"
    say "Fetching what it needs, as pinned with hashes …"
    "$new/bin/pip" install -q --disable-pip-version-check --require-hashes -r "$pins"
    wheel=${1:-$(make_wheel "$work" "$new")}
    "$new/bin/pip" install -q --disable-pip-version-check --no-deps "$wheel"
    name=$(name_of "$wheel")
    [ ! -d "$HOME_OF/versions/$name" ] || return 0
    # A venv knows its own path; it is built anew where it stays, from what was fetched.
    mv "$new" "$HOME_OF/versions/$name"
    grep -rlIF "$new" "$HOME_OF/versions/$name/bin" |
        xargs -r sed -i "s|$new|$HOME_OF/versions/$name|g"
    "$HOME_OF/versions/$name/bin/python" -m compileall -q "$HOME_OF/versions/$name/lib" || true
}

# The link changes at once: whoever is started sees the one version or the other, never half of it.
switch_to() {
    current=$(readlink "$HOME_OF/current" || true)
    [ "$current" = "$1" ] && return 0
    if [ -n "$current" ]; then ln -sfn "$current" "$HOME_OF/previous"; fi
    ln -sfn "$1" "$HOME_OF/current.new"
    mv -T "$HOME_OF/current.new" "$HOME_OF/current"
}

keep_two() {
    for each in "$HOME_OF"/versions/*; do
        [ "$each" = "$(readlink "$HOME_OF/current" || true)" ] && continue
        [ "$each" = "$(readlink "$HOME_OF/previous" || true)" ] && continue
        rm -rf "$each"
    done
}

make_places() {
    if ! getent passwd netzbote >/dev/null; then
        useradd --system --user-group --home-dir "$DATA" --no-create-home \
            --shell /usr/sbin/nologin netzbote
    fi
    for place in "$CONFIG" "$DATA" "$BACKUPS"; do
        [ -d "$place" ] || install -d -m 700 -o netzbote -g netzbote "$place"
    done
}

# A network beside others: nobody but its own user reads what is its own.
make_network() {
    case $1 in
    '' | *[!a-z0-9-]* | -* | netzbote) fail "a name has small letters, digits and -: $1" ;;
    esac
    [ ${#1} -le 20 ] || fail "$1 is longer than 20 signs"
    user=netzbote-$1
    if ! getent passwd "$user" >/dev/null; then
        useradd --system --user-group --home-dir "$DATA/$1" --no-create-home \
            --shell /usr/sbin/nologin "$user"
    fi
    for place in "$CONFIG" "$DATA" "$BACKUPS"; do
        # All users pass through and see nothing; nobody moves away what is another one's.
        chown root:netzbote "$place" && chmod 1771 "$place"
        [ -d "$place/$1" ] || install -d -m 700 -o "$user" -g "$user" "$place/$1"
    done
    [ -f "$CONFIG/$1/netzbote.env" ] || say "Next: sudo netzbote -n $1 setup"
}

put_units() {
    from=$(ls -d "$HOME_OF"/current/lib/python3*/site-packages)/deploy
    install -m 755 "$from/netzbote" "$COMMAND"
    install -d -m 755 "$UNITS"
    for unit in $ALL_UNITS; do install -m 644 "$from/systemd/$unit" "$UNITS/"; done
    if has_systemd; then systemctl daemon-reload; fi
}

restart() {
    has_systemd || return 0
    for service in $(running); do
        systemctl restart "$service"
        say "$service was restarted."
    done
}

# The services of all networks that run here.
running() {
    systemctl list-units --plain --no-legend --state=active 'netzbote.service' \
        'netzbote@*.service' | awk '{ print $1 }'
}

rollback() {
    before=$(readlink "$HOME_OF/previous" || true)
    [ -n "$before" ] && [ -d "$before" ] || fail "there is no version before this one"
    switch_to "$before"
    put_units
    restart
    say "Back at $(basename "$before"). If it refuses the database, it says what to do."
}

uninstall() {
    if has_systemd; then
        for place in "$CONFIG" "$CONFIG"/*/; do
            each=${place#"$CONFIG"} each=${each%/}
            systemctl disable --now "netzbote${each:+@${each#/}}.service" \
                "netzbote-backup${each:+@${each#/}}.timer" 2>/dev/null || true
        done
    fi
    rm -f "$COMMAND"
    for unit in $ALL_UNITS; do rm -f "$UNITS/$unit"; done
    rm -rf "$HOME_OF"
    if has_systemd; then systemctl daemon-reload; fi
    say "The program is gone. Left as they are: $CONFIG, $DATA, $BACKUPS, and the users netzbote…"
}

check "$@"
case ${1:-} in
--uninstall) uninstall; exit ;;
--rollback) rollback; exit ;;
--network)
    [ -x "$COMMAND" ] || fail "install first: $0"
    make_network "${2:-}"
    exit
    ;;
-*) fail "knows --network, --rollback and --uninstall, and not $1" ;;
?*) [ -f "$1" ] || fail "$1 is not there" ;;
esac
make_places
install_version "${1:-}"
put_units
restart
keep_two
say "Installed: $($COMMAND --version)."
[ -n "$(find "$CONFIG" -name netzbote.env)" ] ||
    say "Next: sudo netzbote setup (or, for several networks: $0 --network NAME)"
