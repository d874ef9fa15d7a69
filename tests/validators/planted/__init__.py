"""A sound deck, and tables of faults to plant in it, for the judges to be judged."""
