"""What every recipe shows: the roles and steps of `data/roles.yaml`, and a role's card as Markdown.

Read once a server: Streamlit runs a recipe again at every click, but imports this module only once.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from careerpaths.model.model import Line, Role
from careerpaths.reading.model import read_model

MODEL = read_model(Path(__file__).parents[2] / "data" / "roles.yaml")
ROLES = MODEL.roles
STEPS = tuple(step for step in MODEL.steps if not step.wildcard)
NAMES = {role.id: role.name for role in ROLES}
COLUMN, ROW = 200, 90


def place(role: Role) -> tuple[int, int]:
    """Return where a role stands: its stage's column, and its number in that column; odd columns half a row down."""
    column = [one.id for one in MODEL.stages].index(role.stage.id)
    row = [one.id for one in ROLES if one.stage == role.stage].index(role.id)
    return column * COLUMN, row * ROW + column % 2 * ROW // 2


def colour(role_id: str) -> str:
    """Return a colour that no other role has, by which the benchmark finds the box in a picture."""
    return f"#{64 + 8 * list(NAMES).index(role_id):02x}b4d8"


def card(role_id: str) -> str:
    """Return a role's card as Markdown, about as long as the explorer's."""
    role = next(one for one in ROLES if one.id == role_id)
    tasks = [task for group in role.functions for task in group.tasks]
    parts = [
        f"## {role.name}",
        f"{role.stage.name} · {', '.join(track.name for track in role.tracks)}",
        role.purpose.text,
        _listed("Det här gör du", tasks),
        _listed("Krav", (*role.requires, *role.merits)),
        _listed("Det här behöver arbetsgivaren ordna", role.prerequisites),
        _listed("Stöd", role.support),
        _listed("Det här får du", role.benefits),
        _listed("Bra att veta", role.good_to_know),
        "### Nästa steg",
        "\n".join(f"- {NAMES[step.end]}: {step.how.text}" for step in STEPS if step.start == role_id),
    ]
    return "\n\n".join(parts)


def _listed(title: str, lines: Iterable[Line]) -> str:
    return "\n".join((f"### {title}", "", *(f"- {line.text}" for line in lines)))
