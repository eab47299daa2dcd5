"""Drafting a summary from what people wrote, with the evidence behind every line."""
