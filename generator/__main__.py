"""``python -m generator`` is the command ``chronicle``."""

from generator.cli import main

main()
