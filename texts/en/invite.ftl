# Inviting somebody.

invite-role = <b>Whom would you like to invite?</b>
# $value: role.
invite-role-chosen = Invitation as <b>{ $value }</b>
invite-target = For which institution?
# $value: youth office or sector.
invite-target-chosen = { $value }
invite-uses = How many people may use the link?
invite-uses-chosen = { $value }
invite-uses-n = { $n ->
    [one] One person
   *[other] { $n } people
 }
invite-days = How long shall the invitation be valid?
invite-days-chosen = { $value }
invite-days-n = { $n ->
    [one] One day
   *[other] { $n } days
 }

# $until: end of validity.
invite-line = <b>{ $role }</b>, { $target }: { $n ->
    [one] one person left
   *[other] { $n } people left
 }, valid until { $until }
# $what: the invitation in one sentence.
invite-made = <b>The invitation is ready.</b>

    { $what }

    Please pass the next message on. Whoever has the link can come in.
# $link: address of the invitation.
invite-letter = <b>{ $network }</b>

    This link takes you to the training bot. It is for: { $target }.

    { $link }

    Valid until { $until }. Using it is voluntary.
invite-file = invitation.png

invite-open-button = Open invitations ({ $n })
invite-open = { $n ->
    [one] <b>One open invitation</b>
   *[other] <b>{ $n } open invitations</b>
 }
invite-none = No invitation is open right now.
invite-another = New invitation
invite-revoke = Withdraw the invitation
invite-revoke-numbered = { $number }. Withdraw
invite-revoked = The invitation is withdrawn.
invite-gone = This invitation is no longer open.
