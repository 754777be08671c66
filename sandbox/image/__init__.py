"""The image that submissions run in: its recipe, and how it is built, listed and removed."""
