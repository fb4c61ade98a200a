"""What is wrong with an id, or with a file as a file."""
