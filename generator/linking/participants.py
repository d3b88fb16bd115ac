"""For whom the persons of a list of participants act, line by line.

A line names a country as a part of its own ("A. Nemo, Oruna"), by a post or an office
("Ambassador of Oruna", "Orunan Embassy") or at its head ("Oruna: The President").  Whoever
is *to* Oruna, *for* Oruna or in an office of Orunan affairs acts for another country.  To
teach a post or an office, add it to :data:`POST`.
"""

from __future__ import annotations

import re

from generator.linking.fold import same_length
from generator.linking.mentions import Mention

POST = (
    r"(?:president|chairman|premier|chancellor|king|queen|emperor|emir|sultan|prince|princess|"
    r"(?:prime |foreign |vice |deputy )*ministers?|ministry|secretary|foreign office|embassy|"
    r"legation|ambassador|ambassador-designate|charg[eé]|counsell?or|consul|consulate|envoy|"
    r"attach[eé]|representatives?|delegat(?:ion|es?)|permanent mission|mission|government|"
    r"parliament|side|participants|party|marshal|general|admiral)\b"
)
_ACTS_FOR_ANOTHER = re.compile(r"\b(?:to|for|on|in|at|with|from|against|near)(?: the)? $")
_BEGINS_PART = re.compile(r"(?:^|[,;:(\-])\s*(?:the )?$")
_ENDS_PART = re.compile(r"\s*(?:$|[,;:)\-])")
_OF = re.compile(rf"\b{POST}(?:(?! (?:office|bureau|desk|division)\b)[^,;(])* of (?:the )?$")
_POST_BEHIND = re.compile(r"(?:'s)? (?:(?!affairs|desk|countries|division)[\w.&/']+ ){0,4}?" + POST)
_HEADS_LINE = re.compile(r" (?:the|mr|mrs|ms|dr)\b")


def acts_for(mention: Mention) -> bool:
    """Whether a country that a line of the list names is the one that its person acts for."""
    if mention.link.kind == "office":
        return True
    text = same_length(mention.passage.text).casefold()
    before, behind = text[: mention.start], text[mention.end :]
    if _ACTS_FOR_ANOTHER.search(before):
        return False
    if _POST_BEHIND.match(behind):
        return True
    if not mention.link.rule.startswith("name"):
        return False
    if _BEGINS_PART.search(before) and _ENDS_PART.match(behind):
        return True
    return bool(_OF.search(before)) or (not before.strip() and bool(_HEADS_LINE.match(behind)))
