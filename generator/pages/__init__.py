"""The chronicle's pages, one file a kind, each a pure function of the chronicle.

To add a kind, add a module here that defines ``build(site)`` as in
:class:`generator.pages.page.PageKind`, and its template ``overrides/chronicle/<kind>.html``.
"""
