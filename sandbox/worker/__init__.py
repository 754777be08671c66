"""The program that goes inside the wall: standard library, torch and the kit, nothing else."""
