"""The drawing room: a scene and its cast become a drawing.

`draw` gives shapes (what is drawn) and, apart from them, labels (words, with their lines already broken).
The screen writes both as one SVG; the press lays the labels as text over the same shapes.
"""
