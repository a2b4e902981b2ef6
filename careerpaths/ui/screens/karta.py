"""Karta: the map with its cards, and the list."""

from careerpaths.ui.explorer import explorer
from careerpaths.ui.visit import here

explorer(here())
