// Undo and redo over values. Changes with the same name that follow each other within a moment are one step,
// so that Undo takes back a word, not a letter, and a walk across the stage, not one nudge of it.

const TOGETHER = 1200      // milliseconds
const MOST = 200           // steps kept

export class History {
  #past = []
  #future = []
  #last = { name: null, at: 0 }

  constructor(value, clock = () => Date.now()) {
    this.now = value
    this.clock = clock
  }

  get canUndo() { return this.#past.length > 0 }
  get canRedo() { return this.#future.length > 0 }

  keep(value, name = null) {
    const at = this.clock()
    const goesOn = name !== null && name === this.#last.name && at - this.#last.at < TOGETHER
    if (!goesOn) this.#past = [...this.#past, this.now].slice(-MOST)
    this.#last = { name, at }
    this.#future = []
    this.now = value
    return value
  }

  undo() { return this.#step(this.#past, this.#future) }
  redo() { return this.#step(this.#future, this.#past) }

  #step(from, to) {
    if (!from.length) return this.now
    to.push(this.now)
    this.now = from.pop()
    this.#last = { name: null, at: 0 }
    return this.now
  }
}
