// What fingers, pens and mice mean. A gesture is idle, pointing, dragging or pinching; a drag begins after TRAVEL
// pixels, so a tap of an unsteady hand stays a tap. Points are { x, y } in pixels; nothing here touches the page.

export const TRAVEL = 8

export class Gesture {
  state = "idle"
  #pointers = new Map()          // id -> { start, now }
  #apart = 0

  press(id, point) {
    if (this.#pointers.size === 2) return
    this.#pointers.set(id, { start: point, now: point })
    if (this.#pointers.size === 2) {
      this.state = "pinching"
      this.#apart = this.#distance()
    } else {
      this.state = "pointing"
    }
  }

  // { dx, dy } since the press while dragging, { scale } while pinching, null while it is still only pointing.
  move(id, point) {
    const pointer = this.#pointers.get(id)
    if (!pointer) return null
    pointer.now = point
    if (this.state === "pinching") return { scale: this.#distance() / Math.max(this.#apart, 1) }
    const dx = point.x - pointer.start.x, dy = point.y - pointer.start.y
    if (this.state === "pointing" && Math.hypot(dx, dy) >= TRAVEL) this.state = "dragging"
    return this.state === "dragging" ? { dx, dy } : null
  }

  // What it was, told once, when it ends: "tap", "drag" or "pinch". Null while a finger is still down, or for a stranger.
  release(id) {
    if (!this.#pointers.delete(id)) return null
    if (this.state === "pinching" || this.state === "pinched") {
      this.state = this.#pointers.size ? "pinched" : "idle"     // the second finger's leaving is not a drag
      return this.state === "pinched" ? "pinch" : null
    }
    const was = { pointing: "tap", dragging: "drag" }[this.state]
    this.state = "idle"
    return was ?? null
  }

  cancel() {
    this.#pointers.clear()
    this.state = "idle"
  }

  #distance() {
    const [a, b] = [...this.#pointers.values()].map((pointer) => pointer.now)
    return Math.hypot(a.x - b.x, a.y - b.y)
  }
}
