"""Files that the library keeps beside its records, and what names them."""
