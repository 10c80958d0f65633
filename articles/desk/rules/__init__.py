"""What a story must have, by kind: each function looks at a case and says what is lacking. The table is `desk.gate`."""
