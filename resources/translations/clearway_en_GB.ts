<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>ActionDetail</name>
    <message>
        <source>Because of:
{0}</source>
        <translation>Because of:
{0}</translation>
    </message>
    <message>
        <source>Priority: {0}</source>
        <translation>Priority: {0}</translation>
    </message>
    <message>
        <source>Usually owned by: {0}
Effort: {1} days
Done when: {2}</source>
        <translation>Usually owned by: {0}
Effort: {1} days
Done when: {2}</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Reject</translation>
    </message>
</context>
<context>
    <name>ActionFields</name>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>12 mar</source>
        <translation>12 mar</translation>
    </message>
    <message>
        <source>Effort, low, days</source>
        <translation>Effort, low, days</translation>
    </message>
    <message>
        <source>Effort, high, days</source>
        <translation>Effort, high, days</translation>
    </message>
    <message>
        <source>Done when</source>
        <translation>Done when</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Why it was rejected</source>
        <translation>Why it was rejected</translation>
    </message>
    <message>
        <source>Usually: {0}</source>
        <translation>Usually: {0}</translation>
    </message>
    <message>
        <source>Impact {0} of 100, as the room placed it. Backspace in the picture takes that back.</source>
        <translation>Impact {0} of 100, as the room placed it. Backspace in the picture takes that back.</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Waits for</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Effort</translation>
    </message>
    <message>
        <source>to</source>
        <translation>to</translation>
    </message>
    <message>
        <source>days</source>
        <translation>days</translation>
    </message>
    <message>
        <source>A number of days, above 0 and up to 400</source>
        <translation>A number of days, above 0 and up to 400</translation>
    </message>
</context>
<context>
    <name>ActionList</name>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>no owner yet</source>
        <translation>no owner yet</translation>
    </message>
    <message>
        <source>no date yet</source>
        <translation>no date yet</translation>
    </message>
</context>
<context>
    <name>ActivityForm</name>
    <message>
        <source>Tab next cell   Enter next line   Alt+↑ ↓ move the line   Ctrl+Del remove it   Ctrl+V paste</source>
        <translation>Tab next cell   Enter next line   Alt+↑ ↓ move the line   Ctrl+Del remove it   Ctrl+V paste</translation>
    </message>
    <message>
        <source>The rows of “{0}”</source>
        <translation>The rows of “{0}”</translation>
    </message>
    <message>
        <source>R responsible   A accountable   C consulted   I informed   Space none</source>
        <translation>R responsible   A accountable   C consulted   I informed   Space none</translation>
    </message>
    <message>
        <source>Private: neither the room nor any document shows these lines</source>
        <translation>Private: neither the room nor any document shows these lines</translation>
    </message>
    <message>
        <source>Private, in the room and in documents: {0}</source>
        <translation>Private, in the room and in documents: {0}</translation>
    </message>
    <message>
        <source>Add everybody present</source>
        <translation>Add everybody present</translation>
    </message>
    <message>
        <source>Add a reading of each, today</source>
        <translation>Add a reading of each, today</translation>
    </message>
    <message>
        <source>A task without a name</source>
        <translation>A task without a name</translation>
    </message>
    <message>
        <source>! “{0}”: nobody is accountable.</source>
        <translation>! “{0}”: nobody is accountable.</translation>
    </message>
    <message numerus="yes">
        <source>! “{0}”: %n are accountable; there can be only one.</source>
        <translation>
            <numerusform>! “{0}”: %n is accountable; there can be only one.</numerusform>
            <numerusform>! “{0}”: %n are accountable; there can be only one.</numerusform>
        </translation>
    </message>
    <message>
        <source>! {0}: say what it is.</source>
        <translation>! {0}: say what it is.</translation>
    </message>
</context>
<context>
    <name>AgendaForm</name>
    <message>
        <source>Add a time box</source>
        <translation>Add a time box</translation>
    </message>
    <message>
        <source>{0} minutes, {1} hours</source>
        <translation>{0} minutes, {1} hours</translation>
    </message>
    <message>
        <source>90-minute triage</source>
        <translation>90-minute triage</translation>
    </message>
    <message>
        <source>Half day</source>
        <translation>Half day</translation>
    </message>
    <message>
        <source>Full day</source>
        <translation>Full day</translation>
    </message>
    <message>
        <source>Replaces the agenda; undo brings it back</source>
        <translation>Replaces the agenda; undo brings it back</translation>
    </message>
</context>
<context>
    <name>AgreementMap</name>
    <message>
        <source>Agreed fine</source>
        <translation>Agreed fine</translation>
    </message>
    <message>
        <source>Agreed problem</source>
        <translation>Agreed problem</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Split</translation>
    </message>
    <message>
        <source>Map of level and agreement</source>
        <translation>Map of level and agreement</translation>
    </message>
    <message>
        <source>level 0</source>
        <translation>level 0</translation>
    </message>
    <message>
        <source>level 3</source>
        <translation>level 3</translation>
    </message>
</context>
<context>
    <name>AgreementView</name>
    <message numerus="yes">
        <source>%n warning sign(s) voted on.</source>
        <translation>
            <numerusform>%n warning sign voted on.</numerusform>
            <numerusform>%n warning signs voted on.</numerusform>
        </translation>
    </message>
    <message>
        <source>A sign without a vote stands by its agreed answer.</source>
        <translation>A sign without a vote stands by its agreed answer.</translation>
    </message>
    <message numerus="yes">
        <source>%n not asked, or not applying.</source>
        <translation>
            <numerusform>%n not asked, or not applying.</numerusform>
            <numerusform>%n not asked, or not applying.</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Go back to this sign</source>
        <translation>Go back to this sign</translation>
    </message>
</context>
<context>
    <name>AnswerForm</name>
    <message>
        <source>Why it does not apply</source>
        <translation>Why it does not apply</translation>
    </message>
    <message>
        <source>Why does it not apply?</source>
        <translation>Why does it not apply?</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>Does not apply</translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n vote</numerusform>
            <numerusform>%n votes</numerusform>
        </translation>
    </message>
    <message>
        <source>How well is it backed?</source>
        <translation>How well is it backed?</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>Claimed</translation>
    </message>
    <message>
        <source>Somebody said so</source>
        <translation>Somebody said so</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>We were shown it</source>
        <translation>We were shown it</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>Tested</translation>
    </message>
    <message>
        <source>It was checked</source>
        <translation>It was checked</translation>
    </message>
</context>
<context>
    <name>BallotOverlay</name>
    <message>
        <source>Ballot</source>
        <translation>Ballot</translation>
    </message>
    <message>
        <source>↑ ↓  another person     Esc  back to the facilitator</source>
        <translation>↑ ↓  another person     Esc  back to the facilitator</translation>
    </message>
    <message>
        <source>Thank you, {0}.</source>
        <translation>Thank you, {0}.</translation>
    </message>
    <message>
        <source>Nobody is marked as present</source>
        <translation>Nobody is marked as present</translation>
    </message>
    <message>
        <source>Under Prepare, mark who is in the room.</source>
        <translation>Under Prepare, mark who is in the room.</translation>
    </message>
    <message>
        <source>Everyone has voted</source>
        <translation>Everyone has voted</translation>
    </message>
    <message>
        <source>The facilitator goes on with Esc.</source>
        <translation>The facilitator goes on with Esc.</translation>
    </message>
    <message>
        <source>Press 0, 1, 2 or 3, or K if you do not know. Nobody sees your answer.</source>
        <translation>Press 0, 1, 2 or 3, or K if you do not know. Nobody sees your answer.</translation>
    </message>
    <message>
        <source>You have answered already: another key replaces your answer.</source>
        <translation>You have answered already: another key replaces your answer.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>What you typed is kept here and saved as soon as that is possible.</source>
        <translation>What you typed is kept here and saved as soon as that is possible.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are not on disk yet. Close again to let them go.</source>
        <translation>
            <numerusform>%n change is not on disk yet. Close again to let it go.</numerusform>
            <numerusform>%n changes are not on disk yet. Close again to let them go.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BrandForm</name>
    <message>
        <source>Your practice</source>
        <translation>Your practice</translation>
    </message>
    <message>
        <source>Confidentiality line</source>
        <translation>Confidentiality line</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Confidential</translation>
    </message>
    <message>
        <source>Closing line</source>
        <translation>Closing line</translation>
    </message>
    <message>
        <source>The last words of every document</source>
        <translation>The last words of every document</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Your logo</source>
        <translation>Your logo</translation>
    </message>
    <message>
        <source>The client&apos;s logo</source>
        <translation>The client&apos;s logo</translation>
    </message>
    <message>
        <source>Main colour</source>
        <translation>Main colour</translation>
    </message>
    <message>
        <source>Accent colour</source>
        <translation>Accent colour</translation>
    </message>
