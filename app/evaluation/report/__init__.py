"""The release as a page to read: pictures with their uncertainty, the disclosure control in words; Danish and English.

Written when the release is built, as files of it, from nothing but what is published.
"""
