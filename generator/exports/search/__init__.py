"""The search index: small files that the search page asks for, and never all of them.

:func:`write` makes or mends it.  ``docs/search.md`` explains the files; what a word is
stands in ``words``, what makes its forms one in ``keys`` and ``names``.
"""

from generator.exports.search.writing import FOLDER, Summary, write

__all__ = ["FOLDER", "Summary", "write"]
