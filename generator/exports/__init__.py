"""What the chronicle gives to others, one file a format: receipts, search, data.

To add a format, add a module here with pure functions of events, and call it where the
site is written.
"""
