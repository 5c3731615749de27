"""What is known of each conflict: readings -> stories, tolls, ceasefire states and changes; pure, no clock, no I/O."""
