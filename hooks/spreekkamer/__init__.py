"""Spreekkamer: practice cards of municipal caseworkers, checked and made into pages."""
