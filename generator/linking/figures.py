"""Figures that somebody stated: number, unit, what is measured, period, the exact words.

Kept are figures of a measure on the curated list (:mod:`generator.linking.measures`); a
number whose meaning nobody can tell from its sentence is not a figure.  A figure is found
by a machine until an editor confirms it.  To teach a unit, add it to :data:`_UNITS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.linking.dates import Said, count_of, without_brackets
from generator.linking.measures import OTHER, Named, measures_in
from generator.model import Figure

_SCALES = (
    (r"тыс(?:яч\w*|\.)|thousand", 3),
    (r"миллион\w*|млн\.?|million|mln", 6),
    (r"миллиард\w*|млрд\.?|billion|bn", 9),
    (r"триллион\w*|трлн\.?|trillion", 12),
)
_UNITS = (
    (r"процент(?!н)\w*|%|per ?cent", "percent"),
    (r"(?:американск\w+ )?доллар\w*(?: сша)?|(?:us |u\.s\. )?dollars", "USD"),
    (r"евро\b|euros?", "EUR"),
    (r"рубл\w*|roubles?|rubles?", "RUB"),
    (r"тенге\b", "KZT"),
    (r"юан\w*|yuan", "CNY"),
    (r"кубометр\w*|кубическ\w+ метр\w*|cubic met(?:er|re)s", "m3"),
    (r"тонн\w*|tons|tonnes", "t"),
    (r"баррел\w*|barrels", "bbl"),
    (r"километр\w*|kilomet(?:er|re)s|km\b", "km"),
    (r"мегаватт\w*|megawatts?|mw\b", "MW"),
    (r"человек\w*|студент\w*|турист\w*|people|students|tourists", "person"),
    (r"предприяти\w+|компани\w+|enterprises|companies|joint ventures", "enterprise"),
    (r"(?:раз|раза|times)\b", "times"),
    (r"(?:лет|года|год) (?:тому )?назад|years? ago", "year"),
)  # fmt: skip
_DIGITS = r"\d{1,3}(?:[ ,]\d{3})+(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)?"
_WORDS = (
    r"полтора|полутора|два|две|двух|три|тр[её]х|четыре|четыр[её]х|пять|пяти|шесть|шести|семь|семи|"
    r"восемь|восьми|девять|девяти|десять|десяти|двадцать|двадцати|тридцать|тридцати|сорок|"
    r"пятьдесят|сто|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
)
_FIGURE = re.compile(
    rf"(?:(?P<dollar>(?:us ?)?\$)|(?P<euro>€))?\b(?P<number>{_DIGITS}|(?:{_WORDS})\b)"
    rf"(?: ?[-–—] ?| (?:до|to|и|and) )?(?P<upper>(?<=[ –—-])(?:{_DIGITS}))?"
    r" *(?:с (?:лишним|половиной),? *|plus )?"
    rf"(?P<scale>{'|'.join(words for words, _ in _SCALES)})?\s*"
    rf"(?P<unit>{'|'.join(words for words, _ in _UNITS)})?",
)
# What a unit can measure: "30 per cent of the treaty" is not a figure.
_MONEY = frozenset(
    {"trade", "exports", "imports", "investment", "gdp", "debt", "loan", "gas", "oil"}
    | {"enterprises"}
)
_GOODS = frozenset(("gas", "oil", "exports", "imports", "trade"))
_MEASURED = {
    "percent": _MONEY | {"power", "currency-share", "students", "tourists", "population"},
    "USD": _MONEY, "EUR": _MONEY, "RUB": _MONEY, "KZT": _MONEY, "CNY": _MONEY,
    "m3": _GOODS, "t": _GOODS, "bbl": _GOODS, "MW": frozenset(("power", "power-capacity")),
    "km": frozenset(("border",)),
    "person": frozenset(("students", "tourists", "population")),
    "enterprise": frozenset(("enterprises",)),
    "times": _MONEY | _GOODS | {"power", "tourists", "students"},
    "year": frozenset(("diplomatic-relations", "treaty")),
}  # fmt: skip
# Named nearest to a number of another unit, these say that it is of no measure.
_STRANGE = frozenset((OTHER, "power-capacity"))
# Of these a part of the whole is never meant when the whole is named.
_WHOLES = frozenset(("gdp",))
_SCALE_OF = tuple((re.compile(words), power) for words, power in _SCALES)
_UNIT_OF = tuple((re.compile(words), unit) for words, unit in _UNITS)
_HALVES = {"полтора": "1.5", "полутора": "1.5"}
_SENTENCE_END = re.compile(r"[.!?…]\s+(?<!\bг\. )(?<!млн\. )(?<!млрд\. )(?<!трлн\. )(?<!тыс\. )")
# Where a clause begins: the words of a figure are those of its clause up to its unit.
_CLAUSE = re.compile(r"[,;:()]\s+|\s[–—]\s+")
# A sentence without one of these holds no figure; asking costs far less than looking.
_SIGNS = {
    "ru": (
        "процент", "%", "$", "€", "доллар", "евро", "рубл", "тенге", "юан", "метр", "тонн",
        "баррел", "ватт", "человек", "студент", "турист", "предприят", "компани", " раз", "назад",
    ),
    "en": (
        "per", "%", "$", "€", "dollar", "euro", "rouble", "ruble", "yuan", "metre", "meter", " ton",
        "barrel", "megawatt", "people", "student", "tourist", "enterprise", "compan", "venture",
        "times", " ago",
    ),
}  # fmt: skip


def figures_in(
    text: str,
    dates: Sequence[Said],
    language: str,
    *,
    label: str = "",
    person: str | None = None,
    anchor: str = "",
) -> list[Figure]:
    """Every figure of a known measure in one paragraph.

    ``dates`` are the paragraph's, in order; ``label``, ``person`` and ``anchor`` say whose
    words these are and where they stand.
    """
    signs = _SIGNS.get(language, ())
    plain = without_brackets(text).lower()
    if len(plain) != len(text) or not any(sign in plain for sign in signs):
        return []
    found: list[Figure] = []
    for begin, end in _sentences(plain):
        sentence = plain[begin:end]
        if not any(sign in sentence for sign in signs):
            continue
        measures: list[Named] | None = None
        larger: re.Match[str] | None = None
        for match in _FIGURE.finditer(plain, begin, end):
            first, unit = match, _unit(match)
            if larger is not None and match["scale"] and not plain[larger.end() : match.start()]:
                first = larger  # "20 миллиардов 500 миллионов долларов" is one number
            larger = match if unit is None and match["scale"] else None
            if unit is None:
                continue
            if measures is None:
                measures = measures_in(plain, begin, end, language)
            measure = _measure(plain, match, unit, measures, end)
            if measure is None:
                continue
            period = _period(plain, match, dates, begin, end)
            words = _words(text, plain, first.start(), match.end(), begin)
            for value in _values(first, match, language):
                found.append(
                    Figure(
                        value=value,
                        unit=unit,
                        measure=measure,
                        period=period,
                        label=label,
                        person=person,
                        anchor=anchor,
                        words=words,
                    )
                )
    return found


def _sentences(plain: str) -> Iterator[tuple[int, int]]:
    # The capital that begins a sentence is gone from the folded text: cut at every full
    # stop with a space behind it that does not end an abbreviation.
    begin = 0
    for match in _SENTENCE_END.finditer(plain):
        yield begin, match.end()
        begin = match.end()
    yield begin, len(plain)


def _unit(match: re.Match[str]) -> str | None:
    if match["dollar"]:
        return "USD"
    if match["euro"]:
        return "EUR"
    if not match["unit"]:
        return None
    return next(unit for words, unit in _UNIT_OF if words.match(match["unit"]))


def _values(first: re.Match[str], last: re.Match[str], language: str) -> Iterator[str]:
    """The numbers of a figure: one, or the two ends of a range."""
    if first is not last:
        total = sum(_number(part["number"], part, language) for part in (first, last))
        yield _plain(Decimal(total))
        return
    for number in (last["number"], last["upper"]):
        if number:
            yield _plain(_number(number, last, language))


def _number(number: str, match: re.Match[str], language: str) -> Decimal:
    """A number as printed, scaled: "24,5" with "миллиарда" is 24500000000."""
    power = 0
    if match["scale"]:
        power = next(power for words, power in _SCALE_OF if words.match(match["scale"]))
    if number in _HALVES:
        number = _HALVES[number]
    elif not number[0].isdigit():
        number = str(count_of(number) or 0)
    elif language == "ru":
        number = number.replace(" ", "").replace(",", ".")
    else:
        number = number.replace(" ", "")
        grouped = re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", number)
        number = number.replace(",", "") if grouped else number.replace(",", ".")
    return Decimal(number).scaleb(power)


def _plain(value: Decimal) -> str:
    return format(value.quantize(Decimal(1)) if value == value.to_integral() else value, "f")


def _measure(
    plain: str, match: re.Match[str], unit: str, measures: Sequence[Named], end: int
) -> str | None:
    """The measure named nearest before the number, else the first behind it in the clause."""
    allowed = _MEASURED[unit]
    if unit == "percent" and any(m.of == "percent" and _next(match, m) for m in measures):
        allowed = frozenset(("currency-share",))  # "5 percent of GDP" says nothing of the GDP
    near = [m for m in measures if m.measure in allowed | _STRANGE and not _is_part(m, unit)]
    before = [found for found in near if found.end <= match.start()]
    stop = _CLAUSE.search(plain, match.end(), end)
    limit = stop.start() if stop else end
    behind = [found for found in near if match.end() <= found.start < limit]
    nearest = next(iter([*before[-1:], *behind[:1]]), None)
    return nearest.measure if nearest and nearest.measure in allowed else None


def _is_part(named: Named, unit: str) -> bool:
    """Whether a number is of a part of what is named: a share, or so much of it a head."""
    return bool(named.of) and (unit == "percent" or named.measure in _WHOLES)


def _next(match: re.Match[str], named: Named) -> bool:
    """Whether what is named follows the figure at once: "5 percent of the (whole) GDP"."""
    return 0 <= named.start - match.end() <= 40


def _period(
    plain: str, match: re.Match[str], dates: Sequence[Said], begin: int, end: int
) -> str | None:
    """The date said in the figure, else the nearest before it in the sentence, else behind."""
    stop = _CLAUSE.search(plain, match.end(), end)
    limit = stop.start() if stop else end
    inside = [said for said in dates if said.start <= match.start() < said.end]
    before = [said for said in dates if begin <= said.start and said.end <= match.start()]
    behind = [said for said in dates if match.end() <= said.start < limit]
    for near in (inside[:1], before[-1:], behind[:1]):
        if near:
            return near[0].date.text
    return None


def _words(text: str, plain: str, first: int, last: int, begin: int) -> str:
    """The exact words: from where the clause begins to the unit, brackets closed."""
    start = begin
    for boundary in _CLAUSE.finditer(plain, begin, first):
        start = boundary.end()
    words = text[start:last]
    if words.count("[") > words.count("]") and text[last : last + 1] == "]":
        words += "]"
    return words.strip()
