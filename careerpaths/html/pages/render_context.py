"""The context that pages are rendered in: model, language, and the query that every link keeps."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from careerpaths.html.templating import render
from careerpaths.locale import Phrases
from careerpaths.model.model import Model


@dataclass(frozen=True)
class RenderContext:
    """Model and phrases, and the part of the query that every link keeps (`followed`, such as `&lang=en`)."""

    model: Model
    phrases: Phrases
    followed: str = ""

    @property
    def kept(self) -> str:
        """Return that part as the whole query of a link (`?lang=en`), or nothing."""
        return f"?{self.followed[1:]}" if self.followed else ""

    def render(self, template: str, **more: object) -> str:
        """Render a template in this context."""
        return render(template, self.model, self.phrases, followed=Markup.escape(self.followed), **more)
