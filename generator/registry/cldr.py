"""Names of countries in Russian and English from CLDR, by ISO 3166-1 code.

CLDR (https://cldr.unicode.org/) comes with Babel.  A name that the field does not use is
replaced in content/registry/countries.yml, not here.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

# Codes that CLDR names although they are no countries: unions, islands of a country,
# test locales (https://cldr.unicode.org/, ISO 3166-1 exceptional reservations).
_NOT_COUNTRIES = frozenset(
    ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"]
)


@cache
def country_names() -> Mapping[str, Mapping[str, str]]:
    """Every country's names by code, ``{"KZ": {"ru": "Казахстан", "en": "Kazakhstan"}}``."""
    from babel import Locale  # here, since whoever only needs an id should not wait for it

    russian, english = Locale("ru").territories, Locale("en").territories
    return {
        # CLDR shortens "and" for narrow menus; prose spells it.
        code: {"ru": russian[code], "en": english[code].replace(" & ", " and ")}
        for code in sorted(russian)
        if len(code) == 2 and code.isalpha() and code not in _NOT_COUNTRIES and code in english
    }
