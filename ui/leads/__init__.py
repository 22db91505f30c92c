"""What is done with leads: why they end, who gets them, until when they wait."""
