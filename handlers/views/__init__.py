"""What people see: functions from facts to Slack views and messages."""
