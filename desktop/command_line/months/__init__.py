"""The commands for the months around the day."""
