"""Does one long piece of work in a process of its own, so that nobody's page waits for it.

Python runs one thread at a time: two seconds of work in this process are two seconds in which every visitor's run gets
only its turn. `multiprocessing` is no help here, since it would run Streamlit's script anew as the main module.
"""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import TypeVar

ROOT = Path(__file__).parents[1]
LOOK = 0.5  # s between two looks whether the process that asked is still there
Result = TypeVar("Result")


class WorkerError(Exception):
    """The work came to no end: it failed, took too long, or no process could be started; the message says why."""


def run(work: Callable[..., Result], *given: object, seconds: float, gives_way: int = 0) -> Result:
    """Return what a function of a module of ours answers, within so many seconds; raises `WorkerError`.

    `gives_way` lowers its priority by so many steps of `nice`. The process ends with this one, however that ends.
    """
    command = [sys.executable, "-m", __name__, str(gives_way), str(os.getpid())]
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            command, input=pickle.dumps((work, given)), capture_output=True, cwd=ROOT, check=True, timeout=seconds
        )
    except subprocess.CalledProcessError as fault:
        raise WorkerError(f"ended with {fault.returncode}: {_end_of(fault.stderr)}") from fault
    except subprocess.TimeoutExpired as fault:
        raise WorkerError(f"not done within {seconds:.0f} s: {_end_of(fault.stderr)}") from fault
    except OSError as fault:
        raise WorkerError(f"no process could be started: {fault.strerror}") from fault
    result: Result = pickle.loads(done.stdout)  # noqa: S301 - from our own process
    return result


def _end_of(said: bytes | None) -> str:
    """Return the last lines that a process wrote, on one line."""
    return " | ".join((said or b"").decode(errors="replace").splitlines()[-3:]) or "it said nothing"


def _end_with(parent: int) -> None:
    """End this process when the one that started it has ended: nobody takes the answer."""
    while os.getppid() == parent:
        time.sleep(LOOK)
    os._exit(1)


def _main() -> None:
    gives_way, parent = map(int, sys.argv[1:])
    if hasattr(os, "nice"):
        os.nice(gives_way)
    Thread(target=_end_with, args=(parent,), daemon=True).start()
    gc.disable()  # one piece of work, and then the process ends: looking for garbage is a tenth of its time
    work, given = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own process
    sys.stdout.buffer.write(pickle.dumps(work(*given), protocol=pickle.HIGHEST_PROTOCOL))


if __name__ == "__main__":
    _main()
