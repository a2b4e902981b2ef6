"""Every benchmark starts as a file from anywhere, and is explained with the figures of its last run."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from benchmarks.papers import worst
from tests.support.server import ROOT

FOLDER = ROOT / "benchmarks"
PROGRAMS = sorted(file for file in FOLDER.glob("*.py") if '__name__ == "__main__"' in file.read_text("utf-8"))
START = """
import runpy, sys
kept = sys.path[:]
for program in sys.argv[1:]:
    sys.path[:] = kept
    for name in [name for name in sys.modules if name.split(".")[0] in ("benchmarks", "careerpaths", "tests")]:
        del sys.modules[name]
    runpy.run_path(program)
"""
"""Loads one program after another, each as if it were the first: what others have found is forgotten."""


def test_every_benchmark_starts_as_a_file(tmp_path: Path) -> None:
    """`python benchmarks/x.py` finds the product, the tests' models and its neighbours, as `-m` does."""
    command = [sys.executable, "-c", START, *map(str, PROGRAMS)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_benchmark_is_in_the_table() -> None:
    """And the table names no other."""
    rows = re.findall(r"^\| `python benchmarks/(\w+)\.py", (FOLDER / "README.md").read_text("utf-8"), flags=re.M)
    assert sorted(rows) == [program.stem for program in PROGRAMS]


def test_nothing_that_may_be_sent_takes_the_machine() -> None:
    """The worst file of each kind stays within 50 MB and 3 s of processor, a PDF within 20 MB and 0.3 s."""
    assert worst()
