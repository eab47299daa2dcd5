"""The use cases of the live case analysis bot, its rules, and the parts that run it."""
