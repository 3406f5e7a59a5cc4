"""The machine: the only code that touches disk, git, processes and clocks."""
