"""Parts that readers share: decoding, problems, addresses, speaker labels, layouts of text.

Nothing in here is a reader; to add a format see :mod:`generator.sources`.
"""
