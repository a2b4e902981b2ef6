"""What the text of a page is written in: model, words, and what follows along in every link."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from careerpaths.html.templating import render
from careerpaths.locale import Phrases
from careerpaths.model.model import Model


@dataclass(frozen=True)
class RenderContext:
    """What a text is written in: the model, the words, and what follows along in every link (`&lang=en`)."""

    model: Model
    phrases: Phrases
    followed: str = ""

    def render(self, template: str, **more: object) -> str:
        """Return one of our templates, filled in."""
        return render(template, self.model, self.phrases, followed=Markup.escape(self.followed), **more)
