"""Papers for a long time, and the worst that may be asked: memory stays flat, and no request takes the machine.

    python benchmarks/papers.py --papers 1000

Counts this process and the one that makes the papers, from the twentieth paper on. Targets: at most 10 % more memory
after all papers; at most 50 MB and 3 s of processor for a request of the allowed size, 0.3 s and 20 MB for a PDF that
is read. Ends with 1 when one is missed.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
import tracemalloc
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it also runs as a file: `python benchmarks/papers.py`

from careerpaths.documents.errors import PlanError
from careerpaths.documents.word import word
from careerpaths.talk.papers.paper import paper
from careerpaths.talk.papers.pdf import pdf_texts, set_pdf
from careerpaths.talk.plan import Activity, Earlier, Gap, Part, Plan, Prerequisite, TalkQuestion
from careerpaths.talk.plan_file import read_plan
from careerpaths.unit.paper import unit_paper
from careerpaths.unit.plan_file import read_unit
from careerpaths.web.plan_api.paper_worker import PaperWorker
from careerpaths.web.stores import store

PAGE = os.sysconf("SC_PAGE_SIZE")
SETTLED = 20
MOST_GROWTH = 0.10
DAY = date(2026, 11, 21)


def long_plan(mark: str) -> Plan:
    """Return the plan with the most rows (560), each with a mark so that no two plans are alike."""
    texts = [f"Rad {number} {mark}" for number in range(300)]
    return Plan(
        "1", "sv", DAY,
        gaps=tuple(Gap(f"g{number}", text=texts[number]) for number in range(80)),
        prerequisites=tuple(Prerequisite(text=text) for text in texts[:60]),
        activities=tuple(Activity(what=text) for text in texts[:60]),
        questions=tuple(TalkQuestion(text=text) for text in texts[:60]),
        looking_back=tuple(Earlier(part=Part.ACTIVITY, planned=DAY, text=text) for text in texts),
    )  # fmt: skip


def memory(process: int | str) -> int:
    """Return the memory of a process in bytes."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE


def children() -> list[str]:
    """Return the numbers of the processes that this one has started."""
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()


def soak(papers: int) -> bool:
    """Make so many papers, one in ten of them the longest; return whether memory stayed flat."""
    worker, peak, most_aside = PaperWorker(), 0, 0
    settled = 0
    for number in range(papers):
        plan = long_plan(str(number)) if number % 10 == 0 else Plan("1", "sv", DAY, before=f"Anteckning {number}")
        model = store().model("sv")
        if number % 2:
            worker.make(word, paper(plan, model), DAY)
        else:
            worker.make(set_pdf, *pdf_texts(plan, model))
        here = memory("self")
        most_aside = max(most_aside, *map(memory, children()))
        settled = here if number == SETTLED else settled
        peak = max(peak, here)
        if number % 100 == 0:
            print(
                f"{number:5} papers  server {here / 1e6:6.1f} MB  worker at most {most_aside / 1e6:6.1f} MB", flush=True
            )
    worker.close()
    growth = peak / settled - 1
    print(f"growth of the server {growth:.1%} (at most {MOST_GROWTH:.0%}), worker at most {most_aside / 1e6:.0f} MB")
    return growth <= MOST_GROWTH


def many_plans() -> bytes:
    """Return the PDF that once took five seconds and a gigabyte."""
    starts = (f'{{"schema":"karriarkartan.plan/1","a":"{number}'.encode() for number in range(4_990))
    return b"%PDF-1.7\n" + b"".join(
        b"stream\n" + zlib.compress(one.ljust(200_000), 9) + b"\nendstream\n" for one in starts
    )


def unit_file() -> bytes:
    """Return a unit's plan of the allowed size: 300 rows that lead on to as many others as there is room for."""
    links = ",".join(f'{{"id":"r{number}"}}' for number in range(35))
    start = '"type":"activity","text":"x"'
    rows = ",".join(f'{{"id":"r{number}",{start},"links":[{links}]}}' for number in range(300))
    head = '{"schema":"karriarkartan.unit/1","model_version":"1","language":"sv","created":"2026-11-21"'
    return f'{head},"rows":[{rows}]}}'.encode()


def worst() -> bool:
    """Do the worst of each kind once; return whether each kept to its limits."""
    model = store().model("sv")
    same = (
        b"%PDF-1.7\n"
        + (b"stream\n" + zlib.compress(b'{"schema":"karriarkartan.plan/1"'.ljust(200_000), 9) + b"\nendstream\n")
        * 4_990
    )
    other = many_plans()
    kinds: dict[str, tuple[Callable[[], object], float, float]] = {
        "PDF with thousands of plans": (lambda: read_plan(other, model), 0.3, 20),
        "PDF with one plan thousands of times": (lambda: read_plan(same, model), 0.3, 20),
        "PDF of 2 MB of stream marks": (lambda: read_plan(b"%PDF-1.7\n" + b"stream\n{" * 249_000, model), 0.3, 20),
        "JSON of 200 kB of brackets": (lambda: read_plan(b'{"a":' + b"[" * 199_000, model), 3, 50),
        "JSON of 200 kB of keys": (
            lambda: read_plan(("{" + ",".join(f'"{n}":0' for n in range(20_000)) + "}").encode(), model), 3, 50
        ),
        "the longest plan as Word": (lambda: word(paper(long_plan("w"), model), DAY), 3, 50),
        "the longest plan as PDF": (lambda: set_pdf(*pdf_texts(long_plan("p"), model)), 3, 50),
        "the largest unit's plan as Word": (lambda: word(unit_paper(read_unit(unit_file()), model), DAY), 3, 50),
    }  # fmt: skip
    kept = [measured(name, *kind) for name, kind in kinds.items()]
    return all(kept)


def measured(name: str, work: Callable[[], object], most_seconds: float, most_mb: float) -> bool:
    """Do a work twice, for its time and for its memory; say both."""
    began = time.process_time()
    attempt(work)
    seconds = time.process_time() - began
    grown = -memory("self")
    tracemalloc.start()
    attempt(work)
    python = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    used = max(python, grown + memory("self")) / 1e6
    good = seconds <= most_seconds and used <= most_mb
    print(
        f"{'ok  ' if good else 'OVER'} {name}: {seconds:.2f} s (at most {most_seconds}), {used:.1f} MB (at most {most_mb})"
    )
    return good


def attempt(work: Callable[[], object]) -> None:
    """Do a work; a file that is refused is as good as one that is taken."""
    try:
        work()
    except PlanError:
        return


def main() -> int:
    """Run both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=1_000)
    asked = parser.parse_args()
    kept = worst()
    return 0 if soak(asked.papers) and kept else 1


if __name__ == "__main__":
    sys.exit(main())
