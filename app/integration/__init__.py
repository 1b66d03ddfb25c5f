"""What case systems live on: changes, webhooks, upserts by reference, imports."""
