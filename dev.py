#!/usr/bin/env python3
"""Set up and run the archive, with nothing but Python.

  python3 dev.py serve [--port N]             load the sample decisions and serve them on http://127.0.0.1:8000
  python3 dev.py test [PYTEST ARGS]           run the linters, then the tests; --quick: no browser, PostgreSQL, Redis;
                                              --long: the long checks in full; --long NAME: one part (list names them)
  python3 dev.py bench [--size 1k|10k|100k]   measure the archive against what people would pick instead
  python3 dev.py manage COMMAND ...           run manage.py with the same Python, database and secret

Each command sets up what it needs once: packages in .venv/, data in data/. This file uses only the standard library and
the syntax of Python 3.6, so that even a Python too old for the archive can look for a newer one.
"""

import argparse
import contextlib
import glob
import hashlib
import importlib.util
import os
import platform
import shutil
import signal
import socket
import subprocess
import sys

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None

ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "bin", "python")
OURS = os.path.join(VENV, "made-by-dev.py")  # without it, .venv was not made here and is never deleted
OLDEST, NEWEST = 11, 14  # Python 3.x
# What each level needs in addition to the levels before it.
REQUIREMENTS = {"run": "requirements.txt", "bench": "requirements-bench.txt", "test": "requirements-dev.txt"}
STOPPING = (signal.SIGINT, signal.SIGTERM)


class SetUpError(Exception):
    """A message that says what is wrong and what to do, and the exit code."""

    def __init__(self, message, code=1):
        super().__init__(message)
        self.code = code


class Stopped(BaseException):
    """Raised by SIGINT (Ctrl-C) or SIGTERM. A BaseException, so that no handler of errors catches it."""


def stop(number, frame):
    """Stop at the first signal, and ignore further ones so that they do not interrupt the clean-up."""
    for each in STOPPING:
        signal.signal(each, signal.SIG_IGN)
    raise Stopped


def say(text):
    """Print a message on standard error: standard output belongs to the program that is run."""
    print(text, file=sys.stderr, flush=True)


