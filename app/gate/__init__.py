"""The gates that every request passes: who asks, may they, once only, one commit, logged."""
