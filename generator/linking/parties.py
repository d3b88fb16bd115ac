"""Who took part: parties and organisations, apart from countries merely spoken of.

Evidence, the strongest first: who speaks, who is named in the title, which country the
title names, who is in the list of participants, who is named in the lead.  Countries of the
lead count only where nothing stronger does, since a lead also says where people met and
what they spoke of; the lead of a memorandum is its subject, which says only that.  At a
meeting of an organisation its members of that day take part as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.linking.fold import same_length
from generator.linking.mentions import Mention, sentence_of
from generator.linking.participants import POST, acts_for
from generator.linking.people import covers
from generator.model import Edtf, Link, Person
from generator.registry import Registry

# What a lead says of other countries without their taking part (folded text before a name).
_SPOKEN_OF = re.compile(
    r"(?:situation|crisis|conflict|settlement|developments?|events|war|peace|elections?|"
    r"ситуаци\w+|кризис\w*|конфликт\w*|урегулировани\w+|событи\w+|обстановк\w+|выбор\w+|"
    r"way back from|return\w* from|ahead of|on the eve of|before)\b[^.;]{0,60}$"
)
# The country where somebody is posted takes no part by that.
_POSTED_TO = re.compile(
    r"\b(?:embassy|legation|consulate|mission|interests section|ambassador|charg[eé]|"
    r"посольств\w+|пос(?:ол|л\w{1,2}))\b[^,.;]{0,30}? (?:in|to|at|в|во)(?: the)? $"
)
_OWN_MEETING = re.compile(
    r"саммит|заседани|встреч\w+ глав|совещани\w+ глав|сесси\w+|summit|session|council|heads of|"
    r"совет\b|совета\b|meeting of|leaders"
)
_WITH_SOMEBODY = re.compile(
    r"\bmeeting with|\bmet with|talks with|conversation with|interview|встреч\w+ с\b|"
    r"встреч\w+ со\b|бесед\w+ с\b|разговор\w* с\b|переговор\w+ с\b|интервью|secretary.general|"
    r"генеральн\w+ секретар"
)
_WITH_ALL = re.compile(r"heads of (?:delegation|state|government)|глав\w* (?:делегаци|государств)")

# A post right before or behind a country's name in a lead: its holder took part.
_POST_BEFORE = re.compile(
    r"(?:president|premier|minister|chancellor|king|queen|emperor|emir|sultan|head of state|"
    r"президент\w*|премьер\w*|министр\w*(?: иностранных дел)?|канцлер\w*|корол\w+|эмир\w*|"
    r"султан\w*)(?: of)?(?: the)? $"
)
_POST_BEHIND = re.compile(
    r" (?:federal )?(?:president|prime minister|premier|foreign minister|chancellor|king|emir)\b"
)
# The next four are compiled when first needed, which few documents do.
# Behind an adjective in a lead: its country took part, and was not only spoken of.
_SIDE_BEHIND = (
    r"(?:-[\w-]+)?(?: [\w-]+){0,3}? (?:sides?|talks|delegations?|counterparts?|colleagues?|"
    r"leaders?|leadership|partners?|government|relations|ties|cooperation|dialogue|partnership|"
    r"business\w*|companies|investors|council|commission|forum|summit|president|prime minister|"
    r"premier|minister|chancellor|head|king|queen|emperor|emir|sultan|parliament\w*|people|"
    r"representatives?|ambassador|guests?|сторон\w*|переговор\w*|делегаци\w+|коллег\w*|лидер\w*|"
    r"руковод\w+|партн[её]р\w*|правительств\w*|отношени\w+|связ\w+|сотрудничеств\w*|диалог\w*|"
    r"бизнес\w*|компани\w+|инвестор\w*|совет\w*|комисси\w+|форум\w*|саммит\w*|президент\w*|"
    r"премьер\w*|министр\w*|канцлер\w*|парламент\w*|пос(?:ол|л(?:а|у|ом|ы|ов|ами?))|гост\w+|"
    r"глав(?:а|ы|у|е|ой|ами?)|корол\w+|эмир\w*|султан\w*|представител\w+|народ\w*)\b"
)
# How a subject tells who met: "Meeting with the President of Oruna".
_MET_IN_SUBJECT = (
    r"\b(?:meeting|conversation|talks?|discussions?|visit|call|luncheon|dinner|lunch)\b"
    r"[^,;.]*? (?:with|between|by|of) [^,;.]*$"
)
_MET = (
    r"\b(?:met|meeting|received|called on|talks|conversation|convened|luncheon|dinner|"
    r"встре[тч]\w+|принял\w*|бесед\w+|переговор\w+)\b"
)
_OFFICE_BEHIND = rf"(?: [\w-]+){{0,1}}? {POST}"
_CREDENTIALS = re.compile(r"letters? of credence|credentials|верительн\w+ грамот")


@dataclass
class Parties:
    """Codes of the parties with the reason for each, and the organisations."""

    reasons: dict[str, str] = field(default_factory=dict)
    members: dict[str, str] = field(default_factory=dict)
    organisations: tuple[str, ...] = ()
    multilateral: bool = False

    @property
    def countries(self) -> tuple[str, ...]:
        """Every party's code, alphabetically: those with evidence of their own and members."""
        return tuple(sorted(self.reasons.keys() | self.members.keys()))

    def only(self, code: str | None) -> bool:
        """Whether no other country takes part."""
        return not set(self.countries) - {code}

    def mentions(self) -> list[Link]:
        """Why each party is one."""
        return [
            Link(kind="party", id=code, anchor="", text="", rule=reason)
            for code, reason in {**self.members, **self.reasons}.items()
        ]


