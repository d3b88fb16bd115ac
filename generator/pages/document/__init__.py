"""The parts of an event page: head, words, foot.

``desk`` keeps what many pages share; ``words`` sets the source's words; ``head`` says
what, when, where, who; ``foot`` says from where, on what terms, and what stands beside.
"""
