"""What a report says, made once in the language in force, before any format lays it out."""
