"""What people type or paste, made fit to stand in every file that leaves the talk."""

from __future__ import annotations

import re
import unicodedata

SHORT = 300
LONG = 1_500
NOTE = 8_000

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_WORD_BULLET = "\uf0b7"
_WITHOUT_MEANING = re.compile("[\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff]")
UNKNOWN_SIGN = "\ufffd"


def clean(text: str) -> str:
    """Return the text with one kind of line break and without signs that XML, PDF or a reader cannot take.

    Word's own line breaks and bullets, which people paste, become ordinary ones; control characters and
    signs that turn the direction of writing are left out; markup of any kind is text and stays.
    """
    text = _LINE_ENDS.sub("\n", text).replace(_WORD_BULLET, "•")
    text = _WITHOUT_MEANING.sub(UNKNOWN_SIGN, _UNSEEN.sub("", text))
    return unicodedata.normalize("NFC", text)
