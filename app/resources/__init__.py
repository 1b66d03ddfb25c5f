"""Time and cost: what the model takes (R34, R39), by whom it is paid, and what a course costs."""
