"""STUB by the lead: how each kind of step is drawn."""
from dataclasses import dataclass
from careerpaths.content.model import StepKind
@dataclass(frozen=True)
class LineStyle: dashes: tuple; head: str
STYLES={StepKind.IN:LineStyle((2,4),"triangle"),StepKind.UP:LineStyle((),"triangle"),StepKind.SIDEWAYS:LineStyle((8,5),"triangle"),StepKind.DEEPENING:LineStyle((10,4,2,4),"triangle"),StepKind.BACK:LineStyle((4,4),"vee"),StepKind.OUT:LineStyle((1,4),"bar")}
