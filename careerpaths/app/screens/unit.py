"""Planera: from challenge to activity, and from measure back to challenge, on three levels."""

from careerpaths.app.blocks.forms import unit
from careerpaths.app.page_context import current_visit

unit(current_visit())
