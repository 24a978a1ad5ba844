# Privacy: notice, access, erasure.

# $lead: controller. $reach: how it is reached. Others: numbers of days.
privacy-notice = <b>Privacy notice, part 1 of 2</b>

    <b>Who is responsible</b>
    { $network }, represented by: { $lead }.
    { $reach }

    <b>What the bot needs data for</b>
    It announces trainings, takes registrations and reminds people of them. For the report it counts sums that lead to no person.

    <b>Legal basis</b>
    Organising trainings: Art. 6 (1) (e) GDPR with § 3 DSG NRW and § 9 Landeskinderschutzgesetz NRW.
    Using Telegram: your consent under Art. 6 (1) (a) GDPR.
    Where the controller has determined otherwise, that takes precedence.

    <b>What is stored</b>
    • chat identifier, role, youth office, sector and language
    • your name, only if you enter it
    • your registrations and the topics you follow
    • whether you answered “Not this time”
    • which seats you were offered from the waiting list
    • until when your coordination office must approve of a registration, not who decided
    • a link by which you pass your seat on: 48 hours at most
    • a move of your account that is noted: three days at most
    • what you would like corrected: 30 days at most
    • whether and since when you have restricted the processing
    • the month you joined, and when your coordination office confirmed or asked you
    • what coordinators look at and do: day, role, office, training; never who, or to whom
    • whether messages were delivered, not their text
    • exchange that you note: until the next night, then only as a sum
    • version and day of your consent, day of last use
    • what coordinators write about a training (description, speakers, cost): encrypted, until the registrations are erased
    Chat identifier and name are encrypted. Profile name, profile picture and telephone number are not stored.

    <b>How long it is stored</b>
    • details about you: until you choose /delete, or { $inactive ->
        [one] one day
       *[other] { $inactive } days
    } without use
    • if you block the bot: { $blocked ->
        [one] one day
       *[other] { $blocked } days
    }
    • the last lead: until another one is in
    • registrations: { $registrations ->
        [one] one day
       *[other] { $registrations } days
    } after the closing, { $unclosed ->
        [one] one day
       *[other] { $unclosed } days
    } after the date or cancellation at the latest
    • “Not this time”: until the registration deadline
    • state of deliveries: { $deliveries ->
        [one] one day
       *[other] { $deliveries } days
    }; if it was uncertain, { $undecided ->
        [one] one day
       *[other] { $undecided } days
    } at the latest
    • offers of seats: { $deliveries ->
        [one] one day
       *[other] { $deliveries } days
    } after their end
    • requests for access: 30 days
    • unfinished entries: 7 days
    • access log of the coordinators, without names: { $actions ->
        [one] one day
       *[other] { $actions } days
    }
    Backups are overwritten by whoever runs the bot, at their own intervals.
# $contact: address. $officer: office with address.
privacy-reach = Contact, also for the data protection officers: { $contact }
privacy-reach-officer = Contact: { $contact }
    Data protection officer: { $officer }
privacy-authority = Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen, www.ldi.nrw.de
# $contact: address. $authority: supervisory authority.
privacy-rights = <b>Privacy notice, part 2 of 2</b>

    <b>Who receives data</b>
    Coordination offices see the institution and the voluntary name of who is registered. If several youth offices hold a training together, the coordination offices of all named on the card see it. One that joins later sees only the seat number of earlier registrations. From these they print attendance lists and certificates. The bot deletes lists with names from their chat after the training, after 47 hours at the latest.

    Your own coordination office sees that you are a member: by name or member number, and the month in which you joined. It can end the membership and help you to a new Telegram account. Of trainings of other offices it sees only how many take part. Where its approval is needed, it learns of your registration.

    Who takes over a seat of yours does not learn from whom. Who checks a code learns no name. Other members see nothing of you. There is no advertising and no automated decision-making.

    <b>Telegram</b>
    Telegram processes your messages as a controller of its own, also outside of the EU. Data protection there is not always equivalent. Messages to bots are not end-to-end encrypted. More: telegram.org/privacy

    <b>Voluntary</b>
    You do not have to use the bot. You also get every offer by e-mail. There are no disadvantages.

    <b>Your rights</b>
    • access to and a copy of your data: /data
    • rectification: /correct
    • restriction: /restrict
    • erasure and withdrawal of consent: /delete. The withdrawal applies from then on.
    • objection and portability, or without this chat: { $contact }
    For a request without this chat we need your member number or the name you entered. Otherwise we cannot tell which data are yours (Art. 11 GDPR).

    <b>Complaint</b>
    { $authority }

    <b>Nothing about children</b>
    Please write nothing here about children, families or cases. Such messages are not stored.
privacy-show = Show my data
privacy-erase = Delete my data

data-nothing = Nothing is stored about you here.
data-none = none
# $chat: chat identifier. $told: number of messages noted.
data-about = <b>This is stored about you</b>

    Chat identifier: <code>{ $chat }</code>
    Role: { $role }
    Institution: { $institution }
    Language: { $language }
    Name: { $name }
    Consent: version { $version } of { $consented }
    Last used: { $active }
    Member number: { $number }, with us since { $joined }
    Confirmed by the coordination office: { $confirmed }
    Asked whether you still work there: { $asked }
    Topics: { $topics }
    Messages to you that are noted, without text: { $told }
