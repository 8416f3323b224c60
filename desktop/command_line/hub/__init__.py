"""The commands about the practice’s hub."""
