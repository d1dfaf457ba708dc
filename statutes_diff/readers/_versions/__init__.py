"""What the LEGI base says of an article in time, whichever format carries it: versions, which one is read, history."""
