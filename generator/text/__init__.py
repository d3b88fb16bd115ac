"""Russian and English text: dates, declension, typography, slugs, safe YAML.

Pure functions of strings; nothing here knows an event or a registry.
"""
