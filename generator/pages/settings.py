"""What an archive decides about its site in ``mkdocs.yml``, held against its registry."""

from __future__ import annotations

from generator.errors import ContentError, Problem
from generator.registry import Registry
from generator.registry.cldr import country_names


def checked_home(code: str, registry: Registry, config: str) -> str:
    """The home country's code; "" where no country is at home.

    Raises:
        ContentError: there is no such country; ``config`` is the file that names it.
    """
    if not code or code in registry.countries or code in country_names():
        return code
    meant = next(iter(_meant(code, registry)), None)
    what = f"home_country {code!r} is no country's code"
    mend = f"write {meant}" if meant else 'write an ISO code, such as KZ, or "" for none'
    raise ContentError(Problem(config, what, mend))


def _meant(told: str, registry: Registry) -> list[str]:
    """Codes of countries whose code or name is this, but for the case of letters."""
    names = {code: country.names for code, country in registry.countries.items()}
    return [
        code
        for code, known in {**country_names(), **names}.items()
        if told.casefold() in {code.casefold(), *(name.casefold() for name in known.values())}
    ]
