"""One fictional live case, played by the real bot against the sandbox."""
