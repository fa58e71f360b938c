"""Every limit of the app, in one table. Each keeps a story child-sized, and the machine safe from a bad file."""

PANELS = 36            # panels in a story; a folded booklet of 40 pages is the most a long-arm stapler takes
WORDS = 1_500          # characters of words in one panel and language
NOTE = 5_000           # characters of an adult-only note
ITEMS = 60             # things on one stage
BUBBLE_WORDS = 12      # words in one bubble; a child reads the panel's words, not the bubble
BUBBLE = 120           # characters of one bubble
STROKES = 400          # freehand strokes in one drawing
STROKE = 4_000         # characters of one stroke's path
PEOPLE = 40            # people in one cast
CHILDREN = 8           # children a story is for
SITUATIONS = 3         # hard things one story explains together
VERSIONS = 8           # readings of one story
LANGUAGES = 4          # languages of one story
NAME = 60              # characters of a name
TITLE = 120            # characters of a title
RECORDS = 60           # agreements or tellings kept with a story
PICTURES = 60          # uploaded pictures in one story
PICTURE_BYTES = 15 * 1024 * 1024
PICTURE_PIXELS = 40_000_000
FILE_BYTES = 60 * 1024 * 1024   # a story file
FILE_SWELL = 10                 # a story file unpacks to at most this many times its size
SHEET_BYTES = 400_000           # one sheet as JSON
