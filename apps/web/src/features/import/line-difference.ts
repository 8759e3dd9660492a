import { diffLines } from 'diff'

/** A run of lines of a document, or how many that stayed were left out between two of them. */
export type DifferencePart =
  | { readonly kind: 'same' | 'added' | 'removed'; readonly lines: readonly string[] }
  | { readonly kind: 'left_out'; readonly count: number }

const around = 2

/** The lines of two documents beside each other; of those that stay only some around each change. */
export function lineDifference(before: string, after: string): DifferencePart[] {
  const changes = diffLines(ended(before), ended(after))
  return changes.flatMap((change, index): DifferencePart[] => {
    const lines = change.value.replace(/\n$/, '').split('\n')
    if (change.added) return [{ kind: 'added', lines }]
    if (change.removed) return [{ kind: 'removed', lines }]
    return folded(lines, index === 0, index === changes.length - 1)
  })
}

function folded(lines: readonly string[], isFirst: boolean, isLast: boolean): DifferencePart[] {
  const head = isFirst ? 0 : around
  const tail = isLast ? 0 : around
  const count = lines.length - head - tail
  if (count <= 1) return [{ kind: 'same', lines }]
  return [
    ...(head > 0 ? [{ kind: 'same' as const, lines: lines.slice(0, head) }] : []),
    { kind: 'left_out', count },
    ...(tail > 0 ? [{ kind: 'same' as const, lines: lines.slice(-tail) }] : []),
  ]
}

function ended(text: string): string {
  return `${text.replace(/\r\n?/g, '\n').replace(/\n+$/, '')}\n`
}
