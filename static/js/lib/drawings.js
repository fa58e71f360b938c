// Drawings of scenes, made by the server. The last few are kept, so that Undo shows at once.
import { look } from "./send.js"

const KEPT = 24

export class Drawings {
  #kept = new Map()

  constructor(url, scene, drawing) {
    this.url = url
    this.#kept.set(JSON.stringify(scene), drawing)
  }

  /** { svg, alt, floor, items } of the scene. Throws Unreachable without a connection, RangeError when it cannot be drawn. */
  async of(scene) {
    const key = JSON.stringify(scene)
    if (!this.#kept.has(key)) {
      const { ok, answer } = await look(this.url, { body: key })
      if (!ok) throw new RangeError(answer?.sentence ?? "")
      this.#kept.set(key, answer)
      if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value)
    }
    return this.#kept.get(key)
  }
}
