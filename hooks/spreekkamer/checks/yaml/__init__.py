"""What is wrong with a file as YAML; most is seen while reading."""
