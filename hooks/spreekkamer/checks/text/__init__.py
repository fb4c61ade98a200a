"""What a text says, and how plainly."""
