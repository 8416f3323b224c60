"""The log of every changed cell: written by triggers, sealed, and read for undo, redo and the history."""
