"""The talk's plan as a Word document."""

from __future__ import annotations

from careerpaths.documents.word import word
from careerpaths.model.model import Model
from careerpaths.talk.papers.paper import paper
from careerpaths.talk.plan import Plan


def plan_word(plan: Plan, model: Model) -> bytes:
    """Return the plan as a .docx in the plan's language; the same plan and model give the same bytes."""
    return word(paper(plan, model), plan.created)
