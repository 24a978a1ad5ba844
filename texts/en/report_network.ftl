# The report: joint trainings.

report-section-joint = Joint trainings
report-fig-C17 = Trainings held jointly
report-table-C18 = Youth offices that hold trainings together
report-tab-C18 = Held together
report-col-offices = Youth offices
report-col-together = Joint trainings
report-col-before = Year before
report-joint = Each pair stands once. Three youth offices that hold a training together are three pairs.
report-no-hosts = Who held the trainings of this year is not recorded.
report-formula-C17 = Trainings held by at least two youth offices divided by all whose hosts are recorded.
report-rule-O13 = Little held together
suggestion-O13 = Plan and hold trainings together.
report-limit-O13 = less than { $value } of the trainings held jointly
report-input-joint = held jointly
