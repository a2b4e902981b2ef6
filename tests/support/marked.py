"""Texts that would become links, pictures, formulas and formatted words if anything read them as more than text."""

from __future__ import annotations

import re
from itertools import cycle
from pathlib import Path

import yaml
from playwright.sync_api import Page

MARKS = (
    "[qlink](https://evil.example/x)",
    "![qpicture](https://evil.example/x.png)",
    "qaddress https://evil.example/",
    "qwww www.evil.example",
    "qletter a@evil.example",
    "$qformula$",
    "**qstrong**",
    "_qemphasis_",
    "`qcode`",
    "~~qstruck~~",
    ":red[qred]",
    ":blue-badge[qbadge]",
    "qicon:material/home:",
    "qsmile:smile:",
    "qarrow->",
    "<b>qtag</b>",
    "qreference&lt;",
    "\\*qbackslash\\*",
    "# qheading",
    "- qitem",
    "1. qnumber",
    "> qquote",
)
"""Each has one word that is in no other text, so that it is found wherever it is shown."""

WORDS = {re.findall(r"\bq[a-z]+|(?<=_)q[a-z]+", mark)[0]: mark for mark in MARKS}
TEXTS = {
    "title", "organisation", "welcome", "owner", "name", "short", "text", "purpose", "aliases", "place", "condition", "status",
    "time_note", "ask", "word", "meaning", "unit", "how", "decided", "talk_to", "way_back", "function", "when", "topic",
    "note",
}  # fmt: skip
"""The keys of a model's file whose values are free text."""

FOUND = """words => {
  const made = [], seen = [];
  const isCutOff = (text, word, mark) => text.endsWith('…') && mark.includes(text.slice(text.indexOf(word), -1));
  const walk = (root) => {
    for (const one of root.querySelectorAll('.katex, img[src*="evil"]')) made.push(one.outerHTML);
    for (const one of root.querySelectorAll('a[href]')) if (/evil|^$/.test(one.hostname)) made.push(one.outerHTML);
    const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
      const parent = nodes.currentNode.parentElement;
      if (parent?.closest('script, style, textarea, tspan')) continue;
      const text = nodes.currentNode.data.replace(/[\\u2060\\u00ad]/g, '');
      for (const [word, mark] of Object.entries(words)) if (text.includes(word)) {
        seen.push(word);
        if (!text.includes(mark) && !isCutOff(text, word, mark)) made.push(`${word}: ${parent?.outerHTML.slice(0, 300) ?? text}`);
      }
    }
    for (const one of root.querySelectorAll('svg text')) { // its lines are put together: what is between them is not seen
      const text = one.textContent.replace(/[\\s\\u2060\\u00ad]/g, '');
      for (const [word, mark] of Object.entries(words)) if (text.includes(word)) {
        seen.push(word);
        if (!text.includes(mark.replace(/\\s/g, ''))) made.push(`${word}: ${one.outerHTML.slice(0, 300)}`);
      }
    }
    for (const one of root.querySelectorAll('*')) if (one.shadowRoot) walk(one.shadowRoot);
  };
  walk(document);
  return [made, [...new Set(seen)]];
}"""


def made_of_marks(page: Page) -> tuple[list[str], set[str]]:
    """Return what a page made of the marks instead of showing them to the letter, and the words that it shows."""
    made, seen = page.evaluate(FOUND, WORDS)
    return made, set(seen)


def marked_model(source: Path, target: Path) -> Path:
    """Write a model's file with a mark in every free text."""
    marks = cycle(MARKS)

    def marked(value: object, key: str = "") -> object:
        if isinstance(value, dict):
            return {name: marked(part, name) for name, part in value.items()}
        if isinstance(value, list):
            return [marked(part, key) for part in value]
        return f"{next(marks)} {value}" if key in TEXTS and isinstance(value, str) else value

    content = marked(yaml.safe_load(source.read_text(encoding="utf-8")))
    target.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8")
    return target
