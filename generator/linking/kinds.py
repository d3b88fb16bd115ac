"""What sort of event a document records, and whether people met, called or wrote.

Rules are tried in order on the title, then on the lead; the first that matches wins, and
its pattern is the reason given.  To teach a kind, add a rule where it must be tried.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model import Transcript


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind, a format or None, and the words that decided, with where they stand."""

    kind: str
    format: str | None
    rule: str
    words: str = ""
    where: str = ""


# (kind, words in folded text).  What is written or called comes before what is held: "a
# message to the participants of the summit" is a message.
_RULES: tuple[tuple[str, str], ...] = (
    ("phone-call", r"телефонн\w+ (?:разговор|беседа)\w*|разговор\w* по телефону|"
     r"(?:tele)?phone (?:conversation|call|talks?)|spoke (?:by|on the) (?:tele)?phone|"
     r"by (?:tele)?phone\b"),
    ("press-conference", r"пресс-конференц\w+|(?:news|press) conference|"
     r"ответ\w* на вопросы (?:[\w-]+ ){0,2}(?:журналист\w*|корреспондент\w*|сми|прессы)|"
     r"answer\w* (?:to )?(?:journalists'?|reporters'?|media) questions|"
     r"answers? to questions from|question-and-answer session with (?:journalists|media)"),
    ("statement", r"заявлени\w+ (?:для прессы|для сми|президента|по итогам)|"
     r"(?:press|media) statements?|statements? (?:for|to) the (?:press|media)|"
     r"совместн\w+ заявлени\w+|joint statement|\bstatement\b|заявлени\w+"),
    ("interview", r"интервью|\binterview"),
    ("document", r"\bуказ\w?\b|распоряжени\w+|подпис\w+ (?:федеральн\w+ )?закон\w*|"
     r"executive order|signed (?:a |the )?(?:federal )?law|law (?:signed|on)\b|"
     r"\b(?:list of )?documents signed|перечень поручений|list of instructions|decree"),
    ("speech", r"^(?:[\w-]+ )?послани\w+ (?:президента )?(?:[\w-]+ ){0,2}федеральному собранию|"
     r"с (?:ежегодным )?посланием (?:[\w-]+ ){0,2}федеральному собранию|"
     r"^(?:presidential |annual )*address to the federal assembly"),
    ("message", r"^to [^,]+, (?:president|prime|king|queen|emir|chancellor|general)|"
     r"телеграмм\w+|\btelegram|поздрав\w+|congratulat\w+|соболезнов\w+|condolence\w*|"
     r"приветстви\w+ (?:участник|гост|организатор)|приветств\w+.*по случаю|"
     r"sent (?:a |his )?(?:message|greetings)|\bgreetings\b|"
     r"послани\w+ (?!(?:[\w-]+ ){0,3}?федеральному)(?:в адрес|от\b|(?:[\w-]+ ){0,2}?"
     r"[\w-]{2,}(?:у|ю|ам|ям)\b|главе\b|коллеге\b)|"
     r"message of |message to|\bforwarded a message|exchanged? (?:of )?(?:new year )?greetings"),
    ("summit", r"саммит\w*|\bsummits?\b|"
     r"заседани\w+ (?:высшего|межгосударственного|совета коллективной|совета глав)|"
     r"встреч\w+ (?:глав государств|лидеров)|leaders'? meeting|(?:supreme eurasian|"
     r"collective security council|"
     r"heads? of state council|council of heads of state|heads of state of|"
     r"(?:meeting|session) of (?:the )?(?:[\w-]+ ){0,3}?heads of (?:[\w-]+ )?states?"
     r"(?! (?:corporat|compan|agenc|bod|institut|enterpr|organi|author|media|bank|service)))"),
    ("meeting", r"memorandum of (?:a )?conversation|minutes of"),
    ("talks", r"переговор\w+|\btalks\b|negotiations|consultations|консультац\w+"),
    ("meeting", r"встреч\w+|встретил\w+|бесед\w+|принял\w* |\bmeetings?\b|\bmet\b|\bmeets\b|"
     r"совещани\w+|заседани\w+|\bsession\b|\breceived\b|conversation with|discussed|had a working"),
    ("visit", r"визит\w*|\bvisit(?:s|ed|ing)?\b|прибыл\w*|\barriv\w+"),
    ("trip", r"поездк\w+|\btrip\b|посетил\w*|посещени\w+|\btour(?:ed)?\b"),
    ("speech", r"вручени\w+|presentation of|выступлени\w+|выступил\w*|\bspeech\b|"
     r"\baddress(?:ed)?\b|обращени\w+|речь\b|remarks|вступительное слово|"
     r"opening (?:remarks|address)|spoke at|церемони\w+|ceremon\w+|"
     r"торжественн\w+|gala|reception|при[её]м\b|концерт"),
)  # fmt: skip
# What a title without a transcript says of a day to come, or of who may report on it.
_TO_COME = re.compile(
    # Behind a colon or in quotation marks somebody speaks: "Elena Vark: We will meet them".
    r"^[^:«“\"]*(?:\bwill (?:also |soon |then )?(?:visit|meet|hold|take|attend|travel|arrive|host|"
    r"receive|speak|deliver|give|chair|open|address|go|pay|make|have|be held|lay|present|"
    r"participate|answer|come)\b|"
    r"\b(?:состо[ия]тся|провед[еу]т|прим[еу]т|посет[ия]т|встрет[ия]тся|прибуд[еу]т|приед[еу]т|"
    r"выступ[ия]т|соверш[иа]т|обрат[ия]тся|откро[ею]т|возглав[ия]т|пройд[еу]т|дад?[су]т|вруч[иа]т|"
    r"отправ[ия]тся|направ[ия]тся|планиру[ею]тся)\b|\baccredit\w+|\bаккредит\w+)"
)
_ANNOUNCED = frozenset({"announcements", "accreditation", "анонсы", "аккредитация"})
_COMPILED = tuple((kind, re.compile(words)) for kind, words in _RULES)
_VIDEO = re.compile(
    r"видеоконференц\w*|видеосвяз\w*|видеоформат\w*|video ?conference|video ?link|via video|"
    r"by video"
)
_FORMATS = {"phone-call": "phone", "message": "written", "document": "written"}
_MET = frozenset(
    {"meeting", "talks", "summit", "visit", "press-conference", "statement", "speech", "trip"}
)


