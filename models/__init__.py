"""The domain: what a rating, a vote, a phase and an action are, and every number's formula."""
