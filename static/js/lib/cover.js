// Taking the words off the screen, at once and for good.
import { allCarried } from "./save.js"

const PATIENCE = 700                                 // milliseconds that the door waits for the last words

/** Empty the page: nothing of a story stays in it. Words just typed go to the server; only then may the stories be locked. */
export function emptyPage() {
  document.title = "Words and Pictures"
  document.body.replaceChildren()
  return allCarried(PATIENCE)
}
