// One stop for Tab in a row of choices; arrows move inside it.
const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: "up", ArrowDown: "down", Home: "first", End: "last" }

/** On an arrow key in a group of `selector`, focus the neighbour and give it back; undefined when the key means nothing here. */
export function rove(event, selector) {
  const here = event.target.closest(selector)
  if (!here || !(event.key in STEPS)) return undefined
  const all = [...(here.closest("[role=radiogroup]") ?? here.parentElement).querySelectorAll(selector)]
  const next = neighbour(all, here, STEPS[event.key])
  event.preventDefault()
  if (!next) return undefined
  for (const one of all) one.tabIndex = one === next ? 0 : -1
  next.focus()
  return next
}

function neighbour(all, here, step) {
  if (step === "first") return all[0]
  if (step === "last") return all.at(-1)
  if (typeof step === "number") return all[(all.indexOf(here) + step + all.length) % all.length]
  const way = step === "up" ? -1 : 1
  const beyond = all.filter((one) => (one.offsetTop - here.offsetTop) * way > 0)
  const row = way * Math.min(...beyond.map((one) => one.offsetTop * way))
  return beyond.filter((one) => one.offsetTop === row).sort((a, b) => away(a, here) - away(b, here))[0]
}

const away = (one, other) => Math.abs(one.offsetLeft - other.offsetLeft)
