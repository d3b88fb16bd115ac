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
# Compiled when first needed: few documents have a list.
_ACTS_FOR_ANOTHER = r"\b(?:to|for|on|in|at|with|from|against|near)(?: the)? $"
_BEGINS_PART = r"(?:^|[,;:(\-])\s*(?:the )?$"
_ENDS_PART = r"\s*(?:$|[,;:)\-])"
_OF = rf"\b{POST}(?:(?! (?:office|bureau|desk|division)\b)[^,;(])* of (?:the )?$"
_POST_BEHIND = r"(?:'s)? (?:(?!affairs|desk|countries|division)[\w.&/']+ ){0,4}?" + POST
_HEADS_LINE = r" (?:the|mr|mrs|ms|dr)\b"


def acts_for(mention: Mention) -> bool:
    """Whether a country that a line of the list names is the one that its person acts for."""
    if mention.link.kind == "office":
        return True
    text = same_length(mention.passage.text).casefold()
    before, behind = text[: mention.start], text[mention.end :]
    if re.search(_ACTS_FOR_ANOTHER, before):
        return False
    if re.match(_POST_BEHIND, behind):
        return True
    if not mention.link.rule.startswith("name"):
        return False
    if re.search(_BEGINS_PART, before) and re.match(_ENDS_PART, behind):
        return True
    return bool(re.search(_OF, before)) or (
        not before.strip() and bool(re.match(_HEADS_LINE, behind))
    )
