"""The fence: work on what came from outside, or may lose its way, is done in a process of its own, and ended when it is over its limits."""
