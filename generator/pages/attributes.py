"""How an attribute's value is written where tens of thousands of pages repeat it.

HTML needs quotes only around some values; two signs on each attribute of each entry of each
list would be one part in fifty of a large site.  Elsewhere templates simply write quotes.
"""

from __future__ import annotations

import re
from html import escape

_NEEDS_QUOTES = re.compile("[\t\n\f\r \"'=<>`]|^$")


def value(text: str) -> str:
    """The text ready to stand after ``name=``, with quotes where HTML needs them."""
    return f'"{escape(text)}"' if _NEEDS_QUOTES.search(text) else text.replace("&", "&amp;")