</context>
<context>
    <name>BudgetView</name>
    <message>
        <source>Budget against 2 to 5 times what the pilot cost</source>
        <translation>Budget against 2 to 5 times what the pilot cost</translation>
    </message>
    <message>
        <source>One-off</source>
        <translation>One-off</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>A year</translation>
    </message>
    <message>
        <source>Until the end of the first year</source>
        <translation>Until the end of the first year</translation>
    </message>
    <message>
        <source>“{0}”: low, likely and high are not in that order.</source>
        <translation>“{0}”: low, likely and high are not in that order.</translation>
    </message>
</context>
<context>
    <name>CapturedView</name>
    <message>
        <source>Under a warning sign: P parks, L comes back to it, D keeps a dissent, O a decision.</source>
        <translation>Under a warning sign: P parks, L comes back to it, D keeps a dissent, O a decision.</translation>
    </message>
    <message>
        <source>Sign {0}: {1}</source>
        <translation>Sign {0}: {1}</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>Type here</source>
        <translation>Type here</translation>
    </message>
</context>
<context>
    <name>ClickerTest</name>
    <message>
        <source>Clicker test</source>
        <translation>Clicker test</translation>
    </message>
    <message>
        <source>{0} arrived; in the room it does nothing.</source>
        <translation>{0} arrived; in the room it does nothing.</translation>
    </message>
    <message>
        <source>{0} arrived: {1}.</source>
        <translation>{0} arrived: {1}.</translation>
    </message>
    <message>
        <source>Press each button of the clicker.</source>
        <translation>Press each button of the clicker.</translation>
    </message>
    <message>
        <source>Click here or come here by Tab, then try the clicker.</source>
        <translation>Click here or come here by Tab, then try the clicker.</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>arrived</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>Page Down</source>
        <translation>Page Down</translation>
    </message>
    <message>
        <source>next</source>
        <translation>next</translation>
    </message>
    <message>
        <source>Page Up</source>
        <translation>Page Up</translation>
    </message>
    <message>
        <source>back</source>
        <translation>back</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>hold</translation>
    </message>
    <message>
        <source>.</source>
        <translation>.</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
</context>
<context>
    <name>ClosingPage</name>
    <message>
        <source>Closing</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>High gaps without an owner or a date</source>
        <translation>High gaps without an owner or a date</translation>
    </message>
    <message>
        <source>What cannot both be true</source>
        <translation>What cannot both be true</translation>
    </message>
    <message>
        <source>Closed on {0}</source>
        <translation>Closed on {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n high gap(s) without an owner or a date</source>
        <translation>
            <numerusform>%n high gap without an owner or a date</numerusform>
            <numerusform>%n high gaps without an owner or a date</numerusform>
        </translation>
    </message>
    <message>
        <source>Every high gap has an owner and a date</source>
        <translation>Every high gap has an owner and a date</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) agreed.</source>
        <translation>
            <numerusform>%n action agreed.</numerusform>
            <numerusform>%n actions agreed.</numerusform>
        </translation>
    </message>
    <message>
        <source>No action is agreed yet.</source>
        <translation>No action is agreed yet.</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>Go to: {0}</source>
        <translation>Go to: {0}</translation>
    </message>
    <message>
        <source>Why the workshop is closed all the same   W</source>
        <translation>Why the workshop is closed all the same   W</translation>
    </message>
    <message>
        <source>Why the workshop is closed all the same</source>
        <translation>Why the workshop is closed all the same</translation>
    </message>
    <message>
        <source>Close the workshop</source>
        <translation>Close the workshop</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Open it again</translation>
    </message>
    <message>
        <source>With gaps open, say why. The reason is kept and printed.</source>
        <translation>With gaps open, say why. The reason is kept and printed.</translation>
    </message>
    <message>
        <source>Closed all the same: {0}</source>
        <translation>Closed all the same: {0}</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>Choose: {0}</source>
        <translation>Choose: {0}</translation>
    </message>
    <message>
        <source>A colour as #RRGGBB, for example #12395B</source>
        <translation>A colour as #RRGGBB, for example #12395B</translation>
    </message>
</context>
<context>
    <name>CoverPreview</name>
    <message>
        <source>Preview of the cover</source>
        <translation>Preview of the cover</translation>
    </message>
    <message>
        <source>Pilot</source>
        <translation>Pilot</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Not a date yet. Try “12 March” or “12/3/2027”.</source>
        <translation>Not a date yet. Try “12 March” or “12/3/2027”.</translation>
    </message>
</context>
<context>
    <name>DiagnosePage</name>
    <message>
        <source>Warning sign {0} of {1}</source>
        <translation>Warning sign {0} of {1}</translation>
    </message>
    <message>
        <source>Warning sign: {0}</source>
        <translation>Warning sign: {0}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>EngagementList</name>
    <message>
        <source>Engagements</source>
        <translation>Engagements</translation>
    </message>
</context>
<context>
    <name>EngagementSession</name>
    <message>
        <source>Not while the library cannot be written: first what you typed has to be saved.</source>
        <translation>Not while the library cannot be written: first what you typed has to be saved.</translation>
    </message>
