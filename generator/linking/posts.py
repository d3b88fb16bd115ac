"""Posts in a speaker label: which office, of which country.

To teach a post, add its words to :data:`WORDS_OF_ROLES`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.linking.fold import key
from generator.linking.forms import UNTIL
from generator.linking.gazetteer import Gazetteer

# Tried in this order: a vice president is no president.
WORDS_OF_ROLES = (
    ("deputy", r"vice[- ]president|вице-президент\w*|deputy prime minister|вице-премьер\w*|"
               r"deputy foreign minister|заместител\w+ (?:министра|председателя)"),
    ("foreign_minister", r"foreign minister|minister (?:of|for) (?:foreign|external) affairs|"
                         r"secretary of state|foreign secretary|министр\w* иностранных дел|"
                         r"глав\w+ мид|госсекретар\w*|государственн\w+ секретар\w*"),
    ("head_of_government", r"prime minister|premier(?: of the state council)?|"
                           r"(?:federal )?chancellor|chairman of the (?:government|cabinet|"
                           r"council) ?(?:of ministers)?|премьер(?:-министр)?\w*|"
                           r"(?:федеральн\w+ )?канцлер\w*|председател\w+ (?:правительства|"
                           r"совета министров|кабинета министров|государственного совета)"),
    ("head_of_state", r"president|king|queen|emperor|emir|sultan|crown prince|head of state|"
                      r"президент\w*|корол\w+|император\w*|эмир\w*|султан\w*|"
                      r"глав\w+ государства|наследн\w+ принц\w*"),
    ("official", r"minister|secretary|ambassador|presidential aide|aide to the president|"
                 r"министр\w*|секретар\w*|пос(?:ол|ла)|помощник\w* президента|deputy premier"),
)  # fmt: skip
_POST = re.compile("|".join(rf"(?P<{role}>\b(?:{words})\b)" for role, words in WORDS_OF_ROLES))
_FILLERS = re.compile(
    r"\b(?:of|the|his|her|excellency|mr|г-н|его|ее|превосходительство)\b|[\s,.'-]+"
)
# Between a post and the country that it is a post of.
_OF = re.compile(r"\s*(?:of\s+)?(?:the\s+)?")


@dataclass(frozen=True, slots=True)
class Posts:
    """What a label says of posts.

    ``roles`` are as in a person's terms; ``countries`` every country that the label names;
    ``of`` the country that a post is expressly of ("President of Oruna"), if any; ``alone``
    is true where post and country are all that the label says.
    """

    roles: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    of: str | None = None
    alone: bool = False


def read_posts(label: str, gazetteer: Gazetteer) -> Posts:
    """Read the posts of one label."""
    folded = key(label)
    found = list(_POST.finditer(folded))
    roles = tuple(dict.fromkeys(match.lastgroup or "" for match in found))
    lands: list[tuple[str, str]] = []
    for hit in gazetteer.find(label):
        # A president of a former state is none of the country that came after it.
        codes = {m[1] for m in hit.meanings if m[0] == "country" and UNTIL not in m[2]}
        if len(codes) == 1:
            lands.append((codes.pop(), key(label[hit.start : hit.end])))
    of = None
    rest = folded
    for match in found:
        rest = rest.replace(match[0], " ", 1)
        for code, words in lands:
            gap = _OF.match(folded, match.end())
            behind = folded.startswith(words, gap.end() if gap else match.end())
            if behind or folded[: match.start()].rstrip().endswith(words):
                of = of or code
    for _, words in lands:
        rest = rest.replace(words, " ", 1)
    return Posts(
        roles=roles,
        countries=tuple(dict.fromkeys(code for code, _ in lands)),
        of=of,
        alone=bool(found) and not _FILLERS.sub("", rest),
    )
