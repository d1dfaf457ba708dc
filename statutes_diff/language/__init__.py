"""What French legal text is made of: one module a subject, vocabulary as data files beside them."""
