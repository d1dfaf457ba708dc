"""The Word report: the parts of the package, the writing of revisions, the articles, the first and the last pages."""
