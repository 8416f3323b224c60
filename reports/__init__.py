"""The documents that leave the room: charts and PDF pages drawn from one snapshot of an engagement.

`reports.documents.documents` is the way in. Nothing here knows Qt or the library file.
"""
