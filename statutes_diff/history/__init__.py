"""An article through the commits of a repository: its versions, and where each of its words comes from.

Commits are followed along first parents: what a merge brought is the merge's. A version is paired with the one before by the same
alignment as any two versions, so that renumbering, moves to other files and words from other articles are followed.
"""

from statutes_diff.history.following import Follower, history
from statutes_diff.history.words import blame

__all__ = ["Follower", "blame", "history"]
