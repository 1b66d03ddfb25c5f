"""Citizens: a bare stem, and one table for each category of what is known of them."""
