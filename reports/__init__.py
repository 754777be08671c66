"""What is said about a run: JSON, CSV, HTML, JUnit, GitHub. Pure functions of the stored results."""
