# Topics, name and language.

# $institution: institution of the person. $name: name on attendance lists. $language: language.
profile = <b>Your profile</b>

    Institution: { $institution }
    On attendance lists: { $name }
    Language: { $language }
profile-name = Change name
profile-language = Change language

# $page, $pages: page and number of pages.
topics = <b>Follow topics</b> (page { $page } of { $pages })

    You hear of new dates on these topics. A press switches a topic on or off.
# $topics: list of topics.
topics-chosen = <b>Your topics:</b> { $topics }
topics-none = You do not follow any topic yet.
topics-before = Previous topics
topics-next = More topics
topics-on = You follow: { $topic }
topics-off = You no longer follow: { $topic }

name-name = How would you like to appear on attendance lists? Please write your first and last name. It is voluntary.
# $name: the name that is kept.
name-change = On attendance lists you appear as: <b>{ $name }</b>

    Write another name, or delete it.
name-delete = Delete the name
name-kept = On attendance lists you now appear as: <b>{ $name }</b>
name-deleted = No name is stored. Attendance lists show a seat number.
name-never = This network stores no names.

language-ask = Which language would you like to read?
language-own-name = English
language-set = From now on the bot writes in English.

profile-announced-button = Announcements
profile-announced = Which announcements do you want to get?

    You still learn everything about your own registrations.
profile-announced-set = That is saved.
announced-all = All
announced-topics = My topics only
announced-none = None

nudge-head = <b>The deadline is near.</b> You have not answered yet.
nudge-off = Do not ask any more
nudge-on = Ask before the deadline
nudge-is-off = The bot no longer asks before the deadline.
nudge-is-on = The bot asks once before the deadline if you have not answered.
