"""What the chronicle gives to others, one file a format: feeds, calendars, data, search …

To add a format, add a module here with pure functions of events and entries, whose words
come from the caller in the language wanted, and call it in
:mod:`generator.pages.parts.downloads`, which sets the files beside their pages.
"""
