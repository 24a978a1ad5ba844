# What whoever runs the bot is told. Neither names nor contents.

# $network: the network's name. $checks: what netzbote status names, separated by commas.
operator-trouble = { $network }: Something is wrong ({ $checks }). What to do says: netzbote doctor
# $network: the network's name.
operator-over = { $network }: All is well again.
