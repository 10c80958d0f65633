"""Out, read-only: what readers see. Reads `models.published` through the alias `readers`, and nothing else."""
