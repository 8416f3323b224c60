"""The practice’s hub on the screen: its mark, its card, and who is in an engagement."""
