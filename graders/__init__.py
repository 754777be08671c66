"""The trusted side: load packs, draw cases, observe the reference, compare, decide, score, store.

Nothing in this folder imports or runs student code; it reads source text and bytes only.
"""
