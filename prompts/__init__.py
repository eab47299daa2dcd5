"""The words people read: prompt packs and messages."""
