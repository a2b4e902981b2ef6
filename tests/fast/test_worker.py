"""Long work is done in a process of its own, and what it answers or why it came to no end comes back."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from careerpaths.worker import WorkerError, run

ENOUGH = 60.0


def test_answer_comes_from_another_process() -> None:
    """The same answer as a call's, made elsewhere."""
    assert run(sorted, [3, 1, 2], seconds=ENOUGH) == [1, 2, 3]
    assert run(os.getpid, seconds=ENOUGH) != os.getpid()


def test_work_that_fails_says_why() -> None:
    """Nothing is answered in its place, and what the process said comes along."""
    with pytest.raises(WorkerError, match="invalid literal for int"):
        run(int, "no number", seconds=ENOUGH)


def test_process_that_ends_leaves_its_last_words() -> None:
    """What it wrote before it ended without an answer is the reason that the log gets."""
    work = "import os, sys; sys.stderr.write('no room left'); sys.stderr.flush(); os._exit(3)"
    with pytest.raises(WorkerError, match=r"ended with 3: .*no room left"):
        run(exec, work, seconds=ENOUGH)


def test_work_without_end_is_ended() -> None:
    """It is waited for so long and no longer."""
    with pytest.raises(WorkerError, match="not done within"):
        run(time.sleep, 20, seconds=0.5)


def test_work_gives_way_as_much_as_it_is_told() -> None:
    """A worker's priority is lowered, never that of the server."""
    assert run(os.nice, 0, seconds=ENOUGH, niceness=7) - os.nice(0) == 7


def test_work_ends_with_who_asked_for_it() -> None:
    """However that ended, even killed: nobody would take the answer."""
    asked = "import time; from careerpaths.worker import run; run(time.sleep, 600, seconds=600)"
    with subprocess.Popen([sys.executable, "-c", asked]) as parent:
        children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children")
        begun = becomes(lambda: children.read_text() != "" and watches(int(children.read_text())))
        worker = int(children.read_text())
        parent.kill()
    gone = becomes(lambda: not Path(f"/proc/{worker}/cmdline").exists())
    assert (begun, gone) == (True, True)


def becomes(true: Callable[[], bool]) -> bool:
    """Return whether something becomes true within the time that a busy machine may need."""
    ends = time.monotonic() + ENOUGH
    while not (found := true()) and time.monotonic() < ends:
        time.sleep(0.1)
    return found


def watches(process: int) -> bool:
    """Return whether a worker has got as far as its own code, by the second thread that it starts there."""
    return len(list(Path(f"/proc/{process}/task").iterdir())) > 1
