"""What is wrong with a key or a plain value."""
