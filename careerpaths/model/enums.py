"""Enumerations: the values that a key of the model's files may take."""

from __future__ import annotations

from enum import StrEnum

Origin = StrEnum("Origin", "SOURCE PARTLY EXAMPLE")
"""How much of a role, step or track the sources support: all of it, part of it, or nothing (an example)."""

SourceKind = StrEnum("SourceKind", "ARTICLE LAW PUBLIC")
"""What a source is: one of the two articles, a statute, or another public page."""

RoleKind = StrEnum("RoleKind", "POSITION ASSIGNMENT PHASE")
"""Befattning (employed as), uppdrag (held beside a position) or skede (a phase)."""

StepKind = StrEnum("StepKind", "IN UP SIDEWAYS DEEPENING BACK OUT")
"""The direction of a step, in the order in which the interface lists them."""

RequirementKind = StrEnum("RequirementKind", "FORMAL EXPERIENCE TRAINING PERSONAL EMPLOYER")
"""What sort of thing is required; `EMPLOYER` is decided by the employer, not held by a person."""

Level = StrEnum("Level", "ORGANISATION GROUP INDIVIDUAL")
"""The three levels of the model (source: S16-30)."""


class Period(StrEnum):
    """How often an amount is paid; `NOT_STATED` where the source does not say."""

    MONTH = "month"
    YEAR = "year"
    ONCE = "once"
    NOT_STATED = "not-stated"
