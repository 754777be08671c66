"""The wall: where submissions run. Knows limits and bytes, no problem and no answer."""
