/** One row of pictures: which, and how wide and high they stand. */
export interface JustifiedRow {
  readonly top: number
  readonly height: number
  readonly cells: readonly {
    readonly index: number
    readonly left: number
    readonly width: number
  }[]
}

export interface Shape {
  readonly width: number
  readonly height: number
}

/** Beyond these a picture does not get the room its shape asks: a panorama would leave its row no height. */
const widest = 3
const narrowest = 0.5

/**
 * Pictures in rows of one width, in reading order, each as wide as its shape asks. The last row keeps
 * the height that rows aim at, so that a lonely picture is not blown up.
 */
export function justifiedRows(
  shapes: readonly Shape[],
  options: { readonly width: number; readonly rowHeight: number; readonly gap: number },
): JustifiedRow[] {
  const { width, rowHeight, gap } = options
  const rows: JustifiedRow[] = []
  let top = 0
  let first = 0
  let ratios: number[] = []
  const close = (height: number) => {
    rows.push(rowOf(ratios, { first, top, height, gap, width }))
    top += height + gap
    first += ratios.length
    ratios = []
  }
  for (const shape of shapes) {
    ratios.push(Math.min(widest, Math.max(narrowest, shape.width / shape.height)))
    const height = (width - gap * (ratios.length - 1)) / sum(ratios)
    if (height <= rowHeight) close(height)
  }
  if (ratios.length > 0) {
    close(Math.min(rowHeight, (width - gap * (ratios.length - 1)) / sum(ratios)))
  }
  return rows
}

function rowOf(
  ratios: readonly number[],
  row: {
    readonly first: number
    readonly top: number
    readonly height: number
    readonly gap: number
    readonly width: number
  },
): JustifiedRow {
  let left = 0
  const cells = ratios.map((ratio, place) => {
    const cell = { index: row.first + place, left, width: ratio * row.height }
    left += cell.width + row.gap
    return cell
  })
  return { top: row.top, height: row.height, cells }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** The picture above or below one, the nearest by its middle; undefined where there is no such row. */
export function neighbourAcross(
  rows: readonly JustifiedRow[],
  index: number,
  step: 1 | -1,
): number | undefined {
  const at = rows.findIndex((row) => row.cells.some((cell) => cell.index === index))
  const own = rows[at]?.cells.find((cell) => cell.index === index)
  const other = rows[at + step]
  if (own === undefined || other === undefined) return undefined
  const middle = own.left + own.width / 2
  const distance = (cell: (typeof other.cells)[number]) =>
    Math.abs(cell.left + cell.width / 2 - middle)
  return other.cells.reduce((best, cell) => (distance(cell) < distance(best) ? cell : best)).index
}
