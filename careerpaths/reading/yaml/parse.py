"""Parse a YAML file into nodes, safely: no aliases, tags or deep nesting. The only module that imports yaml."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from careerpaths.model.problems import ProblemLog, shortened
from careerpaths.reading.yaml.faults import ErrorPosition, explain
from careerpaths.reading.yaml.file_text import read_lines
from careerpaths.reading.yaml.nodes import Mapping, Node, Scalar, ScalarType, Sequence, is_faulty, is_null

MOST_LEVELS = 20
MOST_NODES = 100_000
MOST_REPAIRS = 50
MOST_REREAD = 20_000_000
YAML_TAG = "tag:yaml.org,2002:"
MEANINGS = {
    YAML_TAG + "int": ScalarType.INTEGER,
    YAML_TAG + "float": ScalarType.DECIMAL,
    YAML_TAG + "bool": ScalarType.BOOLEAN,
    YAML_TAG + "null": ScalarType.NULL,
    YAML_TAG + "timestamp": ScalarType.DATE,
}
Loader = type[yaml.CSafeLoader] | type[yaml.SafeLoader]
LOADER: Loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


def read_document(path: Path, problem_log: ProblemLog) -> Mapping | None:
    """Return the keys and values of a file, or None after noting why there are none."""
    lines = read_lines(path, problem_log)
    return None if lines is None else compose(lines, problem_log)


def compose(lines: list[str], problem_log: ProblemLog, loader: Loader = LOADER) -> Mapping | None:
    """Parse lines of YAML; after a syntax error that can be explained the repaired text is parsed again."""
    repaired: set[int] = set()
    guessed: set[int] = set()
    lines = list(lines)
    while True:
        text = "\n".join([*lines, ""])
        try:
            return _as_mapping(_compose_once(text, problem_log, guessed, loader), problem_log)
        except yaml.MarkedYAMLError as error:
            fault = explain(_position_of(error), lines, problem_log.say)
            if fault.line not in repaired:
                problem_log.add(fault.line, fault.message)
            most = min(MOST_REPAIRS, MOST_REREAD // len(text))
            if fault.repaired is None or fault.line in repaired or len(repaired) >= most:
                return None
            repaired.add(fault.line)
            guessed.update({fault.line} if fault.guessed else ())
            lines[fault.line - 1] = fault.repaired


def _position_of(error: yaml.MarkedYAMLError) -> ErrorPosition:
    mark = error.problem_mark or error.context_mark
    start = error.context_mark or mark
    if mark is None or start is None:
        return ErrorPosition("", 1, 0, 1, 0)
    what = f"{error.context or ''} {error.problem or ''}"
    return ErrorPosition(what, mark.line + 1, mark.column, start.line + 1, start.column)


def _compose_once(text: str, problem_log: ProblemLog, guessed: Container[int], loader: Loader) -> Node | None:
    trial = ProblemLog(problem_log.file, problem_log.phrases, problem_log.length)
    builder = NodeBuilder(trial, guessed)
    for event in yaml.parse(text, Loader=loader):
        if not builder.take(event):
            break
    for problem in trial.problems():
        problem_log.add(problem.line, problem.message)
    return Scalar(1, "", ScalarType.FAULTY) if builder.refused else builder.root()


def _as_mapping(root: Node | None, problem_log: ProblemLog) -> Mapping | None:
    say = problem_log.say
    if isinstance(root, Mapping):
        return root
    if root is None or is_null(root):
        problem_log.add(1, say("the file is empty, or holds nothing but remarks"))
    elif not is_faulty(root):
        problem_log.add(root.line, say("the file must consist of keys with values, such as «roles:»"))
    return None


@dataclass
class OpenCollection:
    """A list or mapping whose end event has not come yet."""

    line: int
    keyed: bool
    children: list[Node] = field(default_factory=list)


class NodeBuilder:
    """Builds nodes from YAML events, without recursion and within fixed bounds."""

    def __init__(self, problem_log: ProblemLog, guessed: Container[int] = ()) -> None:
        """Start with nothing built; nothing is known of the values on the lines in `guessed`."""
        self.documents: list[Node] = []
        self.refused = False
        self._problem_log = problem_log
        self._guessed = guessed
        self._open: list[OpenCollection] = []
        self._count = 0
        self._tag_of: Callable[..., object] = yaml.SafeLoader("").resolve

    def root(self) -> Node | None:
        """Return what the file holds: the keys of all its documents, or what stands in the first one."""
        groups = [node for node in self.documents if isinstance(node, Mapping)]
        if len(groups) > 1:
            return Mapping(groups[0].line, tuple(pair for group in groups for pair in group.pairs))
        return groups[0] if groups else next(iter(self.documents), None)

    def take(self, event: yaml.Event) -> bool:
        """Take the next event; return False where there is no use in reading on."""
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.DocumentStartEvent):
            self._begin_document(line)
        if isinstance(event, yaml.CollectionEndEvent):
            self._add(self._finished(self._open.pop()))
            return True
        if not isinstance(event, yaml.NodeEvent):
            return True
        self._count += 1
        if not self._within_bounds(line):
            self.refused = True
            return False
        self._take_node(event, line)
        return True

    def _take_node(self, event: yaml.NodeEvent, line: int) -> None:
        plain = self._is_plain(event, line)
        if isinstance(event, yaml.CollectionStartEvent):
            self._open.append(OpenCollection(line, isinstance(event, yaml.MappingStartEvent)))
        elif isinstance(event, yaml.ScalarEvent) and plain:
            self._add(Scalar(line, event.value, self._meaning(event)))
        else:
            self._add(Scalar(line, "", ScalarType.FAULTY))

    def _begin_document(self, line: int) -> None:
        """Note a second document; its keys are read as if they went on from the first."""
        if self.documents:
            say = self._problem_log.say
            self._problem_log.add(line, say("a second document starts here; take away the line «---»"))

    def _within_bounds(self, line: int) -> bool:
        say = self._problem_log.say
        if len(self._open) >= MOST_LEVELS:
            self._problem_log.add(line, say("there are more than {n} levels of indentation here", n=MOST_LEVELS))
            return False
        if self._count > MOST_NODES:
            self._problem_log.add(line, say("the file holds too many values to be read"))
            return False
        return True

    def _is_plain(self, event: yaml.NodeEvent, line: int) -> bool:
        """Return whether the value is free of aliases, anchors and tags; note it when it is not."""
        tag = getattr(event, "tag", None)
        if not (event.anchor or tag):
            return True
        first = "*" if isinstance(event, yaml.AliasEvent) else "&" if event.anchor else "!"
        sign = shortened(str(tag).replace(YAML_TAG, "!!") if first == "!" else f"{first}{event.anchor}")
        say = self._problem_log.say
        message = say(
            "«{sign}» has a special meaning in YAML that is not used here; write it out in full, or put quotes"
            " around a text that starts with {first}",
            sign=sign,
            first=first,
        )
        self._problem_log.add(line, message)
        return False

    def _meaning(self, event: yaml.ScalarEvent) -> ScalarType:
        if event.style is not None and event.style != "":
            return ScalarType.TEXT
        tag = self._tag_of(yaml.ScalarNode, event.value, (True, False))
        return MEANINGS.get(str(tag), ScalarType.TEXT)

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.documents.append(node)

    def _finished(self, done: OpenCollection) -> Node:
        if not done.keyed:
            return Sequence(done.line, tuple(done.children))
        return Mapping(done.line, tuple(self._pairs(done.children)))

    def _pairs(self, children: list[Node]) -> Iterator[tuple[Scalar, Node]]:
        for key, value in zip(children[::2], children[1::2], strict=True):
            if isinstance(key, Scalar):
                is_guess = value.line in self._guessed and isinstance(value, Scalar)
                yield key, Scalar(value.line, "", ScalarType.FAULTY) if is_guess else value
            else:
                say = self._problem_log.say
                self._problem_log.add(key.line, say("a key must be a single word, not a list or a group of keys"))
