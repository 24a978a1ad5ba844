"""People with a phone, groups, and how a chat looks to those in it."""
