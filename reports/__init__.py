"""The documents that leave the room: charts and PDF pages drawn from one snapshot of an engagement.

`reports.documents.documents` is the way in. Nothing here knows Qt or the library file.
"""

import os

# Said before anything of ReportLab is loaded. Else each value of each shape is held against a list of what it may be,
# which our types have done already: it takes a twentieth of a document's time.
os.environ.setdefault("RL_shapeChecking", "0")
