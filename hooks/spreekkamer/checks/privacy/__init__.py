"""Nothing on a card may lead back to a person (design, section 5)."""