def country_on(person: Person, day: Edtf | None) -> str | None:
    """The country for which a person acts on a day: that of the post, else the person's."""
    for term in person.terms:
        if term.country and covers(term, day):
            return term.country
    return person.country


def find_parties(
    registry: Registry,
    day: Edtf | None,
    home: str | None,
    speakers: Mapping[str, Iterable[str]],
    mentions: Sequence[Mention],
    title: str,
    *,
    subject: bool,
) -> Parties:
    """Weigh the evidence.

    ``speakers`` map a label to the codes that it speaks for, ``mentions`` are the whole
    document's, ``title`` is folded; ``subject`` says that the lead is one.
    """
    parties = Parties()
    titled = [m for m in mentions if m.passage.part == "title"]
    led = [m for m in mentions if m.passage.part == "lead"]
    listed = [m for m in mentions if m.passage.part == "participant"]
    if subject:
        led = [m for m in led if met_in_subject(m)]
    for label, codes in speakers.items():
        for code in codes:
            parties.reasons.setdefault(code, f"speaks as {label!r}")
    _people(parties, registry, day, titled, "named in the title")
    _countries(parties, titled, "the title names the country")
    _people(parties, registry, day, listed, "in the list of participants")
    _countries(parties, filter(acts_for, listed), "the list of participants names it")
    _people(parties, registry, day, led, "named in the lead")
    _countries(parties, filter(_of_a_post, led), "the lead names a post of the country")
    if not parties.reasons.keys() - {home}:
        _cities(parties, registry, titled, "the title names a city of it")
    if not parties.reasons.keys() - {home}:
        _countries(parties, filter(_of_a_side, led), "the lead names the country")
    if not led and not listed and not parties.reasons.keys() - {home}:
        opening = [m for m in mentions if m.link.anchor == "n1"]
        _people(parties, registry, day, opening, "named in the first paragraph")
        met = filter(_met_in_opening, opening)
        _countries(parties, met, "the first paragraph names a post of the country")
    if _CREDENTIALS.search(title):
        _ambassadors(parties, mentions)
    if home is not None:
        parties.reasons.setdefault(home, "publishes the record of its own officials")
    _organisations(parties, registry, day, titled, led, title)
    return parties


