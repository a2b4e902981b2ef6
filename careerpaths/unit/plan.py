"""The plan of a unit: the rows that it has added or changed, on top of the model's library; no name, and no number.

What stands in the library is not copied: a row is in the file when the unit wrote it. Rows and roles are named by id
and with their words, so that the file can be read when the model no longer has them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from pydantic import Field

from careerpaths.analysis.plan.graph import PlanGraph
from careerpaths.documents.strict_json import NOT_WRITTEN, Day, Language, Long, Short, YesNo
from careerpaths.model.model import Level, Line, Model, Text
from careerpaths.model.plan import Evidence, Item, ItemType, ResultKind

MOST_ROWS = 300
ROWS = Field(max_length=MOST_ROWS)
Id = Annotated[str, Field(max_length=100, pattern=r"^[a-z0-9][a-z0-9.*_-]*$")]


@dataclass(frozen=True)
class Named:
    """Something pointed at: its id, and what it said when the file was written."""

    id: Id
    text: Long = ""


@dataclass(frozen=True)
class AtLevels:
    """Which of the three levels a row is at."""

    organisation: YesNo = False
    group: YesNo = False
    individual: YesNo = False

    @property
    def levels(self) -> tuple[Level, ...]:
        """Return the levels as the graph has them."""
        return tuple(level for level in Level if getattr(self, level.value))


@dataclass(frozen=True)
class UnitRow:
    """One row of the unit's own; `before` are rows that lead to it, `links` rows that it leads on to."""

    id: Id
    type: ItemType
    text: Long
    levels: AtLevels = AtLevels()
    function: Short = ""
    when: Short = ""
    status: Short = ""
    evidence: Evidence = Evidence.ASSUMPTION
    result: ResultKind | None = None
    day: Day | None = None
    measure: Annotated[str, Field(max_length=100)] = ""
    roles: Annotated[tuple[Named, ...], ROWS] = ()
    steps: Annotated[tuple[Named, ...], ROWS] = ()
    before: Annotated[tuple[Named, ...], ROWS] = ()
    links: Annotated[tuple[Named, ...], ROWS] = ()

    def item(self, language: str) -> Item:
        """Return the row as the graph has it."""
        return Item(
            id=self.id,
            type=self.type,
            text=Line("", Text(self.text, language)),
            levels=self.levels.levels,
            function=Text(self.function, language),
            when=Text(self.when, language),
            status=Text(self.status, language),
            evidence=self.evidence,
            result=(self.result or ResultKind.EXPECTED) if self.type is ItemType.RESULT else None,
            day=self.day,
            measure=self.measure,
            roles=tuple(one.id for one in self.roles),
            steps=tuple(one.id for one in self.steps),
            links=tuple(one.id for one in self.links),
            own=True,
        )


@dataclass(frozen=True)
class UnitPlan:
    """Everything in the file: the unit's rows, and which rows of the library it has taken away.

    `created` is the plan's first day, `changed` the last on which a row was; `mended` are rows that stood twice in the
    file, which is worked out when it is read and never written.
    """

    model_version: Short
    language: Language
    created: Day
    rows: Annotated[tuple[UnitRow, ...], ROWS]
    removed: Annotated[tuple[Named, ...], ROWS] = ()
    changed: Day | None = None
    mended: Annotated[tuple[Named, ...], NOT_WRITTEN] = field(default=(), metadata={"written": False})

    @property
    def newest_day(self) -> date:
        """Return the day that the plan is of: when it was last changed, else when it was made."""
        return self.changed or self.created

    def graph(self, model: Model) -> PlanGraph:
        """Return the library with the unit's rows laid over it."""
        gone = {one.id for one in self.removed}
        library = (item for item in model.plan if item.id not in gone)
        links = tuple((one.id, row.id) for row in self.rows for one in row.before)
        return PlanGraph((*library, *(row.item(self.language) for row in self.rows)), links)
