"""The supplements that may concern the roles of a plan, row by row and never added up."""

from __future__ import annotations

from careerpaths.html.words import amount_as_stated
from careerpaths.locale import Phrases
from careerpaths.model.model import Amount, Model
from careerpaths.talk.plan import Direction, Plan
from careerpaths.talk.suggestions import supplements


def supplement_rows(plan: Plan, model: Model, phrases: Phrases) -> tuple[tuple[str, str, str], ...]:
    """Return name with roles, amount as stated, and condition, for the role today and the goals."""
    goals = plan.goals if plan.direction is Direction.ROLES else ()
    chosen = {choice.id: choice for choice in ((plan.role,) if plan.role else ()) + goals}
    concerned: dict[str, tuple[Amount, list[str]]] = {}
    for choice in chosen.values():
        for amount in supplements(model, choice.id):
            concerned.setdefault(amount.id, (amount, []))[1].append(choice.text)
    return tuple(
        (f"{amount.name}\n{_role(phrases, roles)}", amount_as_stated(phrases, amount), str(amount.condition))
        for amount, roles in concerned.values()
    )


def _role(phrases: Phrases, names: list[str]) -> str:
    return phrases.say("Role: {names}", names=" · ".join(names))
