"""The search index and its page."""
