"""How long the map takes to arrange, and how legible it is: `python benchmarks/layout.py`.

The model that is shipped, then models drawn by lot (`--models`), then larger ones. With 1 it ends where a line runs
through a box, over a name or out of the map, or where a map takes longer than it may.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it also runs as a file: `python benchmarks/layout.py`

from benchmarks.generated import organisation
from careerpaths.map.layout.arrange import Shape, arrange
from careerpaths.map.layout.arranged import known_layouts
from careerpaths.model.model import Model
from careerpaths.reading.model import read_model
from tests.support.legibility import legibility, random_model

SHIPPED = Path(__file__).parents[1] / "data" / "roles.yaml"
ROLES = range(12, 31, 2)
LARGER = (3, 50, 100, 200, 500)
DENSE = ((31, 177), (81, 620))
TIMES = 5
LIMITS = ((18, 300), (200, 5_000))
"""Up to so many roles a map may take so many ms."""
HEAD = (
    f"{'model':10} {'shape':5} {'roles':>5} {'steps':>5} {'ms':>6} {'size':>10} {'hits':>4} {'names':>5} {'off':>3} "
    f"{'boxes':>5} {'over':>4} {'cross':>5} {'bends':>5}"
)


def main() -> int:
    """Print one line a model and shape."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--models", type=int, default=10, help="how many models to draw by lot")
    asked.add_argument("--large", action="store_true", help="also models of up to 500 roles, and dense ones")
    wanted = asked.parse_args()
    models = [("shipped", read_model(SHIPPED))]
    models += [(f"lot {number}", random_model(ROLES[number % len(ROLES)], number)) for number in range(wanted.models)]
    if wanted.large:
        models += [(f"{roles} roles", random_model(roles, 1)) for roles in LARGER[1:]]
        models += [(f"dense {roles}", organisation(roles, steps)) for roles, steps in DENSE]
    sys.stdout.write(HEAD + "\n")
    return int(sum(measured(*told, shape) for told in models for shape in Shape) > 0)


def measured(name: str, model: Model, shape: Shape) -> bool:
    """Print the processor time that a map takes (the median), and its legibility; return whether something is wrong."""
    taken = []
    for _ in range(TIMES if name == "shipped" else 1):
        known_layouts().clear()
        begun = time.process_time()
        made = arrange(model, shape)
        taken.append(1000 * (time.process_time() - begun))
    drawn, wild = legibility(model, made), legibility(model, made, wildcards=True)
    wrong = [len(drawn.hits) + len(wild.hits), len(drawn.names) + len(wild.names), len(drawn.off) + len(wild.off)]
    wrong.append(len(drawn.overlaps))
    ms = median(taken)
    sys.stdout.write(
        f"{name:10} {shape:5} {len(model.roles):5} {len(model.steps):5} {ms:6.0f} "
        f"{f'{made.width:.0f}×{made.height:.0f}':>10} {wrong[0]:4} {wrong[1]:5} {wrong[2]:3} {wrong[3]:5} "
        f"{len(drawn.together):4} {drawn.crossings:5} {drawn.bends:5}\n"
    )
    sys.stdout.flush()
    return any(wrong) or any(len(model.roles) <= roles and ms > limit for roles, limit in LIMITS[-1:])


if __name__ == "__main__":
    sys.exit(main())
