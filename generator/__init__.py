"""The Diplomatic Chronicle: from saved transcripts to a published chronicle.

Rooms, from the floor up: ``errors`` and ``text``, ``model``, ``registry``, ``store``,
then ``sources``, ``linking`` and ``chronicle``, then ``ingest``, ``pages`` and
``exports``, and on top ``cli``, ``plugin`` and ``rendering``.  A room imports only from
the rooms below it; ``pyproject.toml`` holds the contract that proves it.
"""

__version__ = "0.1.0"
