"""Planera: from challenge to activity, and from measure back to challenge, on three levels."""

from careerpaths.app.blocks.form import unit
from careerpaths.app.page_context import here

unit(here())
