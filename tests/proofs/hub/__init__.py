"""Proofs of the hub on a real server: many at once, a server that dies, a line that is cut, years and clocks apart."""
