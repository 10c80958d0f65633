"""Speed and memory, measured against what else there is, in one run. `make bench-import`, `make bench-full`."""
