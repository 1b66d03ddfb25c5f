"""Building blocks that know nothing of the domain and import no other package of the app."""
