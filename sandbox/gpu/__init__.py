"""GPUs as slots: one submission per GPU at a time, on a GPU that was found clean. See docs/gpu.md."""
