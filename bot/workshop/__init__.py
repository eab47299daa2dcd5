"""The rules of live case analysis: no Slack, no database, no clock, nothing of ours imported from outside."""
