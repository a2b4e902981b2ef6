"""Karta: the map with its cards, and the list."""

from careerpaths.app.blocks.map import explorer
from careerpaths.app.page_context import here

explorer(here())
