"""What the room may see between the meetings: how the plan stands, and the practice all its pilots."""
