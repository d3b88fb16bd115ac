"""English names of countries, and history.state.gov's own keys, → ISO 3166-1 codes.

CLDR's names come first; to teach another spelling, add it to :data:`_ALIASES`.  States
that are no more and have no code of their own are left without one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

_ALIASES = {
    "bahamas, the": "BS",
    "bosnia and herzegovina": "BA",
    "burma": "MM",
    "cabo verde": "CV",
    "cape verde": "CV",
    "china, people's republic of": "CN",
    "congo, democratic republic of": "CD",
    "congo, democratic republic of the": "CD",
    "congo, republic of": "CG",
    "congo, republic of the": "CG",
    "cote d'ivoire": "CI",
    "czech republic": "CZ",
    "east timor": "TL",
    "federated states of micronesia": "FM",
    "gambia, the": "GM",
    "germany, federal republic of": "DE",
    "great britain": "GB",
    "holy see": "VA",
    "hong kong": "HK",
    "ivory coast": "CI",
    "korea south": "KR",
    "korea north": "KP",
    "korea, republic of": "KR",
    "korea, democratic people's republic of": "KP",
    "macedonia": "MK",
    "macau": "MO",
    "micronesia, federated states of": "FM",
    "palestine": "PS",
    "palestinian authority": "PS",
    "russia": "RU",
    "russian federation": "RU",
    "sao tome and principe": "ST",
    "st kitts and nevis": "KN",
    "st lucia": "LC",
    "swaziland": "SZ",
    "taiwan": "TW",
    "the bahamas": "BS",
    "the gambia": "GM",
    "timor leste": "TL",
    "turkey": "TR",
    "united kingdom": "GB",
    "united states": "US",
    "vatican city": "VA",
    "western samoa": "WS",
}


@cache
def _names() -> Mapping[str, str]:
    # Only milestones need CLDR's names.
    from babel import Locale

    territories = Locale("en").territories
    known = {
        _plain(name): code
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in ("EU", "EZ", "UN", "ZZ", "QO")
    }
    return known | {_plain(name): code for name, code in _ALIASES.items()}


def _plain(name: str) -> str:
    text = name.lower().replace("’", "'").replace("-", " ").replace("&", "and").replace(".", "")
    return " ".join(text.split())


def code(*names: str) -> str | None:
    """The code of the first of ``names`` that is known."""
    for name in names:
        found = _names().get(_plain(name))
        if found is not None:
            return found
    return None