</context>
<context>
    <name>EngagementsSide</name>
    <message>
        <source>Library</source>
        <translation>Library</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>Undo: {0}</source>
        <translation>Undo: {0}</translation>
    </message>
    <message>
        <source>Redo: {0}</source>
        <translation>Redo: {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n engagement(s) found</source>
        <translation>
            <numerusform>%n engagement found</numerusform>
            <numerusform>%n engagements found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n engagement(s) in the archive</source>
        <translation>
            <numerusform>%n engagement in the archive</numerusform>
            <numerusform>%n engagements in the archive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n engagement(s)</source>
        <translation>
            <numerusform>%n engagement</numerusform>
            <numerusform>%n engagements</numerusform>
        </translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Search clients, pilots and people</source>
        <translation>Search clients, pilots and people</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Pilot</source>
        <translation>Pilot</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>New engagement</source>
        <translation>New engagement</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>Show the archive</source>
        <translation>Show the archive</translation>
    </message>
    <message>
        <source>{0} (copy)</source>
        <translation>{0} (copy)</translation>
    </message>
    <message>
        <source>Take “{0}” out of the archive</source>
        <translation>Take “{0}” out of the archive</translation>
    </message>
    <message>
        <source>Archive “{0}”</source>
        <translation>Archive “{0}”</translation>
    </message>
    <message>
        <source>Clearway engagements (*.json)</source>
        <translation>Clearway engagements (*.json)</translation>
    </message>
    <message>
        <source>Export the engagement</source>
        <translation>Export the engagement</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Charts</source>
        <translation>Charts</translation>
    </message>
    <message>
        <source>The charts cannot be written: {0}.</source>
        <translation>The charts cannot be written: {0}.</translation>
    </message>
    <message numerus="yes">
        <source>%n chart(s), each as PNG and SVG, in {0}</source>
        <translation>
            <numerusform>%n chart, each as PNG and SVG, in {0}</numerusform>
            <numerusform>%n charts, each as PNG and SVG, in {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>The file cannot be written: {0}.</source>
        <translation>The file cannot be written: {0}.</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>Saved as {0}</translation>
    </message>
</context>
<context>
    <name>GateForm</name>
    <message>
        <source>What comes first</source>
        <translation>What comes first</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>Still to say: {0}.</source>
        <translation>Still to say: {0}.</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Fill in</translation>
    </message>
    <message>
        <source>Fill in: {0}</source>
        <translation>Fill in: {0}</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Decided by</translation>
    </message>
    <message>
        <source>Decided on</source>
        <translation>Decided on</translation>
    </message>
    <message>
        <source>12 mar</source>
        <translation>12 mar</translation>
    </message>
    <message>
        <source>Decided by   D</source>
        <translation>Decided by   D</translation>
    </message>
</context>
<context>
    <name>ImpactPicture</name>
    <message>
        <source>Impact against effort</source>
        <translation>Impact against effort</translation>
    </message>
    <message>
        <source>{0}: impact {1} of 100, {2} days</source>
        <translation>{0}: impact {1} of 100, {2} days</translation>
    </message>
    <message>
        <source>Effort, days →</source>
        <translation>Effort, days →</translation>
    </message>
    <message>
        <source>↑ Impact</source>
        <translation>↑ Impact</translation>
    </message>
    <message>
        <source>Much for little: upper left</source>
        <translation>Much for little: upper left</translation>
    </message>
</context>
<context>
    <name>KeysOverlay</name>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Ctrl+1 … Ctrl+9</source>
        <translation>Ctrl+1 … Ctrl+9</translation>
    </message>
    <message>
        <source>Library and the pages below it, in their order</source>
        <translation>Library and the pages below it, in their order</translation>
    </message>
    <message>
        <source>Ctrl+Z, Ctrl+Shift+Z</source>
        <translation>Ctrl+Z, Ctrl+Shift+Z</translation>
    </message>
    <message>
        <source>Undo, redo</source>
        <translation>Undo, redo</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Ctrl+N</translation>
    </message>
    <message>
        <source>New engagement</source>
        <translation>New engagement</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Light or dark</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Show the room what you are on</source>
        <translation>Show the room what you are on</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Leave a field; while live, hold the room where it is</source>
        <translation>Leave a field; while live, hold the room where it is</translation>
    </message>
    <message>
        <source>.  or  B</source>
        <translation>.  or  B</translation>
    </message>
    <message>
        <source>While live: blank, and back</source>
        <translation>While live: blank, and back</translation>
    </message>
    <message>
        <source>Page Down, Page Up</source>
        <translation>Page Down, Page Up</translation>
    </message>
    <message>
        <source>While live: on and back, in any field</source>
        <translation>While live: on and back, in any field</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>Room check: screens, clicker, last row</source>
        <translation>Room check: screens, clicker, last row</translation>
    </message>
    <message>
        <source>Alt+N, Alt+M, Alt+P, Alt+S</source>
        <translation>Alt+N, Alt+M, Alt+P, Alt+S</translation>
    </message>
    <message>
        <source>Agenda: next, five minutes more, pause, shorten</source>
        <translation>Agenda: next, five minutes more, pause, shorten</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>↓</source>
        <translation>↓</translation>
    </message>
    <message>
        <source>From the search into the list</source>
        <translation>From the search into the list</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>In the agenda: a new time box; in a stakeholder&apos;s line: the next person</source>
        <translation>In the agenda: a new time box; in a stakeholder&apos;s line: the next person</translation>
    </message>
    <message>
        <source>Alt+↑, Alt+↓</source>
        <translation>Alt+↑, Alt+↓</translation>
    </message>
    <message>
        <source>In the agenda: move the time box</source>
        <translation>In the agenda: move the time box</translation>
    </message>
    <message>
        <source>0  1  2  3</source>
        <translation>0  1  2  3</translation>
    </message>
    <message>
        <source>Rate the sign</source>
        <translation>Rate the sign</translation>
    </message>
    <message>
        <source>K, X</source>
        <translation>K, X</translation>
    </message>
    <message>
        <source>Not known, does not apply</source>
        <translation>Not known, does not apply</translation>
    </message>
    <message>
        <source>C, S, T</source>
        <translation>C, S, T</translation>
    </message>
    <message>
        <source>Claimed, seen, tested</source>
        <translation>Claimed, seen, tested</translation>
    </message>
    <message>
        <source>N, E</source>
        <translation>N, E</translation>
    </message>
    <message>
        <source>New note, new evidence</source>
        <translation>New note, new evidence</translation>
    </message>
    <message>
        <source>P, L, D, O</source>
        <translation>P, L, D, O</translation>
    </message>
    <message>
        <source>Park, come back to this, dissent, decision</source>
        <translation>Park, come back to this, dissent, decision</translation>
    </message>
    <message>
        <source>V, A</source>
        <translation>V, A</translation>
    </message>
    <message>
        <source>Let the room vote, take the room’s level</source>
        <translation>Let the room vote, take the room’s level</translation>
    </message>
    <message>
        <source>R, V, ↑ ↓</source>
        <translation>R, V, ↑ ↓</translation>
    </message>
    <message>
        <source>In a vote: reveal, another way, another person</source>
        <translation>In a vote: reveal, another way, another person</translation>
    </message>
    <message>
        <source>Enter, →, Page Down</source>
        <translation>Enter, →, Page Down</translation>
    </message>
    <message>
        <source>Next sign</source>
        <translation>Next sign</translation>
    </message>
    <message>
        <source>←, Page Up</source>
        <translation>←, Page Up</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>↑, ↓</source>
        <translation>↑, ↓</translation>
    </message>
    <message>
        <source>The failure mode before, after</source>
        <translation>The failure mode before, after</translation>
    </message>
    <message>
        <source>← →</source>
        <translation>← →</translation>
    </message>
    <message>
        <source>Failure modes, agreement, captured</source>
        <translation>Failure modes, agreement, captured</translation>
    </message>
    <message>
        <source>↓, Enter</source>
        <translation>↓, Enter</translation>
    </message>
    <message>
        <source>In the agreement: choose a warning sign, go back to it</source>
        <translation>In the agreement: choose a warning sign, go back to it</translation>
    </message>
    <message>
        <source>P, D, O</source>
        <translation>P, D, O</translation>
    </message>
    <message>
        <source>Park, dissent, decision</source>
        <translation>Park, dissent, decision</translation>
    </message>
    <message>
        <source>C, O, W, X</source>
        <translation>C, O, W, X</translation>
    </message>
    <message>
        <source>Confirmed, open, waived, does not apply</source>
        <translation>Confirmed, open, waived, does not apply</translation>
    </message>
    <message>
        <source>E, Y</source>
        <translation>E, Y</translation>
    </message>
    <message>
        <source>Evidence; why it is waived or does not apply</source>
        <translation>Evidence; why it is waived or does not apply</translation>
    </message>
    <message>
        <source>Ctrl+E, Enter</source>
        <translation>Ctrl+E, Enter</translation>
    </message>
    <message>
        <source>Write the message, open it in the mail program</source>
        <translation>Write the message, open it in the mail program</translation>
    </message>
    <message>
        <source>P, C, H, D</source>
        <translation>P, C, H, D</translation>
    </message>
    <message>
        <source>At a gate: passed, with conditions, held, by whom</source>
        <translation>At a gate: passed, with conditions, held, by whom</translation>
    </message>
    <message>
        <source>Enter, ↓, Page Down</source>
        <translation>Enter, ↓, Page Down</translation>
    </message>
    <message>
        <source>Next point</source>
        <translation>Next point</translation>
    </message>
    <message>
        <source>↑, Page Up</source>
        <translation>↑, Page Up</translation>
    </message>
    <message>
        <source>→ ←, Page Down, Page Up</source>
        <translation>→ ←, Page Down, Page Up</translation>
    </message>
    <message>
        <source>The next activity or gate, and back</source>
        <translation>The next activity or gate, and back</translation>
    </message>
    <message>
        <source>Into the register; in it, the next line; on its empty line, on</source>
        <translation>Into the register; in it, the next line; on its empty line, on</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Shift+Tab</translation>
    </message>
    <message>
        <source>The next cell, and back</source>
        <translation>The next cell, and back</translation>
    </message>
    <message>
        <source>↓ ↑</source>
        <translation>↓ ↑</translation>
    </message>
    <message>
        <source>In a cell: through what is offered</source>
        <translation>In a cell: through what is offered</translation>
    </message>
    <message>
        <source>Move the line</source>
        <translation>Move the line</translation>
    </message>
    <message>
        <source>Del, Ctrl+Del</source>
        <translation>Del, Ctrl+Del</translation>
    </message>
    <message>
        <source>Clear cells, remove lines</source>
        <translation>Clear cells, remove lines</translation>
    </message>
    <message>
        <source>Ctrl+C, Ctrl+V</source>
        <translation>Ctrl+C, Ctrl+V</translation>
    </message>
    <message>
        <source>Copy, paste a block from a spreadsheet</source>
        <translation>Copy, paste a block from a spreadsheet</translation>
    </message>
    <message>
        <source>R, A, C, I, Space</source>
        <translation>R, A, C, I, Space</translation>
    </message>
    <message>
        <source>In a responsibility matrix: a part, or none</source>
        <translation>In a responsibility matrix: a part, or none</translation>
    </message>
    <message>
        <source>Alt+A</source>
        <translation>Alt+A</translation>
    </message>
    <message>
        <source>Add everybody present, or a reading of each metric</source>
        <translation>Add everybody present, or a reading of each metric</translation>
    </message>
    <message>
        <source>↑ ↓</source>
        <translation>↑ ↓</translation>
    </message>
    <message>
        <source>Choose an action</source>
        <translation>Choose an action</translation>
    </message>
    <message>
        <source>A, R</source>
        <translation>A, R</translation>
    </message>
    <message>
        <source>Accept, reject</source>
        <translation>Accept, reject</translation>
    </message>
    <message>
        <source>Fill in the owner</source>
        <translation>Fill in the owner</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Add an action of the room&apos;s own</source>
        <translation>Add an action of the room&apos;s own</translation>
    </message>
    <message>
        <source>1  2  3  4</source>
        <translation>1  2  3  4</translation>
    </message>
    <message>
        <source>List, picture, timeline, load</source>
        <translation>List, picture, timeline, load</translation>
    </message>
    <message>
        <source>Shift+arrows, Backspace</source>
        <translation>Shift+arrows, Backspace</translation>
    </message>
    <message>
        <source>In the picture: move the action, put it back</source>
        <translation>In the picture: move the action, put it back</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>Say why the workshop is closed with gaps</source>
        <translation>Say why the workshop is closed with gaps</translation>
    </message>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>Close the workshop</source>
        <translation>Close the workshop</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Save the PDF</source>
        <translation>Save the PDF</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>The library cannot be opened</source>
        <translation>The library cannot be opened</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Find out why the pilot is stuck.</source>
        <translation>Find out why the pilot is stuck.</translation>
    </message>
    <message>
        <source>Clearway takes a room through six failure modes and leaves it with an agreed action plan. Look at a finished engagement first, or begin your own.</source>
        <translation>Clearway takes a room through six failure modes and leaves it with an agreed action plan. Look at a finished engagement first, or begin your own.</translation>
    </message>
    <message>
        <source>Open the sample engagement</source>
        <translation>Open the sample engagement</translation>
    </message>
    <message>
        <source>Begin your own</source>
        <translation>Begin your own</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Import a file…</translation>
    </message>
</context>
<context>
    <name>LoadView</name>
    <message>
        <source>Load by owner</source>
        <translation>Load by owner</translation>
    </message>
    <message>
        <source>Days of work in actions that are not done: dark to the low estimate, pale to the high.</source>
        <translation>Days of work in actions that are not done: dark to the low estimate, pale to the high.</translation>
    </message>
    <message>
        <source>Nothing agreed is still to be done.</source>
        <translation>Nothing agreed is still to be done.</translation>
    </message>
</context>
<context>
    <name>LogoWell</name>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Choose: {0}</source>
        <translation>Choose: {0}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>The file cannot be read. Check that it is still there.</source>
        <translation>The file cannot be read. Check that it is still there.</translation>
    </message>
    <message>
        <source>PNG, JPEG or SVG</source>
        <translation>PNG, JPEG or SVG</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.svg)</source>
        <translation>Pictures (*.png *.jpg *.jpeg *.svg)</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Choose a logo</translation>
    </message>
</context>
<context>
    <name>MailView</name>
    <message>
        <source>Text of the message</source>
        <translation>Text of the message</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Without an address that can be used: {0}. It is entered on Prepare.</source>
        <translation>Without an address that can be used: {0}. It is entered on Prepare.</translation>
    </message>
    <message>
        <source>No document is made yet.</source>
        <translation>No document is made yet.</translation>
    </message>
    <message>
        <source>Attached: {0}, {1} KB</source>
        <translation>Attached: {0}, {1} KB</translation>
    </message>
    <message>
        <source>Send to {0}</source>
        <translation>Send to {0}</translation>
    </message>
    <message>
        <source>Open in the mail program</source>
        <translation>Open in the mail program</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>Show the file</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copy the text</translation>
    </message>
    <message>
        <source>The text of the message is on the clipboard.</source>
        <translation>The text of the message is on the clipboard.</translation>
    </message>
</context>
<context>
    <name>ModesView</name>
    <message>
        <source>Radar of the failure modes</source>
        <translation>Radar of the failure modes</translation>
    </message>
    <message>
        <source>Heat map of the warning signs</source>
        <translation>Heat map of the warning signs</translation>
    </message>
    <message>
        <source>Every warning sign</source>
        <translation>Every warning sign</translation>
    </message>
    <message>
        <source>About the pilot as a whole</source>
        <translation>About the pilot as a whole</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>New note</translation>
    </message>
    <message>
        <source>Index of {0}: {1}</source>
        <translation>Index of {0}: {1}</translation>
    </message>
    <message>
        <source>{0}. Backed by: {1}</source>
        <translation>{0}. Backed by: {1}</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Why this number</source>
        <translation>Why this number</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>not asked yet</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>not known</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>does not apply</translation>
    </message>
    <message>
        <source>Go to this sign</source>
        <translation>Go to this sign</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>For the client</source>
        <translation>For the client</translation>
    </message>
    <message>
        <source>Go back to this sign</source>
        <translation>Go back to this sign</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>internal</translation>
    </message>
</context>
<context>
    <name>OfferList</name>
    <message>
        <source>Offered</source>
        <translation>Offered</translation>
    </message>
</context>
<context>
    <name>OrderField</name>
    <message>
        <source>Waits for</source>
        <translation>Waits for</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Wait for the chosen action</source>
        <translation>Wait for the chosen action</translation>
    </message>
    <message>
        <source>By its effort it begins before that is done.</source>
        <translation>By its effort it begins before that is done.</translation>
    </message>
    <message>
        <source>Nothing more</source>
        <translation>Nothing more</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nothing</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>no date</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Take off</translation>
    </message>
    <message>
        <source>No longer wait for {0}</source>
        <translation>No longer wait for {0}</translation>
    </message>
</context>
<context>
    <name>OutboxView</name>
    <message>
        <source>Nothing was sent yet. What you send by e-mail is listed here, with the file itself.</source>
        <translation>Nothing was sent yet. What you send by e-mail is listed here, with the file itself.</translation>
    </message>
    <message>
        <source>{0}, {1} at {2}</source>
        <translation>{0}, {1} at {2}</translation>
    </message>
    <message>
        <source>To nobody named</source>
        <translation>To nobody named</translation>
    </message>
    <message>
        <source>To {0}</source>
        <translation>To {0}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>SHA-256 {0}…</source>
        <translation>SHA-256 {0}…</translation>
    </message>
    <message>
        <source>plan as of revision {0}</source>
        <translation>plan as of revision {0}</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Open the file</translation>
    </message>
    <message>
        <source>Open the file: {0}</source>
        <translation>Open the file: {0}</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Save a copy…</translation>
    </message>
    <message>
        <source>Save a copy: {0}</source>
        <translation>Save a copy: {0}</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Save a copy</translation>
    </message>
</context>
<context>
    <name>PaceStrip</name>
    <message>
        <source>+5 min</source>
        <translation>+5 min</translation>
    </message>
    <message>
        <source>The agenda has not begun</source>
        <translation>The agenda has not begun</translation>
    </message>
    <message>
        <source>The agenda is done</source>
        <translation>The agenda is done</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>{0} left</translation>
    </message>
    <message>
        <source>{0} over</source>
        <translation>{0} over</translation>
    </message>
    <message numerus="yes">
        <source>%n min behind</source>
        <translation>
            <numerusform>%n min behind</numerusform>
            <numerusform>%n min behind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ahead</source>
        <translation>
            <numerusform>%n min ahead</numerusform>
            <numerusform>%n min ahead</numerusform>
        </translation>
    </message>
    <message>
        <source>on time</source>
        <translation>on time</translation>
    </message>
    <message>
        <source>{0} by {1} min</source>
        <translation>{0} by {1} min</translation>
    </message>
    <message numerus="yes">
        <source>Then still %n min late.</source>
        <translation>
            <numerusform>Then still %n min late.</numerusform>
            <numerusform>Then still %n min late.</numerusform>
        </translation>
    </message>
    <message>
        <source>Shorten {0} by {1} min.</source>
        <translation>Shorten {0} by {1} min.</translation>
    </message>
    <message>
        <source>Shorten {0} by {1} and {2} by {3} min.</source>
        <translation>Shorten {0} by {1} and {2} by {3} min.</translation>
    </message>
    <message numerus="yes">
        <source>Shorten {0} by {1} and %n more by {2} min.</source>
        <translation>
            <numerusform>Shorten {0} by {1} and %n more by {2} min.</numerusform>
            <numerusform>Shorten {0} by {1} and %n more by {2} min.</numerusform>
        </translation>
    </message>
    <message>
        <source>then {0}</source>
        <translation>then {0}</translation>
    </message>
</context>
<context>
    <name>PagePreview</name>
    <message>
        <source>Preview</source>
        <translation>Preview</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Page {0} of {1}</source>
        <translation>Page {0} of {1}</translation>
    </message>
</context>
<context>
    <name>PeopleForm</name>
    <message>
        <source>Add a stakeholder</source>
        <translation>Add a stakeholder</translation>
    </message>
</context>
<context>
    <name>PersonField</name>
    <message>
        <source>unnamed</source>
        <translation>unnamed</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Nobody yet</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>No actions yet</source>
        <translation>No actions yet</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) proposed, none agreed yet</source>
        <translation>
            <numerusform>%n action proposed, none agreed yet</numerusform>
            <numerusform>%n actions proposed, none agreed yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) agreed</source>
        <translation>
            <numerusform>%n action agreed</numerusform>
            <numerusform>%n actions agreed</numerusform>
        </translation>
    </message>
    <message>
        <source>Rate the warning signs under Diagnose: each one calls for its remedies.</source>
        <translation>Rate the warning signs under Diagnose: each one calls for its remedies.</translation>
    </message>
    <message numerus="yes">
        <source>%n still to decide</source>
        <translation>
            <numerusform>%n still to decide</numerusform>
            <numerusform>%n still to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without an owner or a date</source>
        <translation>
            <numerusform>%n without an owner or a date</numerusform>
            <numerusform>%n without an owner or a date</numerusform>
        </translation>
    </message>
    <message>
        <source>Every action has an owner and a date.</source>
        <translation>Every action has an owner and a date.</translation>
    </message>
    <message>
        <source>Add an action</source>
        <translation>Add an action</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>List</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Load</translation>
    </message>
