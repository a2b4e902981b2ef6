"""The plan of a unit: the rows that it has added or changed, on top of the model's library; no name, and no number.

What stands in the library is not copied: a row is in the file when the unit wrote it. Rows and roles are named by id
and with their words, so that the file can be read when the model no longer has them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from careerpaths.analysis.plan.graph import PlanGraph
from careerpaths.documents.clean_text import LONG, SHORT
from careerpaths.locale import LANGUAGE
from careerpaths.model.model import Level, Line, Model, Text
from careerpaths.model.plan import Evidence, Item, ItemType, ResultKind

MOST_ROWS = 300
ID = {"most": 100, "pattern": r"[a-z0-9][a-z0-9.*_-]*"}


@dataclass(frozen=True)
class Named:
    """Something pointed at: its id, and what it said when the file was written."""

    id: str = field(metadata=ID)
    text: str = field(default="", metadata={"most": LONG})


@dataclass(frozen=True)
class AtLevels:
    """Which of the three levels a row is at."""

    organisation: bool = False
    group: bool = False
    individual: bool = False

    @property
    def levels(self) -> tuple[Level, ...]:
        """Return the levels as the graph has them."""
        return tuple(level for level in Level if getattr(self, level.value))


@dataclass(frozen=True)
class UnitRow:
    """One row of the unit's own; `before` are rows that lead to it, `links` rows that it leads on to."""

    id: str = field(metadata=ID)
    type: ItemType
    text: str = field(metadata={"most": LONG})
    levels: AtLevels = AtLevels()
    function: str = field(default="", metadata={"most": SHORT})
    when: str = field(default="", metadata={"most": SHORT})
    status: str = field(default="", metadata={"most": SHORT})
    evidence: Evidence = Evidence.ASSUMPTION
    result: ResultKind | None = None
    day: date | None = None
    measure: str = field(default="", metadata={"most": 100})
    roles: tuple[Named, ...] = field(default=(), metadata={"most": MOST_ROWS})
    steps: tuple[Named, ...] = field(default=(), metadata={"most": MOST_ROWS})
    before: tuple[Named, ...] = field(default=(), metadata={"most": MOST_ROWS})
    links: tuple[Named, ...] = field(default=(), metadata={"most": MOST_ROWS})

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

    model_version: str = field(metadata={"most": SHORT})
    language: str = field(metadata={"pattern": LANGUAGE.pattern})
    created: date
    rows: tuple[UnitRow, ...] = field(metadata={"most": MOST_ROWS})
    removed: tuple[Named, ...] = field(default=(), metadata={"most": MOST_ROWS})
    changed: date | None = None
    mended: tuple[Named, ...] = field(default=(), metadata={"written": False})

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
