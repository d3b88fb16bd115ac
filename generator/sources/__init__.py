"""Readers of source formats, one file each.

To add a format, add a module here that defines ``NAME``, ``RECOGNISES``, ``sniff`` and
``parse`` as in :class:`generator.sources.reader.Reader`, and a folder of the same name
in ``tests/goldens``.  A reader of another distribution registers the same kind of module
in the entry-point group ``chronicle.sources``.
"""
