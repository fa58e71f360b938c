// What a page's fields say, beside what they came with.

/** Whether a field says what the page came with. Of a row of radios only the one that is chosen says anything. */
export function isAsItCame(field) {
  if (field.matches("select")) return field.selectedIndex === Math.max([...field.options].findIndex(one => one.defaultSelected), 0)
  if (field.matches("[type=radio], [type=checkbox]")) return field.checked === field.defaultChecked || (field.type === "radio" && !field.checked)
  return field.value === field.defaultValue
}

/** Whether something was written or chosen in a form that only its own button keeps, and not sent yet. */
export const isSomethingUnsent = () => [...document.querySelectorAll("form[data-by-button]")].some((form) =>
  [...form.elements].some((field) => field.matches("textarea, input:not([type=hidden]), select") && !isAsItCame(field)))
