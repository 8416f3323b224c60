"""The practice’s hub, as the window meets and shows it."""
