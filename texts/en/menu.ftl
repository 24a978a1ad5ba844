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

# $contact: address of the coordination office.
help = <b>How it works</b>

    New dates come by themselves. One press on <b>Register</b> gives you a seat.

    { $commands }

    Your coordination office answers questions: { $contact }
help-line = /{ $command } – { $meaning }

command-start = Begin
command-termine = Dates on offer
command-meine = My registrations
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

safety = This bot takes no case details and no reports. Your message was not stored.

    In acute danger please call 110. For a report or advice please turn to the youth office in charge.
safety-offices = Show the youth office in charge
offices-head = <b>Youth offices in charge</b>
offices-line = <b>{ $office }</b>
    { $municipalities }

door-members-only = This network is closed. With /start you can ask for access.
door-consent-first = Our privacy notice has changed. Please agree again with /start.
door-coordinators-only = Only coordinators can do that.
stale-button = This choice is out of date.

# $bot: the bot's name.
group-goodbye = This bot talks to single people only and leaves this group. Please write to it directly: @{ $bot }
