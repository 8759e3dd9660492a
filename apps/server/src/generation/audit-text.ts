import type { Audit } from './audit.ts'

/** The audit as a person reads it in a terminal. */
export function auditText({ looked, findings }: Audit): string {
  const counted = ['accounts', 'grants', 'operations', 'entries', 'generations'] as const
  const table = rows(counted.map((name) => [name, looked[name].toLocaleString('en-GB')]))
  if (findings.length === 0) return `${table}\n\nNo difference.`
  const told = findings.map(({ workspaceId, id, finding }) => [workspaceId, id, finding])
  const head = ['workspace', 'what', 'difference']
  const count = findings.length === 1 ? '1 difference' : `${findings.length} differences`
  return `${table}\n\n${count}, and nothing was changed:\n\n${rows([head, ...told])}`
}

/** Columns under each other; numbers, which only the last column has, at its end. */
function rows(cells: readonly (readonly string[])[]): string {
  const columns = cells[0]?.length ?? 0
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  )
  return cells
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0
          return /^[\d,]+$/.test(cell) ? cell.padStart(width) : cell.padEnd(width)
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
