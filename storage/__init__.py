"""Tables, migrations and the gateways that turn rows into the things the rules speak of."""
