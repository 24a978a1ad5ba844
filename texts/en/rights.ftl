# Who may do what: docs/access.md is made of this.

rights-head = # Who may do what

    This page is made by `python -m bot.commands.rights > docs/access.md` of the rules themselves. A test keeps it current. In a second one people try it in the chat, cell by cell.

    Who is no member may do nothing of this. Neither may members of another network. Co-hosting means: the office joined after the first registration. The lead belongs to an office here that holds nothing.
rights-foot = Names are voluntary. Who entered none or restricted the processing appears by a number only. What is done with a role stands in the access log.
rights-what = What
rights-yes = yes
rights-no = –
rights-who-specialist = Specialist
rights-who-auditor = Report reader
rights-who-host = Coordination, host
rights-who-co-host = Coordination, co-host
rights-who-other = Coordination of another office
rights-who-lead = Lead
rights-row-coordinate = plan trainings
rights-row-read-reports = read reports before they are published
rights-row-read-log = read the access log
rights-row-invite-specialist = invite specialists
rights-row-invite-coordinator = invite coordinators
rights-row-invite-lead = invite a lead
rights-row-invite-auditor = let somebody read reports
rights-row-manage = change, call off, close a training
rights-row-manage-draft = see and change a draft
rights-row-name-hosts = say who co-hosts
rights-row-mark = mark and read who is there
rights-row-read-name = read the name of somebody of a third office
rights-row-read-name-early = read the name of somebody who registered before the office co-hosted
rights-row-read-name-own = read the name of somebody of the other office
rights-row-look-after = see a member of the host's office
rights-row-look-after-county = see a member of the whole county
rights-row-look-after-coordinator = see coordinators of the host's office
rights-row-ask-member = ask a member whether they still work there
rights-row-end-membership = end a membership
rights-row-end-coordinator = end a coordinator's membership
rights-row-end-restricted = end a membership that is restricted
rights-row-approve = approve a registration from the host's office
rights-row-second = agree, as a second person, to erasing a training
rights-row-second-own = agree to what the host coordinator wanted
rights-row-let-in = let somebody into the host's office
