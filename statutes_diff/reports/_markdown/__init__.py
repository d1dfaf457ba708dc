"""The parts of Markdown reports."""
