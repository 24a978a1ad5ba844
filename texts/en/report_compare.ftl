# The reports of several networks side by side.

compare-title = Networks compared { $years }
compare-file = comparison
compare-author = Netzbote
compare-table-reports = Reports compared
compare-col-network = Network
compare-col-year = Year
compare-col-as-of = Data as of
compare-col-protected = Small numbers
compare-protected-suppress = not published
compare-protected-round5 = rounded to 5
compare-figures = Figures
compare-measures = Measures
compare-how = How to read the values

compare-group-occupancy = Occupancy and waiting list
compare-group-commitment = Commitment
compare-group-joint = Trainings held jointly
compare-group-mixing = Interdisciplinarity
compare-group-sectors = Attendances at trainings by sector
compare-group-information = Flow of information
compare-group-returns = Return of feedback
compare-group-means = Feedback: means from 1 to 5
compare-part = { $name } ({ $part } of { $parts })
compare-share = Share
compare-number = Number
compare-of = of so many

compare-hidden = not published
compare-too-few = base too small
compare-missing = not stated
compare-absent = not in the report
compare-rounded = ≈ { $value }

compare-as-printed = Each value stands like this in the published report of its network. Nothing is added up, subtracted or worked out anew.
compare-order = The networks are sorted by name, not by their numbers. They differ in size.
compare-signs = “not published” means: the number is secret, to protect individuals. – means: nothing there.
compare-not-there = “not in the report” means: the report does not have this figure.
compare-is-rounded = ≈ means: all numbers of people in this report are rounded to a multiple of 5. Rates are based on them.
compare-years = The reports are of different years: { $years }.
compare-no-measures = None of these reports names measures.
