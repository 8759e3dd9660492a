const saidMax = 200
/** As long as a description may be when a person writes it. */
const altMax = 1000

/** What is to be seen of a picture that was made from another one; a suggestion for a person to better. */
export function changedAlt(
  from: { readonly alt: string; readonly prompt: string | undefined },
  changed: { readonly action: string; readonly instruction: string },
): string {
  const seen = from.alt !== '' ? from.alt : bounded(from.prompt ?? '')
  if (changed.action === 'upscale' || changed.instruction === '') return seen.slice(0, altMax)
  const words =
    changed.action === 'background'
      ? `Background: ${bounded(changed.instruction)}`
      : `Changed: ${bounded(changed.instruction)}`
  return [sentence(seen), sentence(words)]
    .filter((part) => part !== '')
    .join(' ')
    .slice(0, altMax)
}

function bounded(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > saidMax ? `${line.slice(0, saidMax - 1).trimEnd()}…` : line
}

function sentence(text: string): string {
  return text === '' || /[.!?…]$/.test(text) ? text : `${text}.`
}
