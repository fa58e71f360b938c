// What comes only when it is about to be seen: pictures, <img data-src>, and long shelves. The browser's own way fetches a hundred
// pictures too many.
const NEAR = "160px"
const waiting = new WeakMap()          // element -> what to do when it comes near

const coming = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue
    coming.unobserve(target)
    waiting.get(target)(target)
  }
}, { rootMargin: NEAR, scrollMargin: NEAR })

/** Once, when `element` is about to be seen. */
export function whenNear(element, come) {
  waiting.set(element, come)
  coming.observe(element)
}

/** Let every picture inside `box` come when it is near. */
export function watch(box) {
  for (const img of box.querySelectorAll("img[data-src]:not([src])")) whenNear(img, show)
}

/** Another picture in the same place; fetched at once only if the one before it was. */
export function change(img, src) {
  img.dataset.src = src
  if (img.hasAttribute("src")) show(img)
}

function show(img) { img.src = img.dataset.src }
