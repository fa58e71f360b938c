// Taking the words off the screen, at once and for good.

/** Empty the page: nothing of a story stays in it, typed words included. */
export function emptyPage() {
  document.title = "Words and Pictures"
  document.body.replaceChildren()
}
