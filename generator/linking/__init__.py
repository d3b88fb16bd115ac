"""From a transcript's strings to the registry's ids, each link with the rule that made it.

To teach a new kind of fact, add a module here with one pure function and call it in
:meth:`generator.linking.linker.Linker.link`.
"""
