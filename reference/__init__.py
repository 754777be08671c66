"""The answers, as data: nothing here is imported, shipped to students, or put into a sandbox."""
