"""From a speaker label to a person, or to a role, or to nobody; never by a guess.

A label is tried whole, then as a name behind a post ("President of Oruna Elena Vark") or
before one ("Elena Vark, President of Oruna"), then as a title with a surname ("Mr Vark"),
and last as a short form of somebody whom this document has already named in full.  A
post that contradicts what the registry knows of the namesake stops the link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.linking.fold import key
from generator.linking.people import PersonIndex, eminent, outside_terms, serves, years_off
from generator.linking.posts import Posts
from generator.model import Edtf, Person
from generator.registry import Registry
from generator.text import marks

# Whole labels that name a part in the conversation, not a person (folded).
_ROLE = re.compile(
    r"вопросы?|ответы?|реплик[аи]|ведущ(?:ий|ая|ие)|модератор|корреспонденты?|журналист(?:ка|ы)?|"
    r"участни(?:к|ца|ки)|голоса?|переводчи(?:к|ца)|студент(?:ка|ы)?|все|хором|зал|диктор|"
    r"questions?|answers?|remarks?|responses?|reply|moderator|journalists?|correspondent|"
    r"reporters?|participants?|interpreter|translator|voices?|audience|comment|presenter|"
    r"anchor|host|students?|q|a"
)
# First words of longer labels of that sort: "Вопрос газеты «…»", "Question from the floor".
_ROLE_STARTS = re.compile(
    r"(?:вопрос|реплика|голос|ответ|корреспондент|журналист|ведущ|модератор|участни|"
    r"question|remark|response|reply|voice|from the|journalist|correspondent|moderator|"
    r"reporter|participant|member of the audience)\b"
)
_OUTLETS = re.compile(
    r"\b(?:тасс|итар-тасс|риа|интерфакс|bbc|би-би-си|cnn|nbc|abc|cbs|fox|reuters|рейтер|"
    r"afp|associated press|bloomberg|xinhua|синьхуа|коммерсант\w*|kommersant|известия|izvestia|"
    r"interfax|tass|itar-tass|ria|rt|нтв|ntv|первый канал|channel one|россия сегодня|"
    r"al jazeera|le figaro|агентств\w*|газет\w*|журнал\w*|телеканал\w*|телекомпани\w*|"
    r"радио\w*|news|agency|newspaper|magazine|channel|tv|television|radio|times|post)\b"
)
_HONORIFICS = frozenset(
    (
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "г-н",
        "г-жа",
        "господин",
        "госпожа",
        "president",
        "президент",
    )
)
_BRACKETS = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a label came to: a person with the rule, or candidates, or a role, or nothing."""

    person: str | None = None
    rule: str = ""
    candidates: tuple[str, ...] = ()
    role: bool = False
    late: bool = False


NOBODY = Resolution()
ROLE = Resolution(role=True)


