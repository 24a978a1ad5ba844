# Four eyes: what one person does not do alone.

second-asked = <b>A second person must agree.</b>

    They are asked. As soon as they agree, you learn of it here. Without an answer it lapses after seven days.
second-ask-lead = <b>Somebody shall become lead.</b>

    { $office }

    One person alone cannot do that. Do you agree? Then the invitation is made.
second-ask-erase = <b>This training shall be erased.</b>

    { $title }
    { $when }

    One person alone cannot do that. Do you agree?
second-yes = Agree
second-no = Decline
second-agreed-lead = Agreed. The invitation went to the person who asked for it.
second-agreed-erase = Agreed. The training is erased.
second-declined = Declined. Everything stays as it is.
second-nobody-lead = A second person would have to agree, and there is none. Whoever runs the bot can make the invitation.
second-nobody-erase = A second person would have to agree, and there is none. Whoever runs the bot can take the training back.
second-not-gone = This is decided already, or lapsed.
second-not-not-yours = A second person decides about it.
data-seconds = { $n ->
    [one] One wish of yours waits for a second person.
   *[other] { $n } wishes of yours wait for a second person.
 }
