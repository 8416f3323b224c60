"""The least that a content pack can be: it says nothing that may be left out, and is of format 1."""

from __future__ import annotations

SMALL = """
id = "small"
version = "1"
language = "en"
title = "Small"
levels = ["No", "Some", "Much", "All"]

[[mode]]
id = "mode"
title = "Mode"
short = "Mode"
finding = "Found"
fix = "Mend it."

[[mode.sign]]
id = "sign"
title = "Sign"
question = "What?"
anchors = ["a", "b", "c", "d"]
evidence = ["Paper"]
ask = ["users"]
actions = ["one", "two"]

[[action]]
id = "one"
title = "Do one"
phase = "phase"
owner_role = "sponsor"
owner_group = "business"
effort = [1, 2]
done_when = "It is done"
confirms = ["point"]

[[action]]
id = "two"
title = "Do two"
phase = "phase"
owner_role = "sponsor"
owner_group = "business"
effort = [1, 2]
done_when = "It is done"
confirms = ["point"]

[[register]]
id = "rows"
title = "Rows"
kind = "table"
columns = [{ id = "what", title = "What", kind = "text" }]

[[phase]]
id = "phase"
title = "Phase"
purpose = "To begin"

[[phase.activity]]
id = "activity"
title = "Activity"

[[phase.activity.item]]
id = "item"
prompt = "What?"
register = "rows"

[[readiness]]
id = "group"
title = "Group"

[[readiness.point]]
id = "point"
title = "Point"
question = "What?"
evidence = "Paper"
"""
