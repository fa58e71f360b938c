"""The darkroom: a picture from outside is developed here, in a process of its own, and only its pixels come out."""
