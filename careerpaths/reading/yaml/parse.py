"""A YAML file composed into nodes, safely: no aliases, tags or deep nesting. The only home of yaml."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from careerpaths.model.problems import Complaints, shortened
from careerpaths.reading.yaml.faults import Stumble, explain
from careerpaths.reading.yaml.file_text import read_lines
from careerpaths.reading.yaml.nodes import Mapping, Meaning, Node, Scalar, Sequence, is_nothing, is_spoilt

DEEPEST = 20
MOST_NODES = 100_000
MOST_REPAIRS = 50
MOST_REREAD = 20_000_000
YAML_TAG = "tag:yaml.org,2002:"
MEANINGS = {
    YAML_TAG + "int": Meaning.WHOLE,
    YAML_TAG + "float": Meaning.DECIMAL,
    YAML_TAG + "bool": Meaning.YES_NO,
    YAML_TAG + "null": Meaning.NOTHING,
    YAML_TAG + "timestamp": Meaning.DATE,
}
Loader = type[yaml.CSafeLoader] | type[yaml.SafeLoader]
LOADER: Loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


def read_document(path: Path, complaints: Complaints) -> Mapping | None:
    """Return the keys and values of a file, or None after noting why there are none."""
    lines = read_lines(path, complaints)
    return None if lines is None else compose(lines, complaints)


def compose(lines: list[str], complaints: Complaints, loader: Loader = LOADER) -> Mapping | None:
    """Compose lines of YAML; after a fault of syntax that is understood it reads on as if mended."""
    mended: set[int] = set()
    guessed: set[int] = set()
    lines = list(lines)
    while True:
        text = "\n".join([*lines, ""])
        try:
            return _as_mapping(_compose_once(text, complaints, guessed, loader), complaints)
        except yaml.MarkedYAMLError as error:
            fault = explain(_stumble(error), lines, complaints.say)
            if fault.line not in mended:
                complaints.add(fault.line, fault.message)
            most = min(MOST_REPAIRS, MOST_REREAD // len(text))
            if fault.mended is None or fault.line in mended or len(mended) >= most:
                return None
            mended.add(fault.line)
            guessed.update({fault.line} if fault.guessed else ())
            lines[fault.line - 1] = fault.mended


def _stumble(error: yaml.MarkedYAMLError) -> Stumble:
    mark = error.problem_mark or error.context_mark
    start = error.context_mark or mark
    if mark is None or start is None:
        return Stumble("", 1, 0, 1, 0)
    what = f"{error.context or ''} {error.problem or ''}"
    return Stumble(what, mark.line + 1, mark.column, start.line + 1, start.column)


def _compose_once(text: str, complaints: Complaints, guessed: Container[int], loader: Loader) -> Node | None:
    trial = Complaints(complaints.file, complaints.phrases, complaints.length)
    builder = Builder(trial, guessed)
    for event in yaml.parse(text, Loader=loader):
        if not builder.take(event):
            break
    for problem in trial.problems():
        complaints.add(problem.line, problem.message)
    return Scalar(1, "", Meaning.SPOILT) if builder.refused else builder.root()


def _as_mapping(root: Node | None, complaints: Complaints) -> Mapping | None:
    say = complaints.say
    if isinstance(root, Mapping):
        return root
    if root is None or is_nothing(root):
        complaints.add(1, say("the file is empty, or holds nothing but remarks"))
    elif not is_spoilt(root):
        complaints.add(root.line, say("the file must consist of keys with values, such as «roles:»"))
    return None


@dataclass
class Open:
    """A list or a group of keys that has begun but not ended."""

    line: int
    keyed: bool
    children: list[Node] = field(default_factory=list)


class Builder:
    """Builds nodes from YAML events, without recursion and within fixed bounds."""

    def __init__(self, complaints: Complaints, guessed: Container[int] = ()) -> None:
        """Start with nothing built; nothing is known of the values on the lines in `guessed`."""
        self.documents: list[Node] = []
        self.refused = False
        self._complaints = complaints
        self._guessed = guessed
        self._open: list[Open] = []
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
            self._open.append(Open(line, isinstance(event, yaml.MappingStartEvent)))
        elif isinstance(event, yaml.ScalarEvent) and plain:
            self._add(Scalar(line, event.value, self._meaning(event)))
        else:
            self._add(Scalar(line, "", Meaning.SPOILT))

    def _begin_document(self, line: int) -> None:
        """Note a second document; its keys are read as if they went on from the first."""
        if self.documents:
            say = self._complaints.say
            self._complaints.add(line, say("a second document starts here; take away the line «---»"))

    def _within_bounds(self, line: int) -> bool:
        say = self._complaints.say
        if len(self._open) >= DEEPEST:
            self._complaints.add(line, say("there are more than {n} levels of indentation here", n=DEEPEST))
            return False
        if self._count > MOST_NODES:
            self._complaints.add(line, say("the file holds too many values to be read"))
            return False
        return True

    def _is_plain(self, event: yaml.NodeEvent, line: int) -> bool:
        """Return whether the value is free of aliases, anchors and tags; note it when it is not."""
        tag = getattr(event, "tag", None)
        if not (event.anchor or tag):
            return True
        first = "*" if isinstance(event, yaml.AliasEvent) else "&" if event.anchor else "!"
        sign = shortened(str(tag).replace(YAML_TAG, "!!") if first == "!" else f"{first}{event.anchor}")
        say = self._complaints.say
        message = say(
            "«{sign}» has a special meaning in YAML that is not used here; write it out in full, or put quotes"
            " around a text that starts with {first}",
            sign=sign,
            first=first,
        )
        self._complaints.add(line, message)
        return False

    def _meaning(self, event: yaml.ScalarEvent) -> Meaning:
        if event.style is not None and event.style != "":
            return Meaning.TEXT
        tag = self._tag_of(yaml.ScalarNode, event.value, (True, False))
        return MEANINGS.get(str(tag), Meaning.TEXT)

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.documents.append(node)

    def _finished(self, done: Open) -> Node:
        if not done.keyed:
            return Sequence(done.line, tuple(done.children))
        return Mapping(done.line, tuple(self._pairs(done.children)))

    def _pairs(self, children: list[Node]) -> Iterator[tuple[Scalar, Node]]:
        for key, value in zip(children[::2], children[1::2], strict=True):
            if isinstance(key, Scalar):
                is_guess = value.line in self._guessed and isinstance(value, Scalar)
                yield key, Scalar(value.line, "", Meaning.SPOILT) if is_guess else value
            else:
                say = self._complaints.say
                self._complaints.add(key.line, say("a key must be a single word, not a list or a group of keys"))
