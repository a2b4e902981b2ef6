"""Long work is done in a process of its own, and what it answers or why it came to no end comes back."""

from __future__ import annotations

import os
import time

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


def test_work_without_end_is_ended() -> None:
    """It is waited for so long and no longer."""
    with pytest.raises(WorkerError, match="not done within"):
        run(time.sleep, 600, seconds=0.5)


def test_work_gives_way_as_much_as_it_is_told() -> None:
    """A worker's priority is lowered, never that of the server."""
    assert run(os.nice, 0, seconds=ENOUGH, gives_way=7) - os.nice(0) == 7