# What somebody set going; said only if there is anything.
data-planned = Trainings you created: { $planned }
data-announcements = Announcements you sent: { $announcements }
# $titles: titles of the trainings.
data-regrets = { $n ->
    [one] Once you answered “Not this time”: { $titles }
   *[other] { $n } times you answered “Not this time”: { $titles }
 }
data-substitutes = { $n ->
    [one] One link to your seat is open: { $titles }
   *[other] { $n } links to your seats are open: { $titles }
 }
data-account-link = A link for a new Telegram account is open. It is valid until { $until }.
data-account-away = A move of your account is noted: { $at }.
data-account-here = A move to this chat is noted: { $at }. Stored is the chat number <code>{ $chat }</code>.
data-no-registrations = No registrations are stored.
data-registrations = { $n ->
    [one] <b>One registration</b>
   *[other] <b>{ $n } registrations</b>
 }
data-registration = <b>{ $title }</b>
    { $when }
    { $status }
data-held = { $status }, to be approved by { $until }
data-more = All others are in the file.
data-request = <b>Your request for access is stored</b>

    Chat identifier: <code>{ $chat }</code>
    Institution: { $institution }
data-draft = An unfinished entry is stored. It is in the file.
data-exchanges = { $n ->
    [one] One noted contact is stored until the next night. It is in the file.
   *[other] { $n } noted contacts are stored until the next night. They are in the file.
 }
data-file = my-data.json
data-file-caption = Here is everything as a file.

# $seats: number of registrations that are lost.
erase-ask = <b>Do you want to delete all your data?</b>

    { $seats ->
        [0] With that you also withdraw your consent.
        [one] You lose your registration. With that you also withdraw your consent.
       *[other] You lose your { $seats } registrations. With that you also withdraw your consent.
    }
# $contact: address of the coordination office.
erase-last-lead = <b>The network needs another lead first.</b>

    You are the last person with this role. So nothing was deleted.

    Please invite another lead. As soon as they are in, you can delete everything. Help is here: { $contact }
erase-yes = Yes, delete everything
erase-no = No, keep it
erase-kept = Everything stays as it is.
erase-done = <b>Your data are deleted.</b>

    The bot cannot remove messages older than 48 hours from the chat. Please delete the chat yourself. Anonymous sums in the report remain.
erase-removing = <b>Your data are deleted.</b>

    The bot now removes its messages of the last 48 hours from this chat.
erase-left = <b>Your data are deleted.</b>

    The bot could not remove all its messages from the chat. Please delete the chat yourself. Anonymous sums in the report remain.

# $days: days until erasure.
silent-soon = <b>You have not used this bot for a long time.</b>

    Your data will be deleted { $days ->
        [one] in one day.
       *[other] in { $days } days.
    } Would you like to stay? Then please press <b>Menu</b>.
silent-lead = <b>The lead has not used this bot for a long time.</b>

    It is the last person with this role. Their data stay until another lead is in.

    The lead can invite somebody. Otherwise whoever runs the bot helps.
# $days: days without use.
silent-done = { $days ->
    [one] You have not used this bot for one day.
   *[other] You have not used this bot for { $days } days.
 }

# Correcting and restricting.

command-korrigieren = Correct your details
command-einschraenken = Restrict the processing
correct-what = <b>What is wrong?</b>

    Stored is: { $institution }

    Another youth office or sector is confirmed by the coordination office there. Everything else we correct upon your letter: { $contact }
correct-name = Change the name
correct-place = Youth office or sector
correct-office = In which area do you work now?
correct-sector = In which sector do you work now?
dialogue-correct = Correct your details
correct-asked = <b>Your details are being checked.</b>

    New: { $institution }

    The coordination office there will answer. Until then everything stays as it is.
correct-request = <b>Member { $n } would like to correct their details.</b>

    So far: { $before }
    New: { $institution }

    Does this person work with you now? They can tell you their member number.
correct-yes = Confirm
correct-no = Decline
correct-done = <b>Your details are corrected.</b>

    Stored is now: { $institution }
correct-declined = <b>Your details were not changed.</b>

    The coordination office answers questions: { $contact }
correct-agreed = The details are corrected. The person learns of it.
correct-refused = The details stay as they were. The person learns of it.
correct-not-same = That is what is stored already.
correct-not-coordinates = Your role belongs to your youth office. Please ask the new office for an invitation.
correct-not-nobody = Nobody there can confirm it at present. Nothing was changed.
correct-not-gone = This is decided already, or settled.
correct-not-not-yours = The other youth office decides about it.
correct-not-quota = In one training the seat is kept for other youth offices. Nothing was changed.
restrict-off = <b>Restrict the processing</b>

    Your data then stay stored, and nobody uses them:
    • No messages come, no reminders and no cancellations either. The bot answers only what you do here yourself.
    • Your name stands in no list.
    • Nothing is erased for want of use. Registrations end as they always do.

    This holds until you lift it here.
restrict-on = <b>The processing of your data is restricted.</b>

    You get no messages, no reminders and no cancellations either. Your data stay until you lift it or choose /delete.
restrict-begin = Restrict now
restrict-lift = Lift the restriction
data-restricted = Processing restricted since: { $day }
data-place-change = Waiting to be confirmed: { $institution }
