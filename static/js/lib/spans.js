// Stretches of a text that something is said about: { start, end, ... } in UTF-16 units, as a browser counts.

/** The stretches where they now stand, after somebody typed; one that was typed into is gone. */
export function shift(spans, before, after) {
  const shorter = Math.min(before.length, after.length)
  let head = 0, tail = 0
  while (head < shorter && before[head] === after[head]) head++
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const changedTo = before.length - tail, by = after.length - before.length
  return spans.flatMap((span) => {
    if (span.end <= head) return [span]
    return span.start >= changedTo ? [{ ...span, start: span.start + by, end: span.end + by }] : []
  })
}

/** The text in pieces, [words, spans that cover them]: each piece is covered by the same spans from end to end. */
export function pieces(text, spans) {
  const edges = [...new Set([0, text.length, ...spans.flatMap((span) => [span.start, span.end])])].sort((a, b) => a - b)
  return edges.slice(1).map((end, i) => [text.slice(edges[i], end), spans.filter((span) => span.start <= edges[i] && span.end >= end)])
}

/** The same for the same words found again, so that advice put aside stays aside. */
export const keyOf = ({ kind, found }) => `${kind}:${found.toLowerCase().split(/\s+/).filter(Boolean).join(" ")}`

/** A text in two, never in the middle of a word. */
export function part(text, at) {
  const from = /\S/.test(text[at] ?? "") ? at - /\S*$/.exec(text.slice(0, at))[0].length : at
  return [text.slice(0, from), text.slice(from)]
}
