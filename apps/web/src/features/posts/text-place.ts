export interface Place {
  readonly left: number
  readonly top: number
  readonly height: number
}

// Each by itself: the browser gives no shorthand where a part of it has none, as features of a font.
const copied = [
  'fontFamily',
  'fontSize',
  'fontStyle',
  'fontWeight',
  'fontStretch',
  'fontFeatureSettings',
  'fontVariationSettings',
  'letterSpacing',
  'lineHeight',
  'padding',
  'border',
  'boxSizing',
  'direction',
  'textAlign',
  'wordSpacing',
  'overflowWrap',
  'tabSize',
] as const

/**
 * Where a character of a text field stands within it. A text field does not say, so its text is laid
 * out once more, unseen, in a copy that does.
 */
export function placeOf(field: HTMLTextAreaElement, at: number): Place {
  const copy = document.createElement('div')
  const style = getComputedStyle(field)
  for (const name of copied) copy.style[name] = style[name]
  copy.style.position = 'absolute'
  copy.style.visibility = 'hidden'
  copy.style.whiteSpace = 'pre-wrap'
  copy.style.width = `${field.offsetWidth}px`
  copy.dir = style.direction
  copy.textContent = field.value.slice(0, at)
  const mark = document.createElement('span')
  mark.textContent = field.value.slice(at, at + 1) || '.'
  copy.append(mark, field.value.slice(at + 1))
  field.parentElement?.append(copy)
  const place = { left: mark.offsetLeft, top: mark.offsetTop, height: mark.offsetHeight }
  copy.remove()
  return place
}
