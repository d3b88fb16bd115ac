"""A source's text as Markdown that shows exactly that text, and back.

The result is inert in CommonMark, GitHub's Markdown and Python-Markdown alike: a
backslash where all three know the escape, a character reference elsewhere (``<`` has no
backslash escape in Python-Markdown; ``~``, ``$`` and ``|`` mean something to one of them).
"""

from __future__ import annotations

import re
from html.entities import html5

_INLINE = str.maketrans(
    {char: f"\\{char}" for char in "\\`*_{}[]"}
    | {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
    | {char: f"&#{ord(char)};" for char in "~$|^"}
    # Line separators and controls would end the line, or are forbidden in HTML.
    | {
        char: f"&#{ord(char)};"
        for char in [*map(chr, range(32)), *map(chr, range(127, 160)), "\u2028", "\u2029", "\ufeff"]
    }
)
_EMOJI = re.compile(r":(?=[a-z0-9_+-]+:)", re.IGNORECASE)
_LINE_START = re.compile(r"(?P<mark>[#+\-!)])|(?P<number>\d{1,9})(?P<stop>[.)])|(?P<other>[=?/:])")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|&(#[xX]?[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);")


def escape(text: str) -> str:
    """One paragraph's text as one line of Markdown.

    White space at the ends is dropped, a line break inside becomes a space: neither is a
    word, and both mean something in Markdown.
    """
    line = " ".join(text.strip(" \t\r\n").replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    line = _EMOJI.sub("&#58;", line.translate(_INLINE))
    return _LINE_START.sub(_escape_start, line, count=1) if _LINE_START.match(line) else line


def _escape_start(match: re.Match[str]) -> str:
    if match["mark"]:
        return f"\\{match['mark']}"
    if match["number"]:
        return f"{match['number']}\\{match['stop']}"
    return f"&#{ord(match['other'])};"


def unescape(markdown: str) -> str:
    """The text that ``markdown`` shows; what no rule here wrote stays as typed."""
    if "\\" not in markdown and "&" not in markdown:
        return markdown
    return _ESCAPED.sub(_plain, markdown)


def _plain(match: re.Match[str]) -> str:
    if match[1]:
        return match[1]
    name = match[2]
    if name[0] != "#":
        return html5.get(f"{name};", match[0])
    digits = name[1:]
    code = int(digits[1:], 16) if digits[0] in "xX" else int(digits) if digits.isdigit() else -1
    return chr(code) if 0 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else match[0]