def kind_of(transcript: Transcript, title: str, lead: str, *, abroad: bool) -> Kind:
    """Decide kind and format.

    ``title`` and ``lead`` are folded and in small letters; ``abroad`` says whether another
    country is a party or the host, without which a visit is a trip.
    """
    announced = _announcement(transcript, title)
    if announced is not None:
        return announced
    for where, text in (("title", title), ("lead", lead)):
        for kind, words in _COMPILED:
            match = words.search(text)
            if match:
                if kind == "visit" and not abroad:
                    kind = "trip"
                if kind == "message" and transcript.turns and transcript.place:
                    kind = "speech"  # congratulations that were spoken
                format = _format(kind, transcript, title, lead)
                rule = f"words of the {where} that mean {kind}"
                return Kind(kind, format, rule, match[0].strip(), where)
    if len(transcript.turns) > 1:
        return Kind("meeting", _format("meeting", transcript, title, lead), "several speakers")
    if transcript.turns:
        return Kind("speech", _format("speech", transcript, title, lead), "one speaker")
    return Kind("other", _format("other", transcript, title, lead), "no rule applied")


def _announcement(transcript: Transcript, title: str) -> Kind | None:
    """An announcement records no event: its day is not the event's, and may not even come."""
    if transcript.turns:
        return None
    for tag in transcript.tags:
        if tag.kind == "section" and tag.text.casefold() in _ANNOUNCED:
            return Kind("other", None, f"announced: the source's section {tag.text!r}")
    match = _TO_COME.search(title)
    rule = "announced: words of the title that mean a day to come"
    return Kind("other", None, rule, match[0].strip(), "title") if match else None


def _format(kind: str, transcript: Transcript, title: str, lead: str) -> str | None:
    if kind in _FORMATS:
        return _FORMATS[kind]
    if _VIDEO.search(title) or _VIDEO.search(lead):
        return "video"
    if kind in _MET and (transcript.turns or transcript.place):
        return "in-person"
    return None
