"""What is body text and what is furniture around it."""
