"""Who was present without a turn: those whom the report's opening and attendance name.

A report says in a sentence of its own who else was there ("The meeting was attended by
…", «В совещании приняли участие …»); where a page has no lead, its first sentence tells
who met.  To teach another wording of attendance, add it to :data:`_ATTENDED`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from generator.linking.fold import key
from generator.linking.mentions import Mention, sentence_of
from generator.linking.parties import country_on
from generator.model import Edtf, Narration, Person, Transcript, Turn
from generator.registry import Registry

_EVENT = (
    r"(?:meetings?|talks?|event|session|ceremony|negotiations|conversation|consultations|summit|"
    r"reception|conference|forum|discussion|concert|parade|dinner|lunch(?:eon)?|breakfast|visit|"
    r"interview|gala(?: evening)?|celebrations?)\b"
)
_RU_EVENT = (
    r"\b(?:в|во|на|к) (?:[\w-]+ ){0,4}?(?:совещани|заседани|встреч|переговор|бесед|церемони|"
    r"мероприяти|саммит|конференци|форум|консультаци|разговор|приеме|обед|завтрак|ужин|концерт|"
    r"обсуждени|сесси|парад|интервью)\w*"
)
_RU_CAME = (
    r"(?:приня|принима)(?:л|ла|ли)(?: [\w-]+)? участие|"
    r"участвова(?:л|ла|ли)\b|присутствова(?:л|ла|ли)\b|присоедини(?:лся|лась|лись)\b"
)
# In folded words of one sentence.  Compiled when first needed: most documents tell nothing of it.
_ATTENDED = (
    rf"\b{_EVENT}[^.;]{{0,80}}? (?:was|were)(?: also| later)? (?:attended|joined) by\b|"
    r"^(?:also )?(?:attending|taking part|participating|present|in attendance)\b"
    r"[^;]{0,120}? (?:was|were|are)\b|"
    r"(?<!who )(?:attended|took part in|participated in|(?:was|were) present at|joined) the "
    rf"(?:[\w-]+ ){{0,3}}?{_EVENT}|"
    rf"{_RU_EVENT}[^,;]*?(?:{_RU_CAME})|(?:{_RU_CAME})[^;]*?{_RU_EVENT}|"
    rf"участие (?:также )?{_RU_EVENT}(?: [\w-]+)*? (?:приня|принима)(?:л|ла|ли)\b"
)
# Another occasion, or one that is still to come.
_OTHER_DAY = (
    r"\b(?:will|would|earlier|previously|yesterday|last (?:year|month|week|time)|"
    r"будут|будет|примут|примет|планиру\w+|предстоящ\w+|ранее|накануне|вчера|прошл\w+|"
    r"(?:котор\w+|who) (?:had )?(?:приня\w+|took|attended)|(?:19|20)\d\d)\b"
)
# The person behind these words is somebody whom another one stands for.
_STOOD_FOR = (
    r"\b(?:envoys? of|on behalf of|represent(?:ing|ed)|(?:message|letter|greetings) (?:from|of)|"
    r"(?:wife|widow) of)(?: [\w-]+){0,5} $"
)

_NOTE = re.compile(r"1 [A-Z]")  # the first of the numbered notes that follow a memorandum


def present(
    transcript: Transcript,
    mentions: Sequence[Mention],
    registry: Registry,
    day: Edtf | None,
    parties: Collection[str],
) -> list[str]:
    """Ids of those present whom the report names, in its order, each once.

    A person of the opening counts only for a country among ``parties``: a report that
    begins with an arrival also says whom one left.
    """
    report = _report(transcript)
    named = [m for m in mentions if m.link.kind == "person" and m.link.anchor in report]
    found = [m.link.id for m in named if _attended(m, registry.people[m.link.id])]
    if not transcript.lead and not transcript.participants:
        first = (m for m in named if m.link.anchor == "n1" and _begins(m))
        found[:0] = [
            m.link.id for m in first if country_on(registry.people[m.link.id], day) in parties
        ]
    return list(dict.fromkeys(found))


def _report(transcript: Transcript) -> frozenset[str]:
    """Anchors of the report before the words: notes behind them speak of others."""
    return frozenset(f"n{number}" for number, _ in enumerate(_paragraphs(transcript), 1))


def _paragraphs(transcript: Transcript) -> Iterator[Narration]:
    for block in transcript.blocks:
        if isinstance(block, Turn) or (isinstance(block, Narration) and _NOTE.match(block.text)):
            return
        if isinstance(block, Narration):
            yield block


def _begins(mention: Mention) -> bool:
    return sentence_of(mention.passage.text, mention.start)[0] == 0


def _attended(mention: Mention, person: Person) -> bool:
    begin, end = sentence_of(mention.passage.text, mention.start)
    sentence = key(mention.passage.text[begin:end])
    if not re.search(_ATTENDED, sentence) or re.search(_OTHER_DAY, sentence):
        return False
    before = key(mention.passage.text[begin : mention.start]) + " "
    return not re.search(_STOOD_FOR, before) and _is_subject(mention.link.text, person)


def _is_subject(words: str, person: Person) -> bool:
    """Whether Russian words name the person in the nominative: nobody attends in another."""
    russian = key(person.surname or person.names.get("ru", "").rpartition(" ")[2])
    folded = key(words)
    if not re.search(r"[а-я]", folded):
        return True
    return set(russian.split()) <= set(re.findall(r"[\w-]+", folded))
