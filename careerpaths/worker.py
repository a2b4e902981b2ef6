"""Does long work in a process of its own, so that nobody's page waits for it.

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
import traceback
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

ROOT = Path(__file__).parents[1]
LOOK = 0.5  # s between two looks whether the process that asked is still there
Result = TypeVar("Result")
Answer = tuple[Any, str, str]
"""What a piece of work comes to: its result, or the kind and place of its fault, and the fault's message."""


class WorkerError(Exception):
    """Raised when the function failed, took too long, or no process could be started; the message says which."""


def command(niceness: int, *modules: str) -> list[str]:
    """Return the command of a process that answers pickled `(work, given)` with an `Answer`, one after another.

    `niceness` lowers its priority by so many steps of `nice`; `modules` are loaded before the first work. The process
    ends with this one, however that ends.
    """
    return [sys.executable, "-m", "careerpaths.worker", str(niceness), str(os.getpid()), *modules]


def run(work: Callable[..., Result], *given: object, seconds: float, niceness: int = 0) -> Result:
    """Return what a function of a module of ours answers, within so many seconds; raises `WorkerError`."""
    asked = pickle.dumps((work, given))
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            command(niceness), input=asked, capture_output=True, cwd=ROOT, check=True, timeout=seconds
        )
    except subprocess.CalledProcessError as fault:
        raise WorkerError(f"ended with {fault.returncode}: {_last_lines(fault.stderr)}") from fault
    except subprocess.TimeoutExpired as fault:
        raise WorkerError(f"not done within {seconds:.0f} s: {_last_lines(fault.stderr)}") from fault
    except OSError as fault:
        raise WorkerError(f"no process could be started: {fault.strerror}") from fault
    answer: tuple[Result, str, str] = pickle.loads(done.stdout)  # noqa: S301 - from our own process
    result, place, message = answer
    if place:
        raise WorkerError(f"{place}: {message}")
    return result


def place(fault: BaseException) -> str:
    """Return what kind of fault it was and where, without its message."""
    frames = traceback.extract_tb(fault.__traceback__)
    return f"{type(fault).__name__} in {frames[-1].filename}:{frames[-1].lineno}" if frames else type(fault).__name__


def _last_lines(said: bytes | None) -> str:
    """Return the last lines that a process wrote, on one line."""
    return " | ".join((said or b"").decode(errors="replace").splitlines()[-3:]) or "it said nothing"


def _end_with(parent: int) -> None:
    """End this process when the one that started it has ended: nobody takes the answer."""
    while os.getppid() == parent:
        time.sleep(LOOK)
    os._exit(1)


def _answer(work: Callable[..., object], given: tuple[object, ...]) -> Answer:
    try:
        return work(*given), "", ""
    except BaseException as fault:  # a panic in typst is no Exception
        return None, place(fault), str(fault)


def _main(niceness: str, parent: str, *modules: str) -> None:
    """Answer as long as somebody asks on standard input."""
    if hasattr(os, "nice"):
        os.nice(int(niceness))
    Thread(target=_end_with, args=(int(parent),), daemon=True).start()
    if not modules:
        gc.disable()  # one piece of work, and then the process ends: looking for garbage is a tenth of its time
    for module in modules:
        import_module(module)
    while True:
        try:
            work, given = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own process
        except EOFError:
            return
        sys.stdout.buffer.write(pickle.dumps(_answer(work, given), protocol=pickle.HIGHEST_PROTOCOL))
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    _main(*sys.argv[1:])
