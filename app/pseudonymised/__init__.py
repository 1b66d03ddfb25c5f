"""The pseudonymised tier: a row a citizen, sealed to the evaluator's key. Off until a controller declares it."""
