"""What others can take along from the chronicle."""
