"""What the readers of feeds share: RSS, Atom, CDF and JSON Feed say the same things in different elements."""
