"""My day: steps by urgency, today's calls and meetings, deals without a next step."""
