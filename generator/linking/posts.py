"""Posts in a label or a title: which office, of which country.

To teach a post, add its words to :data:`ROLES_OF_POSTS`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Post:
    """A post as found in words: ``role`` as in a person's terms, ``country`` its code."""

    role: str | None = None
    country: str | None = None


# Longest first: "prime minister" must not be read as a minister.
ROLES_OF_POSTS = (
    (r"prime minister|premier|премьер\w*|председател\w+ (?:правительства|совета министров|"
     r"кабинета министров|государственного совета)|federal chancellor|chancellor|"
     r"(?:федеральн\w+ )?канцлер\w*|chairman of the (?:government|cabinet|council of ministers)",
     "head_of_government"),
    (r"foreign minister|minister (?:of|for) (?:foreign|external) affairs|secretary of state|"
     r"министр\w* иностранных дел|глав\w+ мид|госсекретар\w*|государственн\w+ секретар\w*|"
     r"foreign secretary", "foreign_minister"),
    (r"vice president|vice-president|вице-президент\w*|deputy prime minister|вице-премьер\w*|"
     r"deputy foreign minister|заместител\w+ министра\w*", "deputy"),
    (r"president|президент\w*|king|корол\w+|queen|emperor|император\w*|emir|эмир\w*|sultan|"
     r"султан\w*|head of state|глав\w+ государства|crown prince", "head_of_state"),
)  # fmt: skip
_POST = re.compile(
    "|".join(f"(?P<r{n}>\\b(?:{words})\\b)" for n, (words, _) in enumerate(ROLES_OF_POSTS))
)


def roles_in(folded: str) -> list[str]:
    """Roles of the posts named in folded text, in order of appearance."""
    return [
        ROLES_OF_POSTS[int(match.lastgroup[1:])][1]
        for match in _POST.finditer(folded)
        if match.lastgroup
    ]