</context>
<context>
    <name>PlaybookPage</name>
    <message>
        <source>Playbook</source>
        <translation>Playbook</translation>
    </message>
    <message>
        <source>✓ done   ◐ open   ○ missing   ✕ held</source>
        <translation>✓ done   ◐ open   ○ missing   ✕ held</translation>
    </message>
    <message>
        <source>Gate: {0}</source>
        <translation>Gate: {0}</translation>
    </message>
    <message>
        <source>{0} of {1} items done</source>
        <translation>{0} of {1} items done</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>{0} of {1} done</source>
        <translation>{0} of {1} done</translation>
    </message>
</context>
<context>
    <name>PointDetail</name>
    <message>
        <source>What would show it: {0}</source>
        <translation>What would show it: {0}</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Use as evidence: {0}</source>
        <translation>Use as evidence: {0}</translation>
    </message>
    <message>
        <source>The waiver counts once it says why.</source>
        <translation>The waiver counts once it says why.</translation>
    </message>
    <message>
        <source>The waiver counts once it says by whom.</source>
        <translation>The waiver counts once it says by whom.</translation>
    </message>
    <message>
        <source>The waiver counts once it says until when.</source>
        <translation>The waiver counts once it says until when.</translation>
    </message>
    <message>
        <source>The waiver has run out: the point counts as open.</source>
        <translation>The waiver has run out: the point counts as open.</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>Waived</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>Does not apply</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>What shows it: a document, a figure, who saw it</source>
        <translation>What shows it: a document, a figure, who saw it</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Evidence   E</source>
        <translation>Evidence   E</translation>
    </message>
    <message>
        <source>Waived by</source>
        <translation>Waived by</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Why it is waived, or does not apply</source>
        <translation>Why it is waived, or does not apply</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>12 mar</source>
        <translation>12 mar</translation>
    </message>
    <message>
        <source>Why   Y</source>
        <translation>Why   Y</translation>
    </message>
