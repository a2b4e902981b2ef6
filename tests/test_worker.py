"""Long work is done in a process of its own, and what it answers or that it failed comes back."""

from __future__ import annotations

import os
from subprocess import CalledProcessError

import pytest

from careerpaths.server.aside import aside


def test_answer_comes_from_another_process() -> None:
    """The same answer as a call's, made elsewhere."""
    assert aside(sorted, [3, 1, 2]) == [1, 2, 3]
    assert aside(os.getpid) != os.getpid()


def test_work_that_fails_is_an_error() -> None:
    """Nothing is answered in its place."""
    with pytest.raises(CalledProcessError):
        aside(int, "no number")
