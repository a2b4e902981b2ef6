"""Karta: the map with its cards, and the list."""

from careerpaths.app.blocks.map import show_map
from careerpaths.app.page_context import current_visit

show_map(current_visit())
