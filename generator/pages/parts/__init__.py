"""Sections of hub pages that need thought of their own: pure functions, no templates.

To add a section, add a module here and its part to the page's template.
"""
