# Approval: whether the own youth office approves of a registration.

plan-approval-yes = Needed
plan-approval-no = Not needed
approve-wanted = Your coordination office must approve.
approve-held = <b>Your seat is reserved.</b>
    Your coordination office must approve by { $until }.
approve-still = Your coordination office must approve by { $until }.
approve-about = <b>{ $title }</b>
    { $when }
    { $where }

## To the coordination office

approve-asked = <b>Please decide on a registration.</b>
    { $member }, { $institution }
    Member since { $month }
    Answer by { $until }. After that the registration lapses.
approve-yes = Approve
approve-no = Decline
approve-who = Who is this?
approve-was-approved = You have approved.
approve-was-declined = You have declined. The seat is free again.
approve-not-gone = There is nothing to decide here any more.
approve-not-approved = The registration has already been approved.
approve-not-not-yours = Another coordination office decides on this.

## To the person

approve-given = <b>Your coordination office has approved.</b>
approve-ended-declined = <b>Your coordination office has not approved.</b>
    Your registration has ended. Questions are answered by { $mail }.
approve-ended-lapsed = <b>Your coordination office did not answer in time.</b>
    Your registration has ended. Questions are answered by { $mail }.

## For coordinators

manage-approvals = { $n ->
    [one] Reserved: one person, the approval is pending
   *[other] Reserved: { $n } people, the approval is pending
 }
