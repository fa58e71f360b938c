// One stop for Tab in a row of choices; arrows move inside it.
const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: "up", ArrowDown: "down", Home: "first", End: "last" }

/** On an arrow key in a group of `selector`, focus the neighbour and give it back; undefined when the key means nothing here. */
export function rove(event, selector) {
  const here = event.target.closest(selector)
  if (!here || !(event.key in STEPS)) return undefined
  const all = [...here.parentElement.querySelectorAll(selector)]
  const next = neighbour(all, all.indexOf(here), STEPS[event.key])
  event.preventDefault()
  if (!next) return undefined
  for (const one of all) one.tabIndex = one === next ? 0 : -1
  next.focus()
  return next
}

function neighbour(all, at, step) {
  if (step === "first") return all[0]
  if (step === "last") return all.at(-1)
  if (typeof step === "number") return all[(at + step + all.length) % all.length]
  const columns = all.filter((one) => one.offsetTop === all[0].offsetTop).length
  return all[at + (step === "up" ? -columns : columns)]
}
