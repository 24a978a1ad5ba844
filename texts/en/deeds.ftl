# The access log: what was done with a role, never by whom and never to whom.

command-zugriffe = Which names were looked at, what was done
deeds-lead-only = Only the lead reads the access log.
deeds-head = <b>Access log, { $month }</b>
    { $office }
deeds-all = All youth offices
deeds-none = Nothing is noted in this month.
deeds-kept = It never says who it was, or whom it was about. { $days ->
    [one] After one day
   *[other] After { $days } days
 } it is erased.
deeds-line = <b>{ $day }</b> { $role }, { $office }: { $what }
deeds-line-own = <b>{ $day }</b> { $role }: { $what }
deeds-training = Training: { $title }
deeds-often = { $n ->
    [one] once
   *[other] { $n } times
 }
deeds-choose = Choose an office
deeds-which = Of which youth office would you like to see { $month }?

deeds-role-specialist = Specialist
deeds-role-coordinator = Coordination
deeds-role-lead = Lead
deeds-role-auditor = Report reader
deeds-role-operator = Operator

deed-attendance = looked at an attendance list
deed-people = looked at who is registered
deed-presence = looked at who is there
deed-printed = printed a list or certificates
deed-members = looked at the members
deed-member = looked at a member
deed-applicant = looked at who registers
deed-invited = made an invitation
deed-invitation-revoked = withdrew an invitation
deed-let-in = let somebody in
deed-turned-away = turned somebody away
deed-confirmed = confirmed the members
deed-asked = asked a member
deed-ended = ended a membership
deed-placed = decided about another office
deed-corrected = corrected the details of a member
deed-restricted = restricted the processing for a member
deed-account = made a link for a new account
deed-planned = planned a training
deed-changed = changed a training
deed-cancelled = called a training off
deed-erased = erased a training
deed-seconded = decided as a second person
deed-seats = changed block seats or a quota
deed-goes-ahead = decided that it takes place
deed-taken-out = took somebody out
deed-approved = approved a registration
deed-disapproved = declined a registration
deed-marked = marked who is there
deed-closed = closed a training
deed-recounted = corrected a closing
deed-announced = sent an announcement
deed-wrote = sent a message
deed-recalled = stopped or took back a message
deed-resolved = decided about an unknown delivery
deed-entered = entered into the protocol
deed-assessed = changed the year's assessment
deed-endorsed = answered the year's report
deed-decided = noted or changed a measure
deed-reported = made an internal report
