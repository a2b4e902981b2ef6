"""Does one long piece of work in a process of its own, so that nobody's page waits for it.

Python runs one thread at a time: two seconds of work in this process are two seconds in which every visitor's run gets
only its turn. `multiprocessing` is no help here, since it would run Streamlit's script anew as the main module.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import TypeVar

from careerpaths.server.shelf import ROOT

Result = TypeVar("Result")


def aside(work: Callable[..., Result], *given: object) -> Result:
    """Return what a function of a module of ours answers; raises OSError or SubprocessError when it cannot be done."""
    done = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", __name__], input=pickle.dumps((work, given)), capture_output=True, cwd=ROOT, check=True
    )
    result: Result = pickle.loads(done.stdout)  # noqa: S301 - from our own process
    return result


def _main() -> None:
    work, given = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own process
    sys.stdout.buffer.write(pickle.dumps(work(*given)))


if __name__ == "__main__":
    _main()
