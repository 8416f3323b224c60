"""Two or more copies of one engagement put together: pure, without a file, a database or a network.

What is shared is acts, never tables. Each act names the newest acts that its maker had seen, so who knew of what can be
told without any number that a copied file could give out twice. The state follows from the set of acts alone: whatever
the order in which they arrived, and however often, whoever has the same acts shows the same engagement.
"""
