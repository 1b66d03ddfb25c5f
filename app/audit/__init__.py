"""Who did and saw what: append-only, in the transaction of the effect."""
