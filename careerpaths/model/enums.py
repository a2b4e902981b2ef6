"""Enumerations: the values that a key of the model's files may take."""

from __future__ import annotations

from enum import StrEnum


class Origin(StrEnum):
    """How much of a role, step or track the sources support: all of it, part of it, or nothing (an example)."""

    SOURCE = "source"
    PARTLY = "partly"
    EXAMPLE = "example"


class SourceKind(StrEnum):
    """What a source is: one of the two articles, a statute, or another public page."""

    ARTICLE = "article"
    LAW = "law"
    PUBLIC = "public"


class RoleKind(StrEnum):
    """Befattning (employed as), uppdrag (held beside a position) or skede (a phase)."""

    POSITION = "position"
    ASSIGNMENT = "assignment"
    PHASE = "phase"


class StepKind(StrEnum):
    """The direction of a step, in the order in which the interface lists them."""

    IN = "in"
    UP = "up"
    SIDEWAYS = "sideways"
    DEEPENING = "deepening"
    BACK = "back"
    OUT = "out"


class RequirementKind(StrEnum):
    """What sort of thing is required; `EMPLOYER` is decided by the employer, not held by a person."""

    FORMAL = "formal"
    EXPERIENCE = "experience"
    TRAINING = "training"
    PERSONAL = "personal"
    EMPLOYER = "employer"


class Level(StrEnum):
    """The three levels of the model (source: S16-30)."""

    ORGANISATION = "organisation"
    GROUP = "group"
    INDIVIDUAL = "individual"


class Period(StrEnum):
    """How often an amount is paid; `NOT_STATED` where the source does not say."""

    MONTH = "month"
    YEAR = "year"
    ONCE = "once"
    NOT_STATED = "not-stated"
