# Menu, help and the fixed answers.

menu = <b>{ $network }</b>

    What would you like to do?
menu-offered = Dates on offer
menu-mine = My registrations
menu-more = More
menu-topics = Follow topics
menu-privacy = Privacy
menu-new = Create a training
menu-manage = Manage trainings
menu-invite = Invite somebody
menu-report = Report
menu-exchange = Note an exchange
menu-needs = Report a training need
menu-protocol = Enter into the log

# What Telegram shows before anybody writes: 512 and 120 characters at most.
bot-description = { $network }: joint trainings for specialists in child protection.

    You see all dates, register with one press and are reminded. Taking part in this chat is voluntary. You come in with an invitation of your coordination office.

    Please write nothing here about children, families or cases. In acute danger call 110.
bot-short-description = { $network }: joint trainings for specialists

# $contact: address of the coordination office.
help = <b>How it works</b>

    New dates come by themselves. One press on <b>Register</b> gives you a seat.

    { $commands }

    Your coordination office answers questions: { $contact }
help-line = /{ $command } – { $meaning }

command-start = Begin
command-termine = Dates on offer
command-meine = My registrations
command-profil = What you can set
command-themen = Follow topics
command-name = Enter or delete your name
command-sprache = Change the language
command-datenschutz = Privacy notice
command-auskunft = My stored data
command-loeschen = Delete my data
command-hilfe = Help
command-abbrechen = Cancel an entry
command-menu = Show the menu
command-neu = Create a training
command-verwalten = Manage trainings
command-einladen = Invite somebody
command-bericht = Figures for the report
command-zustellung = Check deliveries
command-austausch = Note an exchange
command-bedarf = Report a training need
command-protokoll = Keep the log

abort-done = Cancelled. Nothing was stored.
abort-nothing = There is nothing to cancel.

command-unknown = The bot does not know this command. With /help you see all of them.
talk-thanks = You are welcome.
talk-goodbye = Goodbye.
talk-fine = All right. Nothing was changed.
talk-yes-or-no = No question is waiting for a typed answer here right now. Please press the answer below the message.

safety = This bot takes no case details and no reports. Your message was not stored.

    In acute danger please call 110. If somebody is hurt, call 112. For a report or advice please turn to the youth office in charge.
safety-offices = Show the youth office in charge

door-members-only = This network is closed. With /start you can ask for access.
door-consent-first = Our privacy notice has changed. Please agree again with /start.
door-coordinators-only = Only coordinators can do that.
flood-wait = That was a lot at once. For half a minute nothing is taken. Please try again after that.
flood-tries = There were too many wrong links or codes. Please try again in an hour.
stale-button = This choice is out of date.

# $number: number of the chat, for the settings.
chat-number = This chat has the number { $number }.
# $bot: the bot's name.
group-goodbye = This bot talks to single people only and leaves this group. Please write to it directly: @{ $bot }
