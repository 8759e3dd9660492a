/** Goes to where something has begun to appear, unless its beginning can be seen already. */
export function bringIntoView(element: Element | null): void {
  if (element === null) return
  const { top } = element.getBoundingClientRect()
  if (top < 0 || top > window.innerHeight / 2) element.scrollIntoView({ block: 'start' })
}
