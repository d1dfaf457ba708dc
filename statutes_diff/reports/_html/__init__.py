"""What only a page has: places, links, tables, the outline; its template stands in ``templates/``."""
