"""The parts of reports for a terminal, and how they are laid out there."""