</context>
<context>
    <name>PreparePage</name>
    <message>
        <source>Prepare</source>
        <translation>Prepare</translation>
    </message>
    <message>
        <source>What is known before the workshop</source>
        <translation>What is known before the workshop</translation>
    </message>
    <message>
        <source>Every field may stay empty for now.</source>
        <translation>Every field may stay empty for now.</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Stakeholders</source>
        <translation>Stakeholders</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Brand</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Pilot</source>
        <translation>Pilot</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Started</translation>
    </message>
    <message>
        <source>In production by</source>
        <translation>In production by</translation>
    </message>
    <message>
        <source>What the pilot does</source>
        <translation>What the pilot does</translation>
    </message>
    <message>
        <source>The business problem behind it</source>
        <translation>The business problem behind it</translation>
    </message>
    <message>
        <source>Cost of the pilot so far</source>
        <translation>Cost of the pilot so far</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Currency</translation>
    </message>
    <message>
        <source>Workshop on</source>
        <translation>Workshop on</translation>
    </message>
    <message>
        <source>Facilitator</source>
        <translation>Facilitator</translation>
    </message>
    <message>
        <source>The decision you will ask for</source>
        <translation>The decision you will ask for</translation>
    </message>
    <message>
        <source>12 mar</source>
        <translation>12 mar</translation>
    </message>
    <message>
        <source>180k</source>
        <translation>180k</translation>
    </message>
    <message>
        <source>Not a sum yet. Try “180,000” or “180k”.</source>
        <translation>Not a sum yet. Try “180,000” or “180k”.</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Warning sign {0} of {1}</source>
        <translation>Warning sign {0} of {1}</translation>
    </message>
    <message>
        <source>Nothing has been rated yet</source>
        <translation>Nothing has been rated yet</translation>
    </message>
    <message>
        <source>No failure mode stands high so far</source>
        <translation>No failure mode stands high so far</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>Does not apply</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Client not named yet</source>
        <translation>Client not named yet</translation>
    </message>
    <message>
        <source>Pilot not named yet</source>
        <translation>Pilot not named yet</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Library</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Prepare</translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Playbook</source>
        <translation>Playbook</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>Readiness</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Light/dark</source>
        <translation>Light/dark</translation>
    </message>
    <message>
        <source>✓ Saved</source>
        <translation>✓ Saved</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Saving …</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not saved</source>
        <translation>
            <numerusform>%n change not saved</numerusform>
            <numerusform>%n changes not saved</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo: {0}</source>
        <translation>Undo: {0}</translation>
    </message>
    <message>
        <source>Redo: {0}</source>
        <translation>Redo: {0}</translation>
    </message>
</context>
<context>
    <name>ReadinessPage</name>
    <message>
        <source>Readiness</source>
        <translation>Readiness</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) called confirmed against what else is known.</source>
        <translation>
            <numerusform>%n point called confirmed against what else is known.</numerusform>
            <numerusform>%n points called confirmed against what else is known.</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ confirmed   ○ open   ◐ waived   – does not apply   ! contradiction</source>
        <translation>✓ confirmed   ○ open   ◐ waived   – does not apply   ! contradiction</translation>
    </message>
</context>
<context>
    <name>RegisterModel</name>
    <message>
        <source>empty</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>Not a number yet. Try “1,200” or “45k”.</source>
        <translation>Not a number yet. Try “1,200” or “45k”.</translation>
    </message>
    <message>
        <source>Not a percentage yet. Try “2.5” or “2.5 %”.</source>
        <translation>Not a percentage yet. Try “2.5” or “2.5 %”.</translation>
    </message>
    <message>
        <source>Not a sum yet. Try “180,000” or “180k”.</source>
        <translation>Not a sum yet. Try “180,000” or “180k”.</translation>
    </message>
    <message>
        <source>Not a length of work yet. Try “3” days or “2 weeks”, up to 400 days.</source>
        <translation>Not a length of work yet. Try “3” days or “2 weeks”, up to 400 days.</translation>
    </message>
    <message>
        <source>Not a date yet. Try “12 March” or “12/3/2027”.</source>
        <translation>Not a date yet. Try “12 March” or “12/3/2027”.</translation>
    </message>
    <message>
        <source>Not one of: {0}</source>
        <translation>Not one of: {0}</translation>
    </message>
