"""Stories as rows: the columns that JSON Lines and CSV share, and files of rows taken apart."""
