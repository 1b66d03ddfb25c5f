"""The attacker inside the build: tries to learn of persons from what a release would publish.

It reads what a stranger could read (the published figures, the codebook, the shape of the noise; never a key), over
this release and every earlier one. The ledger of who stands behind a figure serves it only to judge whether what it
worked out is true, or close enough to hurt. What it finds refuses the release.
"""
