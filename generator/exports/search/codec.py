"""Numbers as short text, so that any host serves and compresses an index as plain text.

A number is written in digits of five bits, the lowest first, in the alphabet of base 64;
the sixth bit says that another digit follows: 5 is "F", 40 is "oB".
"""

from __future__ import annotations

from collections.abc import Iterable

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def _digits(number: int) -> str:
    found = []
    while number > 31:
        found.append(ALPHABET[32 | number & 31])
        number >>= 5
    found.append(ALPHABET[number])
    return "".join(found)


class _Digits(dict[int, str]):
    def __missing__(self, number: int) -> str:
        made = _digits(number)
        if number < 1 << 16:
            self[number] = made
        return made


digits = _Digits().__getitem__
"""A natural number as text; the small ones, which are most, are made once."""


def encode(numbers: Iterable[int]) -> str:
    """Natural numbers as text."""
    return "".join(map(digits, numbers))


def decode(text: str) -> list[int]:
    """The numbers of a text that :func:`encode` made."""
    numbers = []
    value = shift = 0
    for character in text:
        digit = ALPHABET.index(character)
        value |= (digit & 31) << shift
        if digit & 32:
            shift += 5
        else:
            numbers.append(value)
            value = shift = 0
    return numbers
