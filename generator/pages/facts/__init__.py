"""What the pages say that no single document says: computed, never guessed.

Pure functions of the model: full years, anniversaries, gaps, who hosted, who met whom.
To add a fact, add a function to the module of its subject, with a test of one sentence
in ``tests/pages``.
"""
