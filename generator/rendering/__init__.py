"""From made pages to a site: frames, parallel and incremental building, serving.

``frames`` puts the theme around pages, for plain ``mkdocs build`` too; ``build`` is
``chronicle build``, ``serve`` is ``chronicle serve``.
"""
