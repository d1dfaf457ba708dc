"""The values and the layout of the JSON formats."""
