"""The chronicle's terms, as frozen objects without any input or output.

To add a term, add it to the module of its subject and export it here.
"""

from generator.model.edtf import Edtf
from generator.model.event import Event, Figure, Link, Milestone, Speaker
from generator.model.transcript import (
    Block,
    Mark,
    Narration,
    Rule,
    SourceRef,
    Subhead,
    Tag,
    Transcript,
    Turn,
)
from generator.model.world import (
    Country,
    DatedName,
    Level,
    Membership,
    Organisation,
    Person,
    Place,
    Relationship,
    Term,
)

__all__ = [
    "Block",
    "Country",
    "DatedName",
    "Edtf",
    "Event",
    "Figure",
    "Level",
    "Link",
    "Mark",
    "Membership",
    "Milestone",
    "Narration",
    "Organisation",
    "Person",
    "Place",
    "Relationship",
    "Rule",
    "SourceRef",
    "Speaker",
    "Subhead",
    "Tag",
    "Term",
    "Transcript",
    "Turn",
]