</context>
<context>
    <name>RegisterTable</name>
    <message numerus="yes">
        <source>%n column(s) more than there are here: left out.</source>
        <translation>
            <numerusform>%n column more than there are here: left out.</numerusform>
            <numerusform>%n columns more than there are here: left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplyView</name>
    <message>
        <source>Put it away</source>
        <translation>Put it away</translation>
    </message>
    <message numerus="yes">
        <source>Take what is ticked (%n)</source>
        <translation>
            <numerusform>Take what is ticked (%n)</numerusform>
            <numerusform>Take what is ticked (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} holds no reply that can be read</source>
        <translation>{0} holds no reply that can be read</translation>
    </message>
    <message>
        <source>Reading {0} …</source>
        <translation>Reading {0} …</translation>
    </message>
    <message>
        <source>{0} says nothing that the plan does not say already</source>
        <translation>{0} says nothing that the plan does not say already</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) would change, by {0}</source>
        <translation>
            <numerusform>%n thing would change, by {0}</numerusform>
            <numerusform>%n things would change, by {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Plan now</source>
        <translation>Plan now</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>{0} It is left as it is.</source>
        <translation>{0} It is left as it is.</translation>
    </message>
    <message>
        <source>The plan was changed as well since this was sent.</source>
        <translation>The plan was changed as well since this was sent.</translation>
    </message>
    <message>
        <source>Take: {0}, {1}</source>
        <translation>Take: {0}, {1}</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>no date</translation>
    </message>
</context>
<context>
    <name>Replying</name>
    <message>
        <source>The file cannot be read: {0}.</source>
        <translation>The file cannot be read: {0}.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) taken from the reply. Undo takes all of it back.</source>
        <translation>
            <numerusform>%n thing taken from the reply. Undo takes all of it back.</numerusform>
            <numerusform>%n things taken from the reply. Undo takes all of it back.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clearway has a fault and could not read this file. The plan itself is safe.</source>
        <translation>Clearway has a fault and could not read this file. The plan itself is safe.</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Report</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Making the pages …</source>
        <translation>Making the pages …</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>Saved as {0}</translation>
    </message>
    <message>
        <source>Action plan</source>
        <translation>Action plan</translation>
    </message>
    <message>
        <source>One-page summary</source>
        <translation>One-page summary</translation>
    </message>
    <message>
        <source>Workshop record</source>
        <translation>Workshop record</translation>
    </message>
    <message>
        <source>Go/no-go sheet</source>
        <translation>Go/no-go sheet</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation>US Letter</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>Save PDF…</translation>
    </message>
    <message>
        <source>Stopped. Choose a document to make it.</source>
        <translation>Stopped. Choose a document to make it.</translation>
    </message>
    <message numerus="yes">
        <source>Making the pages … %n so far</source>
        <translation>
            <numerusform>Making the pages … %n so far</numerusform>
            <numerusform>Making the pages … %n so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s).</source>
        <translation>
            <numerusform>%n page.</numerusform>
            <numerusform>%n pages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n internal entry(ies) left out.</source>
        <translation>
            <numerusform>%n internal entry left out.</numerusform>
            <numerusform>%n internal entries left out.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing internal to leave out.</source>
        <translation>Nothing internal to leave out.</translation>
    </message>
    <message>
        <source>The documents cannot print these characters yet and show their codes instead: {0}</source>
        <translation>The documents cannot print these characters yet and show their codes instead: {0}</translation>
    </message>
    <message>
        <source>Save the PDF</source>
        <translation>Save the PDF</translation>
    </message>
</context>
<context>
    <name>Reporting</name>
    <message>
        <source>The file cannot be written: {0}.</source>
        <translation>The file cannot be written: {0}.</translation>
    </message>
    <message>
        <source>Clearway has a fault and could not make this document. The engagement itself is safe.</source>
        <translation>Clearway has a fault and could not make this document. The engagement itself is safe.</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Results</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>↓ and Enter, or a press, go back to a warning sign.</source>
        <translation>↓ and Enter, or a press, go back to a warning sign.</translation>
    </message>
    <message>
        <source>What was said on the way</source>
        <translation>What was said on the way</translation>
    </message>
    <message>
        <source>Internal until marked for the client. The room never sees this list.</source>
        <translation>Internal until marked for the client. The room never sees this list.</translation>
    </message>
    <message>
        <source>Failure modes</source>
        <translation>Failure modes</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Agreement</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>Captured</translation>
    </message>
    <message>
        <source>← →</source>
        <translation>← →</translation>
    </message>
    <message>
        <source>Nothing has been rated yet</source>
        <translation>Nothing has been rated yet</translation>
    </message>
    <message>
        <source>Rate the first warning sign under Diagnose; the results fill as you go.</source>
        <translation>Rate the first warning sign under Diagnose; the results fill as you go.</translation>
    </message>
    <message>
        <source>No failure mode stands high so far</source>
        <translation>No failure mode stands high so far</translation>
    </message>
    <message>
        <source>{0} of the {1} signs that apply have a level. What is not known never counts as fine.</source>
        <translation>{0} of the {1} signs that apply have a level. What is not known never counts as fine.</translation>
    </message>
</context>
<context>
    <name>RoomCheck</name>
    <message>
        <source>Show the legibility chart to the room</source>
        <translation>Show the legibility chart to the room</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Screens</translation>
    </message>
    <message>
        <source>Clicker</source>
        <translation>Clicker</translation>
    </message>
    <message>
        <source>Last row</source>
        <translation>Last row</translation>
    </message>
    <message>
        <source>{0} · the room’s</source>
        <translation>{0} · the room’s</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>{0}, {1} × {2}</source>
        <translation>{0}, {1} × {2}</translation>
    </message>
    <message>
        <source>{0} · this window’s</source>
        <translation>{0} · this window’s</translation>
    </message>
    <message>
        <source>Extended: the room sees {0}; this window stays private.</source>
        <translation>Extended: the room sees {0}; this window stays private.</translation>
    </message>
    <message>
        <source>Mirrored: {0} shows all that this screen shows, private notes too. Set the displays to “extend” to keep them apart.</source>
        <translation>Mirrored: {0} shows all that this screen shows, private notes too. Set the displays to “extend” to keep them apart.</translation>
    </message>
    <message>
        <source>One screen only. If the projector is on, it mirrors this one, private notes too: set the displays to “extend”. Otherwise the room view takes this screen when you ask for it.</source>
        <translation>One screen only. If the projector is on, it mirrors this one, private notes too: set the displays to “extend”. Otherwise the room view takes this screen when you ask for it.</translation>
    </message>
    <message>
        <source>The projector is unplugged. The room view returns with it; nothing is lost.</source>
        <translation>The projector is unplugged. The room view returns with it; nothing is lost.</translation>
    </message>
</context>
<context>
    <name>RoomCheckOverlay</name>
    <message>
        <source>Room check</source>
        <translation>Room check</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>RoomControl</name>
    <message>
        <source>The projector is unplugged. Plug it in, or press F5 again to use this screen.</source>
        <translation>The projector is unplugged. Plug it in, or press F5 again to use this screen.</translation>
    </message>
    <message>
        <source>The screen {0} is unplugged. Nothing is lost.</source>
        <translation>The screen {0} is unplugged. Nothing is lost.</translation>
    </message>
</context>
<context>
    <name>RoomStrip</name>
    <message>
        <source>What the room sees</source>
        <translation>What the room sees</translation>
    </message>
    <message>
        <source>Show the room</source>
        <translation>Show the room</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>Blank</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Check the room</source>
        <translation>Check the room</translation>
    </message>
    <message>
        <source>The room sees nothing</source>
        <translation>The room sees nothing</translation>
    </message>
    <message>
        <source>● Live: the room follows</source>
        <translation>● Live: the room follows</translation>
    </message>
    <message>
        <source>■ Held: the room stays</source>
        <translation>■ Held: the room stays</translation>
    </message>
    <message>
        <source>□ Blank: the brand alone</source>
        <translation>□ Blank: the brand alone</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>Go live</translation>
    </message>
</context>
<context>
    <name>RoomWindow</name>
    <message>
        <source>Clearway room view</source>
        <translation>Clearway room view</translation>
    </message>
    <message>
        <source>Room view</source>
        <translation>Room view</translation>
    </message>
</context>
<context>
    <name>ScriptMark</name>
    <message>
        <source>The documents have no letters for this and print its codes: {0}</source>
        <translation>The documents have no letters for this and print its codes: {0}</translation>
    </message>
    <message>
        <source>prints as {0}</source>
        <translation>prints as {0}</translation>
    </message>
