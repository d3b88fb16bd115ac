"""The registry: content/registry/*.yml as objects, with every problem said at once.

``load`` reads a directory, ``Registry`` is what it holds.  A new field or file is added in
``entries``; docs/registry.md explains them all to an editor.
"""

from generator.registry.loading import load
from generator.registry.world import Registry, names_on, squeeze

__all__ = ["Registry", "load", "names_on", "squeeze"]
