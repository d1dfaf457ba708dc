"""Renvois: words of the law that point elsewhere. ``grammar`` reads them, ``resolution`` finds them, ``ledger`` compares them."""