</context>
<context>
    <name>SendPanel</name>
    <message>
        <source>Outbox</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>Send by e-mail</source>
        <translation>Send by e-mail</translation>
    </message>
    <message>
        <source>Read a reply…</source>
        <translation>Read a reply…</translation>
    </message>
    <message>
        <source>Or drop the returned PDF anywhere on this window</source>
        <translation>Or drop the returned PDF anywhere on this window</translation>
    </message>
    <message>
        <source>Also save</source>
        <translation>Also save</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Save the actions as a spreadsheet</source>
        <translation>Save the actions as a spreadsheet</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>Save the due dates for a calendar</source>
        <translation>Save the due dates for a calendar</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Charts</translation>
    </message>
    <message>
        <source>Save the charts as pictures for slides</source>
        <translation>Save the charts as pictures for slides</translation>
    </message>
    <message>
        <source>Read a reply</source>
        <translation>Read a reply</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Save the actions</source>
        <translation>Save the actions</translation>
    </message>
    <message>
        <source>Due dates</source>
        <translation>Due dates</translation>
    </message>
    <message>
        <source>Save the due dates</source>
        <translation>Save the due dates</translation>
    </message>
    <message>
        <source>Save the charts in</source>
        <translation>Save the charts in</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>The message is opening in your mail program. Nothing is sent until you send it.</source>
        <translation>The message is opening in your mail program. Nothing is sent until you send it.</translation>
    </message>
    <message>
        <source>The folder with the document is opening: attach it to a message.</source>
        <translation>The folder with the document is opening: attach it to a message.</translation>
    </message>
    <message>
        <source>The message cannot be written: {0}.</source>
        <translation>The message cannot be written: {0}.</translation>
    </message>
    <message>
        <source>The file is not saved yet: first the library has to be written.</source>
        <translation>The file is not saved yet: first the library has to be written.</translation>
    </message>
    <message>
        <source>This library does not hold the file: it was sent from another one, which does.</source>
        <translation>This library does not hold the file: it was sent from another one, which does.</translation>
    </message>
    <message>
        <source>The file cannot be written: {0}.</source>
        <translation>The file cannot be written: {0}.</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>Saved as {0}</translation>
    </message>
    <message>
        <source>No program here opens a message as a file. Show the file instead, and attach it to a new message.</source>
        <translation>No program here opens a message as a file. Show the file instead, and attach it to a new message.</translation>
    </message>
    <message>
        <source>No program here opens this. It lies in {0}</source>
        <translation>No program here opens this. It lies in {0}</translation>
    </message>
</context>
<context>
    <name>SignMap</name>
    <message>
        <source>Map of the warning signs</source>
        <translation>Map of the warning signs</translation>
    </message>
    <message>
        <source>{0} of {1} answered</source>
        <translation>{0} of {1} answered</translation>
    </message>
    <message>
        <source>{0} (to come back to)</source>
        <translation>{0} (to come back to)</translation>
    </message>
</context>
<context>
    <name>SignNotes</name>
    <message>
        <source>Whom to ask</source>
        <translation>Whom to ask</translation>
    </message>
    <message>
        <source>Evidence to ask for</source>
        <translation>Evidence to ask for</translation>
    </message>
    <message>
        <source>Come back</source>
        <translation>Come back</translation>
    </message>
    <message>
        <source>Mark the sign to come back to it</source>
        <translation>Mark the sign to come back to it</translation>
    </message>
    <message>
        <source>Park it</source>
        <translation>Park it</translation>
    </message>
    <message>
        <source>Dissent</source>
        <translation>Dissent</translation>
    </message>
    <message>
        <source>A differing view, word for word</source>
        <translation>A differing view, word for word</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>New note</translation>
    </message>
    <message>
        <source>New evidence</source>
        <translation>New evidence</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline of the agreed actions</source>
        <translation>Timeline of the agreed actions</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) begin before what comes first is done.</source>
        <translation>
            <numerusform>%n action begins before what comes first is done.</numerusform>
            <numerusform>%n actions begin before what comes first is done.</numerusform>
        </translation>
    </message>
    <message>
        <source>A bar runs from when the work has to begin to when it is due.</source>
        <translation>A bar runs from when the work has to begin to when it is due.</translation>
    </message>
</context>
<context>
    <name>VoteSummary</name>
    <message>
        <source>Let the room vote</source>
        <translation>Let the room vote</translation>
    </message>
    <message>
        <source>Take the room’s level</source>
        <translation>Take the room’s level</translation>
    </message>
    <message>
        <source>Vote again</source>
        <translation>Vote again</translation>
    </message>
    <message>
        <source>Take level {0}</source>
        <translation>Take level {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n vote</numerusform>
            <numerusform>%n votes</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>The room: level {0}</source>
        <translation>The room: level {0}</translation>
    </message>
</context>
<context>
    <name>VoterList</name>
    <message>
        <source>Nobody is marked as present. Under Prepare, mark who is in the room.</source>
        <translation>Nobody is marked as present. Under Prepare, mark who is in the room.</translation>
    </message>
    <message>
        <source>✓ has answered</source>
        <translation>✓ has answered</translation>
    </message>
    <message>
        <source>to answer</source>
        <translation>to answer</translation>
    </message>
</context>
<context>
    <name>VotingPanel</name>
    <message>
        <source>Vote</source>
        <translation>Vote</translation>
    </message>
    <message>
        <source>V  another way</source>
        <translation>V  another way</translation>
    </message>
    <message>
        <source>The vote is open, round {0}</source>
        <translation>The vote is open, round {0}</translation>
    </message>
    <message>
        <source>The vote is open</source>
        <translation>The vote is open</translation>
    </message>
    <message>
        <source>{0} of {1} have answered</source>
        <translation>{0} of {1} have answered</translation>
    </message>
    <message>
        <source>Nobody has voted yet.</source>
        <translation>Nobody has voted yet.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) have not answered yet. Once more reveals the votes.</source>
        <translation>
            <numerusform>%n person has not answered yet. Once more reveals the votes.</numerusform>
            <numerusform>%n people have not answered yet. Once more reveals the votes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Votes have been cast already: take them back first.</source>
        <translation>Votes have been cast already: take them back first.</translation>
    </message>
    <message>
        <source>Hands counted</source>
        <translation>Hands counted</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>By name</translation>
    </message>
    <message>
        <source>At this laptop</source>
        <translation>At this laptop</translation>
    </message>
    <message>
        <source>Counts of votes</source>
        <translation>Counts of votes</translation>
    </message>
    <message>
        <source>How many voted 0, 1, 2 and 3. A fifth number counts those who do not know. Enter reveals.</source>
        <translation>How many voted 0, 1, 2 and 3. A fifth number counts those who do not know. Enter reveals.</translation>
    </message>
    <message>
        <source>0 to 3, or K for not known, for the person marked. ↑ ↓ another person, Backspace takes back.</source>
        <translation>0 to 3, or K for not known, for the person marked. ↑ ↓ another person, Backspace takes back.</translation>
    </message>
    <message>
        <source>Stakeholders come to this laptop one after another. The whole window turns into a ballot that shows nothing of yours; nobody is told afterwards who voted what. Esc brings you back.</source>
        <translation>Stakeholders come to this laptop one after another. The whole window turns into a ballot that shows nothing of yours; nobody is told afterwards who voted what. Esc brings you back.</translation>
    </message>
    <message>
        <source>Open the ballot</source>
        <translation>Open the ballot</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Reveal</translation>
    </message>
    <message>
        <source>Back to the sign</source>
        <translation>Back to the sign</translation>
    </message>
</context>
<context>
    <name>_Delegate</name>
    <message>
        <source>Pilot not named yet</source>
        <translation>Pilot not named yet</translation>
    </message>
    <message numerus="yes">
        <source>%n sign(s) answered</source>
        <translation>
            <numerusform>%n sign answered</numerusform>
            <numerusform>%n signs answered</numerusform>
        </translation>
    </message>
    <message>
        <source>today, {0}</source>
        <translation>today, {0}</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>yesterday</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>Import an engagement</source>
        <translation>Import an engagement</translation>
    </message>
    <message>
        <source>Clearway engagements (*.json)</source>
        <translation>Clearway engagements (*.json)</translation>
    </message>
</context>
<context>
    <name>form</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Can decide</source>
        <translation>Can decide</translation>
    </message>
    <message>
        <source>What they can decide</source>
        <translation>What they can decide</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>What for</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
</context>
<context>
    <name>groups</name>
    <message>
        <source>business</source>
        <translation>business</translation>
    </message>
    <message>
        <source>technology</source>
        <translation>technology</translation>
    </message>
    <message>
        <source>data</source>
        <translation>data</translation>
    </message>
    <message>
        <source>operations</source>
        <translation>operations</translation>
    </message>
    <message>
        <source>risk</source>
        <translation>risk</translation>
    </message>
    <message>
        <source>users</source>
        <translation>users</translation>
    </message>
    <message>
        <source>finance</source>
        <translation>finance</translation>
    </message>
