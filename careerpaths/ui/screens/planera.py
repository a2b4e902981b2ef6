"""Planera: from challenge to activity, and from measure back to challenge, on three levels."""

from careerpaths.ui.unit import unit
from careerpaths.ui.visit import here

unit(here())
