/** Columns under each other: the first to the left, numbers to the right. */
export function textTable(rows: readonly (readonly string[])[], leftColumns = 1): string {
  const widths: number[] = []
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length)
    })
  }
  const lines = rows.map((row) =>
    row.map((cell, column) => {
      const width = widths[column] ?? 0
      return column < leftColumns ? cell.padEnd(width) : cell.padStart(width)
    }),
  )
  return lines.map((cells) => `  ${cells.join('  ').trimEnd()}\n`).join('')
}
