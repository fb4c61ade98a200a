"""What is wrong with a reference to something else."""
