"""Passing on: referrals, what they open, and the contact that follows."""
