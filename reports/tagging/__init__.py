"""What makes a document speak: its structure, collected as the pages are drawn and then written into the file."""
