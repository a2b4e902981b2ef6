"""How long the map takes to arrange, and how legible it is: `python benchmarks/layout.py`.

The model that is shipped, then models drawn by lot; `--seeds N` tries other beginnings of the search on the former.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it also runs as a file: `python benchmarks/layout.py`

from careerpaths.map.layout import arrange as layout
from careerpaths.map.layout.arrange import Layout, Shape, arrange
from careerpaths.model.model import Model
from careerpaths.reading.model import read_model
from tests.support.legibility import Legibility, legibility, random_model

SHIPPED = Path(__file__).parents[1] / "data" / "roles.yaml"
ROLES = range(12, 31, 2)
TIMES = 5
HEAD = (
    f"{'model':10} {'shape':5} {'roles':>5} {'steps':>5} {'ms':>6} {'size':>9} {'hits':>4} {'wild':>4} "
    f"{'cross':>5} {'close':>5} {'boxes':>5} {'off':>3} {'bent':>4} {'turns':>5} {'seen':>5}"
)


def main() -> None:
    """Print one line a model and shape."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seeds", type=int, default=0, help="how many seeds of the search to try on the shipped model")
    asked.add_argument("--models", type=int, default=20, help="how many models to draw by lot")
    wanted = asked.parse_args()
    shipped = read_model(SHIPPED)
    if wanted.seeds:
        write(seeds(shipped, wanted.seeds))
    else:
        write(lines(shipped, wanted.models))


def lines(shipped: Model, models: int) -> Iterator[str]:
    """Yield a head, and what each model's maps are like."""
    yield HEAD
    for shape in Shape:
        yield measured("shipped", shipped, shape, TIMES)
    for number in range(models):
        made = random_model(ROLES[number % len(ROLES)], number)
        for shape in Shape:
            yield measured(f"lot {number}", made, shape)


def measured(name: str, model: Model, shape: Shape, times: int = 1) -> str:
    """Return one line: the processor time that a map takes (the median), and its legibility."""
    taken = []
    for _ in range(times):
        layout.known_layouts().clear()
        begun = time.process_time()
        made = arrange(model, shape)
        taken.append(1000 * (time.process_time() - begun))
    drawn, wild = legibility(model, made), legibility(model, made, wildcards=True)
    size = f"{made.width:.0f}×{made.height:.0f}"
    return (
        f"{name:10} {shape:5} {len(model.roles):5} {len(model.steps):5} {median(taken):6.0f} {size:>9} "
        f"{len(drawn.hits):4} {len(wild.hits):4} {drawn.crossings:5} {len(drawn.together):5} {len(drawn.overlaps):5} "
        f"{len(drawn.off):3} {drawn.bent:4} {drawn.turned:5} {drawn.least_seen:5.0f}"
    )


def seeds(shipped: Model, number: int) -> Iterator[str]:
    """Yield how legible the shipped model is for each beginning of the search, the best first, for each shape."""
    for shape in Shape:
        yield f"{shape}: faults and seed"
        tried = []
        for seed in range(number):
            layout.SEEDS = {**layout.SEEDS, shape: seed}
            layout.known_layouts().clear()
            made = arrange(shipped, shape)
            tried.append((faults(legibility(shipped, made), made), seed))
        yield from (f"{price:6.1f} {seed:5}" for price, seed in sorted(tried)[:10])


def faults(found: Legibility, made: Layout) -> float:
    """Return one number for what is hard to read: a crossing counts 1."""
    bends = sum(curve.bend**2 for line in made.lines if len(line.curves) == 1 for curve in line.curves)
    unseen = max(0.0, 16 - found.least_seen)
    return 50 * len(found.hits) + found.crossings + 2 * len(found.together) + 8 * found.turned + 2 * bends + unseen


def write(told: Iterator[str]) -> None:
    """Print lines as they come."""
    for line in told:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
