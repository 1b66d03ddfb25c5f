"""The contract fuzzed: Schemathesis in all its phases, as three organisations that must not see each other's."""
