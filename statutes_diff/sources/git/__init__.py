"""git: the only place that runs another program. ``REV:path`` to bytes, the history of a path, and the settings of a repository.

A repository may come from anywhere: ``program`` runs git so that nothing in it is run in turn. What git is asked is plumbing
(``cat-file``, ``ls-tree``, ``rev-list``, ``diff-tree``), whose answers no setting changes.
"""

from statutes_diff.sources.git.trees import revision, two_folders

__all__ = ["revision", "two_folders"]
