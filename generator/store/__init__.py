"""Event pages on disk: front matter and the closed Markdown that holds the words.

``page`` reads and writes whole pages, ``front_matter`` and ``body`` each half, ``guard``
knows what a person edited, ``files`` writes atomically.
"""
