"""Where Slack meets the bot: payloads in, views and messages out."""
