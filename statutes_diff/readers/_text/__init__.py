"""What readers of text share: the outline of headings, paragraphs, printed pages, and the walk that builds the tree."""
