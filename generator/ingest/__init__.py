"""From source files to pages in ``content/``: read, link, settle with what is there, write.

``batch`` runs many files, ``settle`` decides for one document, ``originals`` keeps the
sources, ``relink`` renews links after a change of the registry.
"""
