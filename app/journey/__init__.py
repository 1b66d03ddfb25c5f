"""The citizen's journey seen whole: timeline, worklist, who may see what and who did."""
