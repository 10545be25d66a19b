"""What is measured, on what work, side by side with what. `make bench` runs it and writes the figures into README.md here."""
