"""Pure functions on words: no database, no settings, no clock. Same words in, same words out."""