def _people(
    parties: Parties,
    registry: Registry,
    day: Edtf | None,
    mentions: Iterable[Mention],
    reason: str,
) -> None:
    for mention in mentions:
        if mention.link.kind == "person":
            code = country_on(registry.people[mention.link.id], day)
            if code:
                parties.reasons.setdefault(code, f"{mention.link.text!r} is {reason}")


def _countries(parties: Parties, mentions: Iterable[Mention], reason: str) -> None:
    for mention in mentions:
        if mention.link.kind not in ("country", "office"):
            continue
        before = mention.passage.text[: mention.start].casefold()
        if _SPOKEN_OF.search(before) or _POSTED_TO.search(before):
            continue
        parties.reasons.setdefault(mention.link.id, f"{reason}: {mention.link.text!r}")


def _of_a_post(mention: Mention) -> bool:
    """Whether a country's name is part of a post: "President of Oruna", "Veskan president"."""
    text = mention.passage.text.replace("\u00a0", " ").casefold()
    if mention.link.rule.startswith("adjective") and _POST_BEHIND.match(text, mention.end):
        return True
    return bool(_POST_BEFORE.search(text, max(0, mention.start - 40), mention.start))


def _of_a_side(mention: Mention) -> bool:
    """Whether words of a lead name a country or its side: "Veskan troops" are only spoken of."""
    if mention.link.rule.startswith(("name", "compound")):
        return True
    text = same_length(mention.passage.text).casefold()
    joined = text[: mention.start].endswith("-")
    return joined or bool(re.match(_SIDE_BEHIND, text[mention.end :]))


def met_in_subject(mention: Mention) -> bool:
    """Whether a subject says that somebody met, and not only what they spoke of."""
    before = mention.passage.text[: mention.start].casefold()
    land = mention.link.kind == "country" and (_of_a_post(mention) or acts_for(mention))
    told = land or mention.link.kind == "person"
    return told and bool(re.search(_MET_IN_SUBJECT, before))


def _met_in_opening(mention: Mention) -> bool:
    """Whether the first paragraph says that somebody of a country's office met."""
    if mention.link.kind != "country":
        return False
    begin, end = sentence_of(mention.passage.text, mention.start)
    text = same_length(mention.passage.text).casefold()
    post = _of_a_post(mention) or re.match(_OFFICE_BEHIND, text[mention.end :])
    return bool(post) and bool(re.search(_MET, text[begin:end]))


def _cities(parties: Parties, registry: Registry, mentions: Iterable[Mention], reason: str) -> None:
    for mention in mentions:
        if mention.link.kind in ("place", "city"):
            entry = registry.places.get(mention.link.id)
            code = entry.country if entry else mention.link.id
            if code:
                parties.reasons.setdefault(code, f"{reason}: {mention.link.text!r}")


def _ambassadors(parties: Parties, mentions: Sequence[Mention]) -> None:
    """The countries whose ambassadors present their letters: the report lists them."""
    named = [m for m in mentions if m.link.kind == "country" and m.link.rule == "name"]
    listed = [m for m in named if m.passage.part in ("lead", "narration")]
    for mention in listed if len(listed) > 1 else named:
        reason = f"an ambassador of it presents letters of credence: {mention.link.text!r}"
        parties.reasons.setdefault(mention.link.id, reason)


def _organisations(
    parties: Parties,
    registry: Registry,
    day: Edtf | None,
    titled: Iterable[Mention],
    led: Iterable[Mention],
    title: str,
) -> None:
    in_title = [m.link.id for m in titled if m.link.kind == "organisation"]
    in_lead = [m.link.id for m in led if m.link.kind == "organisation"]
    parties.organisations = tuple(dict.fromkeys([*in_title, *in_lead]))
    own = bool(in_title) and bool(_OWN_MEETING.search(title))
    with_somebody = _WITH_SOMEBODY.search(title) and not _WITH_ALL.search(title)
    if not own or with_somebody:
        return
    parties.multilateral = True
    for identifier in dict.fromkeys(in_title):
        organisation = registry.organisations[identifier]
        for code in organisation.members_on(day) if day else ():
            if code not in parties.reasons:
                parties.members.setdefault(code, f"member of {identifier}")
