// <print-page> around the picture of a printed side: says that the pages are being laid out, and says so when they cannot be.
const SORRY = "The pages could not be shown just now. Please try again in a moment."

export class PrintPage extends HTMLElement {
  connectedCallback() {
    const picture = this.querySelector("img"), wait = this.querySelector("[role=status]")
    const shown = () => { wait.textContent = "" }
    const failed = async () => { wait.textContent = await this.#why(picture.src) }
    if (picture.complete) return picture.naturalWidth ? shown() : failed()
    picture.addEventListener("load", shown, { once: true })
    picture.addEventListener("error", failed, { once: true })
  }

  /** The server's own sentence, when it has one. */
  async #why(src) {
    try {
      const reply = await fetch(src, { headers: { Accept: "application/json" }, cache: "no-store" })
      return (await reply.json()).sentence ?? SORRY
    } catch {
      return SORRY
    }
  }
}

customElements.define("print-page", PrintPage)
