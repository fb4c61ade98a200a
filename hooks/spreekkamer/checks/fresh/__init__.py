"""What needs another look, by the dates on the card."""
