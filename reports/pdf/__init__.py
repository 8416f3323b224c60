"""Files in the Portable Document Format: what stands in one, and how it is written down."""
