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

# Agreements
report-fig-B4 = Agreements and products in force
report-table-B5 = Agreements and products one by one
report-tab-B5 = Agreements one by one
report-col-agreement = Agreement or product
report-col-since = since
report-in-force = in force
# $day: the day on which a new agreement took the place of the old one.
report-replaced = replaced on { $day }
report-offices-all = all youth offices
report-offices-unknown = not recorded
# $title: name of the agreement. $since: day.
report-agreement-oldest = Longest in force is “{ $title }”, since { $since }.
report-formula-B4 = Agreements and products in force at the end of the year and not replaced.

# Quality assurance
report-table-E5 = Presence of youth offices at quality dialogues
report-tab-E5 = Quality dialogues
report-col-held-B2 = Conferences
report-col-held-E5 = Quality dialogues
report-fig-E6 = Formal agreements in force, such as under section 8a SGB VIII
report-formula-E6 = Agreements of the kind “agreement” in force at the end of the year.
report-table-E7 = Feedback over the years
report-tab-E7 = Feedback over years

# Information
report-fig-D5 = Notices without an event
report-formula-D1 = Announcements that belong to an event. Each counts once, however many it goes to.
report-formula-D5 = Notices to the network that belong to no event, and imported totals.

# Course
report-section-course = Course over the years
report-table-C19 = Rates and lead time over the years
report-tab-C19 = Course
report-alt-trend = Small charts of: { $title }. Each shows one figure over { $years } years.{ $hidden ->
    [0] {""}
    [one] {" "}One value is kept secret.
   *[other] {" "}{ $hidden } values are kept secret.
} All published values stand in the table.

# The network
report-chapter-growth = The network
report-section-growth = The network
report-table-N1 = Members at the end of the quarter
report-tab-N1 = Members
report-table-N2 = Members at the end of the year by youth office district
report-tab-N2 = Members by youth office
report-table-N3 = Members at the end of the year by sector
report-tab-N3 = Members by sector
report-table-N4 = At trainings for the first time
report-tab-N4 = For the first time
report-col-members = Members
report-col-staffed = Coordination office staffed since
report-no-members = No members were counted for this year.
report-members = Members are professionals whom Netzbote reaches. They are counted in all at the end of a quarter, by district and sector at the end of the year only. A number that changed little against a published year is kept secret, too.
# $since: the first year that is compared.
report-first-time = Compared are the published attendances since { $since }.
report-formula-N1 = Everybody who has an account in Netzbote at the end of the quarter.
