// <show-passphrase> around a passphrase and its button: the button shows what was typed, and hides it again.
export class ShowPassphrase extends HTMLElement {
  #listening

  connectedCallback() {
    this.#listening = new AbortController()
    const { signal } = this.#listening
    const [input, button] = [this.querySelector("input"), this.querySelector("button")]
    button.hidden = false
    button.addEventListener("click", () => this.#show(input, button, input.type === "password"), { signal })
    input.form?.addEventListener("submit", () => this.#show(input, button, false), { signal })
  }

  disconnectedCallback() { this.#listening.abort() }

  #show(input, button, shown) {
    input.type = shown ? "text" : "password"
    button.setAttribute("aria-pressed", shown)
    button.querySelector("span").textContent = shown ? "Hide" : "Show"
  }
}

customElements.define("show-passphrase", ShowPassphrase)
