"""What is wrong with laid-out pages, and advice on what could be better."""
