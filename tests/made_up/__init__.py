"""A made-up archive of any size: invented countries, people and events, always the same.

``chronicle(events=2000)`` builds it in memory.  To add a country, add a row to
:data:`tests.made_up.world.COUNTRIES`; nothing here may name a real country or person.
"""

from tests.made_up.archive import chronicle

__all__ = ["chronicle"]
