"""What one print may use; the fence holds the render child to it."""

CPU_SECONDS = 60                        # processor time of one print
WALL_SECONDS = 90                       # from asking to having, before the app ends the child
MEMORY = 1_610_612_736                  # bytes of address space, letters and libraries included
PRINTS = 50                             # prints before a fresh child takes over: a leak never grows old
