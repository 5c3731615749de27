"""From a change to a message: which changes ring, what they say, and where they go."""