class Speakers:
    """Resolves the labels of one registry; keeps no document's state."""

    def __init__(self, registry: Registry, index: PersonIndex) -> None:
        self._people = registry.people
        self._index = index

    def resolve(
        self,
        label: str,
        day: Edtf | None,
        posts: Posts,
        named: Iterable[str],
        strangers: Iterable[str] = (),
    ) -> Resolution:
        """Resolve one label.

        ``posts`` are what the label says of posts, ``named`` the people whom earlier labels
        of the document named, ``strangers`` the earlier labels that nobody answers to.
        """
        folded = key(_without_remark(label))
        if _ROLE.fullmatch(folded):
            return ROLE
        whole = self._index.find(folded)
        if whole:
            if any(key(stranger).endswith(f" {folded}") for stranger in strangers):
                return NOBODY
            return self._choose(whole, day, posts, bare=True)
        words = folded.split(" ")
        found = self._inside(words, day, posts)
        if found is not None:
            return found
        if _ROLE_STARTS.match(folded) or _OUTLETS.search(folded):
            return ROLE
        return self._short(words, named) or self._holder(posts, day) or NOBODY

    def _inside(self, words: list[str], day: Edtf | None, posts: Posts) -> Resolution | None:
        """A name at the end of the label, else at its start before a comma."""
        for begin in range(1, len(words)):
            people = self._index.find(" ".join(words[begin:]))
            if people:
                return self._choose(people, day, posts, bare=False)
        text = _BRACKETS.sub("", " ".join(words))
        head, comma, tail = text.partition(",")
        if not comma:
            return None
        people = self._index.find(head)
        if not people:
            return None
        if _OUTLETS.search(tail):
            return ROLE
        return self._choose(people, day, posts, bare=False)

    def _choose(
        self, people: dict[str, str], day: Edtf | None, posts: Posts, *, bare: bool
    ) -> Resolution:
        """The one person whom the post and the day allow."""
        rules = dict(people)
        left = [p for p in rules if bare or self._fits(self._people[p], posts)]
        if not left:
            return NOBODY
        if len(left) > 1:
            left = self._narrow(left, day, posts)
        if len(left) > 1:
            return Resolution(candidates=tuple(sorted(left)))
        person = self._people[left[0]]
        # A bare name of somebody who never led a state may be a namesake's.
        doubtful = bare and rules[person.id] != "label" and not eminent(person)
        if doubtful and person.terms and years_off(person, day) > 2:
            return Resolution(late=True, candidates=(person.id,))
        rule = rules[person.id] if bare else f"post + {rules[person.id]}"
        return Resolution(person=person.id, rule=rule, late=outside_terms(person, day))

    def _narrow(self, people: list[str], day: Edtf | None, posts: Posts) -> list[str]:
        """Drop the namesakes whom a country, then the day, then the distance rules out."""
        if posts.countries:
            people = [p for p in people if self._people[p].country in posts.countries] or people
        if len(people) > 1 and day is not None:
            people = [p for p in people if serves(self._people[p], day)] or people
        return people

    def _fits(self, person: Person, posts: Posts) -> bool:
        """Whether the posts in a label can be this person's."""
        if posts.countries and person.country:
            return person.country in posts.countries
        if "official" in posts.roles or any(t.role in posts.roles for t in person.terms):
            return True
        return eminent(person) or not person.terms

    def _holder(self, posts: Posts, day: Edtf | None) -> Resolution | None:
        """Who held the post that day, where a label is nothing but a post of a country."""
        if not posts.alone or posts.of is None or day is None:
            return None
        holders = sorted(
            person.id
            for person in self._people.values()
            for term in person.terms
            if term.role in posts.roles and term.country == posts.of and term.covers(day)
        )
        if len(holders) == 1:
            return Resolution(person=holders[0], rule="held the post that day")
        return Resolution(candidates=tuple(holders)) if holders else None

    def _short(self, words: list[str], named: Iterable[str]) -> Resolution | None:
        """A surname, alone or behind a title, of one whom the document has named."""
        titled = words[0].rstrip(".") in _HONORIFICS
        rest = words[1:] if titled else words
        if not rest or any(word.endswith(",") for word in rest):
            return None
        people = dict.fromkeys(p for p in named if self._bears(self._people[p], rest))
        if len(people) != 1:
            return Resolution(candidates=tuple(people)) if people else None
        return Resolution(person=next(iter(people)), rule="short form")

    def _bears(self, person: Person, words: list[str]) -> bool:
        # "Saudi Arabia" is no short form of "Salman of Saudi Arabia".
        names = [key(name or "").partition(" of ")[0] for name in person.names.values()]
        names.append(key(person.surname or ""))
        return any(set(words) <= set(name.split(" ")) for name in names if name)


def _without_remark(label: str) -> str:
    """A label without the interpreter's or editor's remark behind it ("(как переведено)")."""
    pieces = [words for is_mark, words in marks.split(label) if not is_mark]
    return " ".join(pieces) if "(" in label else label
