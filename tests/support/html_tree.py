"""Reads our HTML as a browser would: elements with what stands in them, and the language each text is in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

EMPTY = {"br", "hr", "img", "input", "link", "meta", "path", "circle", "use", "rect", "line"}


@dataclass
class Element:
    """An element: its tag, attributes, what stands in it, and the language that holds for it."""

    tag: str
    attributes: dict[str, str]
    language: str = ""
    children: list[Element | str] = field(default_factory=list)

    def inside(self) -> Iterator[Element]:
        """Yield every element in this one, in the order of the text."""
        waiting = self.children[::-1]
        while waiting:
            one = waiting.pop()
            if isinstance(one, Element):
                yield one
                waiting += one.children[::-1]

    def find(self, *tags: str, **attributes: str) -> list[Element]:
        """Return the elements inside with one of these tags (any, when none is named) and these attributes.

        `kind="a b"` asks for both classes; an underscore stands for a hyphen.
        """
        classes = set(attributes.pop("kind", "").split())
        wanted = {name.replace("_", "-"): text for name, text in attributes.items()}
        return [
            one
            for one in self.inside()
            if (not tags or one.tag in tags)
            and classes <= one.classes
            and all(one.attributes.get(name) == text for name, text in wanted.items())
        ]

    @property
    def classes(self) -> set[str]:
        """Return the element's classes."""
        return set(self.attributes.get("class", "").split())

    @property
    def text(self) -> str:
        """Return the text in the element, with single spaces."""
        return " ".join("".join(text for text, _ in self.texts()).split())

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield each piece of text with its language."""
        waiting = [(child, self.language) for child in self.children[::-1]]
        while waiting:
            one, language = waiting.pop()
            if isinstance(one, Element):
                waiting += [(child, one.language) for child in one.children[::-1]]
            else:
                yield one, language

    @property
    def shape(self) -> list[tuple[str, tuple[str, ...]]]:
        """Return every element inside as its tag and the names of its attributes."""
        return [(one.tag, tuple(one.attributes)) for one in self.inside()]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: text or "" for name, text in attrs}
        made = Element(tag, attributes, attributes.get("lang", self.open[-1].language))
        self.open[-1].children.append(made)
        if tag not in EMPTY:
            self.open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in EMPTY:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> ends <{self.open[-1].tag}> at {self.getpos()}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment is sent to visitors: {data}")


def read(html: str) -> Element:
    """Return the HTML as one element; raises when an element is ended that was not begun, or is left open."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1, f"left open: {[one.tag for one in reader.open[1:]]}"
    return reader.root
