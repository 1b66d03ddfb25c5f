"""What several tests share: builders and forgers, no assertions."""
