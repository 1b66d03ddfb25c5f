"""What case systems and other machines live on: changes, webhooks, upsert by reference, imports."""
