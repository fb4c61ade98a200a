"""What only shows when all cards lie beside each other."""
