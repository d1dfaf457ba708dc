"""HTML and XML to alinéas and tables: the one way into lxml."""