</context>
<context>
    <name>notes</name>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Evidence seen</source>
        <translation>Evidence seen</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>Parked</translation>
    </message>
    <message>
        <source>To come back to</source>
        <translation>To come back to</translation>
    </message>
    <message>
        <source>Dissent, word for word</source>
        <translation>Dissent, word for word</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisions</translation>
    </message>
</context>
<context>
    <name>owner</name>
    <message>
        <source>Something is being shown to the room</source>
        <translation>Something is being shown to the room</translation>
    </message>
</context>
<context>
    <name>progress</name>
    <message>
        <source>Not started</source>
        <translation>Not started</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blocked</translation>
    </message>
</context>
<context>
    <name>room</name>
    <message>
        <source>Failure modes</source>
        <translation>Failure modes</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Commitment {0}</source>
        <translation>Commitment {0}</translation>
    </message>
    <message>
        <source>No owner yet:</source>
        <translation>No owner yet:</translation>
    </message>
    <message>
        <source>{0} owns:</source>
        <translation>{0} owns:</translation>
    </message>
    <message>
        <source>Playbook</source>
        <translation>Playbook</translation>
    </message>
    <message>
        <source>and {0} more above</source>
        <translation>and {0} more above</translation>
    </message>
    <message>
        <source>and {0} more below</source>
        <translation>and {0} more below</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>and {0} more</translation>
    </message>
    <message>
        <source>What you say appears here</source>
        <translation>What you say appears here</translation>
    </message>
    <message>
        <source>Nothing is written down yet</source>
        <translation>Nothing is written down yet</translation>
    </message>
    <message>
        <source>{0} written down</source>
        <translation>{0} written down</translation>
    </message>
    <message>
        <source>Nobody answers for it yet</source>
        <translation>Nobody answers for it yet</translation>
    </message>
    <message>
        <source>Only one of: {0}</source>
        <translation>Only one of: {0}</translation>
    </message>
    <message>
        <source>A task without a name</source>
        <translation>A task without a name</translation>
    </message>
    <message>
        <source>Does it: {0}</source>
        <translation>Does it: {0}</translation>
    </message>
    <message>
        <source>Advises: {0}</source>
        <translation>Advises: {0}</translation>
    </message>
    <message>
        <source>Is told: {0}</source>
        <translation>Is told: {0}</translation>
    </message>
    <message>
        <source>No result yet</source>
        <translation>No result yet</translation>
    </message>
    <message>
        <source>at the start</source>
        <translation>at the start</translation>
    </message>
    <message>
        <source>no reading yet</source>
        <translation>no reading yet</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>no date</translation>
    </message>
    <message>
        <source>target</source>
        <translation>target</translation>
    </message>
    <message>
        <source>Planned: {0}</source>
        <translation>Planned: {0}</translation>
    </message>
    <message>
        <source>Planned: {0}, between {1} and {2}</source>
        <translation>Planned: {0}, between {1} and {2}</translation>
    </message>
    <message>
        <source>2 to 5 times the pilot</source>
        <translation>2 to 5 times the pilot</translation>
    </message>
    <message>
        <source>Decision on this phase</source>
        <translation>Decision on this phase</translation>
    </message>
    <message>
        <source>no line yet</source>
        <translation>no line yet</translation>
    </message>
    <message>
        <source>done</source>
        <translation>done</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>missing</translation>
    </message>
    <message>
        <source>Nothing is open or missing</source>
        <translation>Nothing is open or missing</translation>
    </message>
    <message>
        <source>↑ brings more</source>
        <translation>↑ brings more</translation>
    </message>
    <message>
        <source>takes more days →</source>
        <translation>takes more days →</translation>
    </message>
    <message>
        <source>What we leave with</source>
        <translation>What we leave with</translation>
    </message>
    <message>
        <source>No owner yet</source>
        <translation>No owner yet</translation>
    </message>
    <message>
        <source>no date yet</source>
        <translation>no date yet</translation>
    </message>
    <message>
        <source>next on {0}</source>
        <translation>next on {0}</translation>
    </message>
    <message>
        <source>by {0}</source>
        <translation>by {0}</translation>
    </message>
    <message>
        <source>Done when</source>
        <translation>Done when</translation>
    </message>
    <message>
        <source>Voting is open</source>
        <translation>Voting is open</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Level {0}</source>
        <translation>Level {0}</translation>
    </message>
    <message>
        <source>This round</source>
        <translation>This round</translation>
    </message>
    <message>
        <source>The round before</source>
        <translation>The round before</translation>
    </message>
    <message>
        <source>Level: the middle of the votes</source>
        <translation>Level: the middle of the votes</translation>
    </message>
    <message>
        <source>Level 0 to 3 · agreement 0 to 1</source>
        <translation>Level 0 to 3 · agreement 0 to 1</translation>
    </message>
    <message>
        <source>Boxes: number of the warning sign</source>
        <translation>Boxes: number of the warning sign</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>Waived</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>Does not apply</translation>
    </message>
    <message>
        <source>1/{0}: Can the last row read this line?</source>
        <translation>1/{0}: Can the last row read this line?</translation>
    </message>
    <message>
        <source>{0} to {1} possible</source>
        <translation>{0} to {1} possible</translation>
    </message>
    <message>
        <source>Index 0 to 100: the higher, the worse</source>
        <translation>Index 0 to 100: the higher, the worse</translation>
    </message>
    <message>
        <source>Bracket: where it can still end up</source>
        <translation>Bracket: where it can still end up</translation>
    </message>
    <message>
        <source>? not known</source>
        <translation>? not known</translation>
    </message>
    <message>
        <source>– does not apply</source>
        <translation>– does not apply</translation>
    </message>
    <message>
        <source>Lines of four sizes, to be read from the last row</source>
        <translation>Lines of four sizes, to be read from the last row</translation>
    </message>
    <message>
        <source>Agreed: {0}</source>
        <translation>Agreed: {0}</translation>
    </message>
    <message>
        <source>Phase {0} of {1}</source>
        <translation>Phase {0} of {1}</translation>
    </message>
    <message>
        <source>from {0} to {1} {2}</source>
        <translation>from {0} to {1} {2}</translation>
    </message>
    <message>
        <source>to {0} {1}</source>
        <translation>to {0} {1}</translation>
    </message>
    <message>
        <source>from {0} {1}</source>
        <translation>from {0} {1}</translation>
    </message>
</context>
<context>
    <name>self.remove</name>
    <message>
        <source>Remove {0}</source>
        <translation>Remove {0}</translation>
    </message>
</context>
<context>
    <name>self.usual</name>
    <message>
        <source>usually {0} min</source>
        <translation>usually {0} min</translation>
    </message>
    <message>
        <source>Move {0} up</source>
        <translation>Move {0} up</translation>
    </message>
    <message>
        <source>Move {0} down</source>
        <translation>Move {0} down</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>Remove {0}</translation>
    </message>
</context>
<context>
    <name>self.window</name>
    <message>
        <source>Clearway has a fault. What you typed is kept; the log says more.</source>
        <translation>Clearway has a fault. What you typed is kept; the log says more.</translation>
    </message>
</context>
<context>
    <name>votes</name>
    <message>
        <source>{0} of {1} have answered</source>
        <translation>{0} of {1} have answered</translation>
    </message>
    <message>
        <source>Your vote, please</source>
        <translation>Your vote, please</translation>
    </message>
    <message>
        <source>Agreed problem</source>
        <translation>Agreed problem</translation>
    </message>
    <message>
        <source>Agreed fine</source>
        <translation>Agreed fine</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Split</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>Nobody knows</source>
        <translation>Nobody knows</translation>
    </message>
    <message>
        <source>Most do not know</source>
        <translation>Most do not know</translation>
    </message>
    <message>
        <source>Split ({0})</source>
        <translation>Split ({0})</translation>
    </message>
    <message>
        <source>Agreed ({0})</source>
        <translation>Agreed ({0})</translation>
    </message>
    <message>
        <source>as far apart as before</source>
        <translation>as far apart as before</translation>
    </message>
    <message>
        <source>closer together</source>
        <translation>closer together</translation>
    </message>
    <message>
        <source>further apart</source>
        <translation>further apart</translation>
    </message>
    <message>
        <source>After discussion: level {0} → {1}, {2}</source>
        <translation>After discussion: level {0} → {1}, {2}</translation>
    </message>
</context>
</TS>
