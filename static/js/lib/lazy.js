// Pictures that come when they are about to be seen: <img data-src>. The browser's own way fetches a hundred too many.
const NEAR = "160px"

const coming = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue
    coming.unobserve(target)
    show(target)
  }
}, { rootMargin: NEAR, scrollMargin: NEAR })

/** Let every picture inside `box` come when it is near. */
export function watch(box) {
  for (const img of box.querySelectorAll("img[data-src]:not([src])")) coming.observe(img)
}

/** Another picture in the same place; fetched at once only if the one before it was. */
export function change(img, src) {
  img.dataset.src = src
  if (img.hasAttribute("src")) show(img)
}

function show(img) { img.src = img.dataset.src }
