const mark = 'data-generation'

/** Marks the place where a generation is shown as it goes on. */
export function shownAs(generationId: string) {
  return { [mark]: generationId }
}

/** Whether it is before the person's eyes: in the image studio, on its page or over another. */
export function isShown(generationId: string): boolean {
  return document.querySelector(`[${mark}="${CSS.escape(generationId)}"]`) !== null
}
