"""Topics of a document: the source's own tags that mean one, and the curated words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.linking.fold import key
from generator.linking.mentions import Mention
from generator.linking.vocabulary import words
from generator.model import Tag

# A topic that title and lead do not name must be spoken of this often.
_ENOUGH = 3


def topics_of(mentions: Sequence[Mention], tags: Iterable[Tag]) -> tuple[str, ...]:
    """Ids of the topics, the source's first, then the most spoken of."""
    found = dict.fromkeys(_tagged(tags))
    counted: Counter[str] = Counter()
    for mention in mentions:
        # A secretary of energy among the participants speaks of anything.
        if mention.link.kind == "topic" and mention.passage.part != "participant":
            counted[mention.link.id] += _ENOUGH if mention.passage.part in ("title", "lead") else 1
    for topic, times in counted.most_common():
        if times >= _ENOUGH:
            found.setdefault(topic)
    return tuple(found)


def _tagged(tags: Iterable[Tag]) -> Iterable[str]:
    names = {key(tag.text) for tag in tags if tag.kind == "topic"}
    if not names:
        return
    for topic, entry in words("topics").items():
        if names & {key(tag) for tag in entry["tags"]}:
            yield topic