@contextlib.contextmanager
def stopping_later():
    """Delay signals to stop until the end of the block, so that no process is started without our knowing it."""
    received = []
    before = {each: signal.signal(each, lambda number, frame: received.append(number)) for each in STOPPING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if received:
        os.kill(os.getpid(), received[0])


def run(command, shown=False, **options):
    """Run a program, return its exit code and its output, and stop it when we are stopped.

    With `shown` the output goes to the terminal. Without, Ctrl-C reaches the process group only through us.
    """
    if not shown:
        options.update(stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    child = None
    try:
        with stopping_later():
            child = subprocess.Popen(command, start_new_session=not shown, **options)
        output = child.communicate()[0]
    except Stopped:
        end(child, shown)
        raise
    return child.returncode, (output or b"").decode(errors="replace")


def end(child, shown):
    """End a program and wait for it; None is a program that had not started when the signal came."""
    if child is None:
        return
    if shown:
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(timeout=5)  # Ctrl-C has most likely reached it already
        child.send_signal(signal.SIGINT)
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGTERM)
    child.wait()


def set_up_by(*command):
    """Run a program and return its output. Raises SetUpError if it fails."""
    code, output = run(command, env=dict(os.environ, DEBIAN_FRONTEND="noninteractive"))
    if code:
        raise SetUpError(output + "Failed: " + " ".join(command))
    return output


def works(*command):
    """Return whether a program starts and exits with 0."""
    try:
        return run(command)[0] == 0
    except OSError:
        return False


def install_from_debian(packages, reason):
    """Install Debian packages if we are root. Raises SetUpError, with the command to run, if not."""
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        raise SetUpError(reason + "\nInstall what your system calls: " + ", ".join(packages))
    if os.geteuid() != 0:
        raise SetUpError(reason + "\nRun: sudo apt-get update && sudo " + " ".join(install))
    say("Installing from Debian: " + ", ".join(packages))
    for command in (["dpkg", "--configure", "-a"], ["apt-get", "update"], install):
        set_up_by(*command)


def use_new_enough_python():
    """Run this file again with a newer Python if this one is too old."""
    if sys.version_info >= (3, OLDEST):
        return
    enough = "import sys; sys.exit(sys.version_info < (3, %d))" % OLDEST
    for minor in range(OLDEST, NEWEST + 1):
        python = shutil.which("python3.%d" % minor)
        if python and works(python, "-c", enough):
            os.execv(python, [python, os.path.abspath(__file__), *sys.argv[1:]])
    raise SetUpError("The archive needs Python 3.%d or newer, and this is %s." % (OLDEST, platform.python_version()))


def up_to(level):
    """Return the levels that a level includes, itself last."""
    return list(REQUIREMENTS)[: list(REQUIREMENTS).index(level) + 1]


def key(level):
    """Return a hash of what `.venv` is made from: the Python version, this folder and the requirements."""
    digest = hashlib.sha256((platform.python_version() + ROOT).encode())
    for each in up_to(level):
        with open(os.path.join(ROOT, REQUIREMENTS[each]), "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def stamp(level):
    """Return the path of the file that has the key of a finished `.venv`."""
    return os.path.join(VENV, "ready-to-" + level)


def ready(level):
    """Return whether `.venv` is finished and up to date for a level."""
    if not (os.path.exists(stamp(level)) and os.path.exists(PYTHON)):
        return False
    with open(stamp(level)) as file:
        return file.read() == key(level)


def make_venv():
    """Make an empty `.venv`, or keep one that was not made by dev.py."""
    if os.path.isdir(VENV) and not os.path.exists(OURS):
        if not works(PYTHON, "-c", "import sys, pip; sys.exit(sys.version_info < (3, %d))" % OLDEST):
            raise SetUpError("%s has no pip and no Python 3.%d or newer. Move it away and try again." % (VENV, OLDEST))
        return
    if not importlib.util.find_spec("ensurepip"):
        install_from_debian(["python3.%d-venv" % sys.version_info[1]], "This Python cannot make a virtual environment.")
    if os.path.isdir(VENV):
        shutil.rmtree(VENV)
    os.mkdir(VENV)
    open(OURS, "w").close()
    set_up_by(getattr(sys, "_base_executable", sys.executable), "-m", "venv", VENV)


def prepare(level):
    """Install what the level needs into `.venv`. An unfinished one is made again from the start."""
    with open(__file__) as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # another dev.py may be installing
        if ready(level):
            return
        say("Installing the packages to %s into .venv (once)" % level)
        to_extend = ready("run") and all(ready(each) for each in REQUIREMENTS if os.path.exists(stamp(each)))
        for each in glob.glob(stamp("*")):
            os.remove(each)
        if not to_extend:
            make_venv()
        install = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--require-hashes", "-r"]
        for each in up_to(level):
            set_up_by(*install, os.path.join(ROOT, REQUIREMENTS[each]))
            with open(stamp(each), "w") as file:
                file.write(key(each))


def refuse_a_busy_port(port):
    """Raise SetUpError, before any work, if the port cannot be used."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            message = "Port %d cannot be used: %s. Choose another, such as: python3 dev.py serve --port %d"
            raise SetUpError(message % (port, error, port + 1 if 1024 <= port < 65535 else 8000), 2) from None


def refuse_impossible_workers():
    """Raise SetUpError, before any work, if WEB_CONCURRENCY is not a number of workers."""
    code, output = run([PYTHON, "-c", "import ombudsman.server"])
    if code:
        raise SetUpError(output.strip())


def serve(arguments):
    """Bring the database up to date, load the sample decisions and serve them."""
    parser = argparse.ArgumentParser(prog="dev.py serve", description=serve.__doc__)
    parser.add_argument("--port", type=int, default=8000, help="the port to use; by default 8000")
    port = parser.parse_args(arguments).port
    refuse_a_busy_port(port)
    prepare("run")
    os.chdir(ROOT)
    refuse_impossible_workers()
    say("Bringing the database up to date")
    set_up_by(PYTHON, "manage.py", "migrate")
    report = set_up_by(PYTHON, "manage.py", "import_decisions", "fixtures/texts")
    say("Loading fixtures/texts: " + report.strip().rpartition("\n")[2])
    say("Staff can edit decisions at /admin/. To create an account, run: python3 dev.py manage createsuperuser")
    say("Press Ctrl-C to stop")
    # gunicorn replaces this process. Signals stay blocked until it handles them: ombudsman/server.py unblocks them.
    signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
    os.execv(PYTHON, [PYTHON, "-m", "ombudsman.server", "--bind", "127.0.0.1:%d" % port])


def manage(arguments):
    """Run manage.py in the current folder."""
    prepare("run")
    os.execv(PYTHON, [PYTHON, os.path.join(ROOT, "manage.py"), *arguments])


def bench(arguments):
    """Run the benchmarks."""
    prepare("bench")
    os.chdir(ROOT)
    os.execv(PYTHON, [PYTHON, "-m", "benchmarks", *arguments])


def test(arguments):
    """Run the linters and the tests: decisions/tests/run_all.py."""
    prepare("test")
    os.chdir(ROOT)
    os.execv(PYTHON, [PYTHON, "-m", "decisions.tests.run_all", *arguments])


def carry_out(command, arguments, stopped=130):
    """Call a command and return its exit code; print what went wrong, or that it was stopped."""
    for each in STOPPING:
        signal.signal(each, stop)
    try:
        if fcntl is None:
            raise SetUpError("dev.py runs on Linux and macOS. On Windows, run it in the Windows Subsystem for Linux.")
        use_new_enough_python()
        return command(arguments)
    except (SetUpError, OSError) as error:
        say(str(error))
        return getattr(error, "code", 1)
    except Stopped:
        say("Stopped.")
        return stopped


def main(arguments):
    """Carry out what the arguments say and return the exit code."""
    name = (arguments or ["help"])[0]
    if name in ("help", "-h", "--help"):
        return print(__doc__) or 0
    commands = {"serve": serve, "test": test, "bench": bench, "manage": manage}
    if name not in commands:
        return say("%s\nNo such command: %s" % (__doc__, name)) or 2
    return carry_out(commands[name], arguments[1:], stopped=0 if name == "serve" else 130)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
