"""A library that is locked with a passphrase: its key, how it is changed, how a forgotten one comes back."""
