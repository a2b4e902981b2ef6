"""Where the model's file is: one rule for the server and every command."""

from __future__ import annotations

import os
from pathlib import Path

MODEL_VARIABLE = "KARRIARKARTAN_MODEL"
SHIPPED_MODEL = Path(__file__).parents[2] / "data" / "roles.yaml"


def model_path() -> Path:
    """Return the file that `KARRIARKARTAN_MODEL` names, else the shipped one."""
    named = os.environ.get(MODEL_VARIABLE)
    return Path(named) if named else SHIPPED_MODEL
