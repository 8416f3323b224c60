"""Photos and files beside an engagement, from the command line."""
