# The members of a coordination office.

menu-people = Own members
command-mitglieder = Own members
members-head = <b>Own members</b>
    { $n ->
        [one] One member
       *[other] { $n } members
    }
members-code = Member { $n }
members-entry = <b>{ $number }. { $called }</b>
members-card = <b>{ $called }</b>
members-where = { $role }, { $institution }
members-since = With us since { $month }
members-confirmed-on = Last confirmed: { $day }
members-was-asked = Asked on { $day }, no answer yet
members-list = To the list
members-ask = Ask them
members-asked = The person is asked whether they still work there.
members-end = End membership
members-ask-end = <b>Do you want to end this membership?</b>

    { $called }
    { $institution }

    All data of the person are deleted. Their seats go to the waiting list. The person is told.
members-end-yes = Yes, end it
members-end-no = No, keep it
members-ended = <b>The membership is ended.</b> The person gets a message.
members-gone = This member does not exist any more.
members-not-not-yours = This member belongs to another office.
members-not-coordinates = Only the lead can let coordinators go.
members-not-asked = This person was asked already.

members-confirm-all = Confirm all
members-ask-confirm = { $n ->
    [0] There is nobody to confirm at present.
    [one] <b>Does this one member still work with you?</b>
   *[other] <b>Do these { $n } members still work with you?</b>
 }
members-still-asked = { $n ->
    [one] One person was asked and answers for themselves.
   *[other] { $n } persons were asked and answer for themselves.
 }
members-confirm-hint = Are you unsure about somebody? Open the entry and ask there. A confirmation holds for a year.
members-confirm-yes = Yes, confirm all
members-confirmed = { $n ->
    [one] <b>One member is confirmed for a year.</b>
   *[other] <b>{ $n } members are confirmed for a year.</b>
 }
members-to-confirm = <b>Please confirm your members.</b>

    For some, the confirmation ends within the next 30 days. Who is not confirmed is asked directly.

members-elsewhere = With others
members-elsewhere-none = At present nobody of your youth office takes part in trainings of others.
members-elsewhere-head = <b>Your youth office with others</b>
    { $n ->
        [one] One training
       *[other] { $n } trainings
    }
members-elsewhere-entry = <b>{ $title }</b>
    { $when }
    With a seat: { $taken }, on the waiting list: { $waiting }

members-still-there = <b>Do you still work here?</b>

    { $institution }

    Your coordination office asks once a year. Without an answer your data are deleted on { $day }.
members-yes = Yes, I still work there
members-no = No, not any more
members-stays = <b>Thank you, you stay with us.</b>

    { $institution }
members-unanswered = You did not answer whether you still work there.
members-farewell = <b>Your membership has ended.</b>

    { $institution }

    Your coordination office decided this. It answers questions: { $contact }
members-not-restricted = This member has restricted the processing. So it cannot be done now.
