/** A spreadsheet takes a cell that begins so for a formula and computes it. */
const formula = /^[=+\-@\t\r]/

/** One line of CSV by RFC 4180, its end included. Text that would be a formula is made plain text. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cellText).join(',')}\r\n`
}

function cellText(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  const text = formula.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
