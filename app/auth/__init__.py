"""Who is asking: keys, tokens and clients. What they may do is the boundary's business."""
