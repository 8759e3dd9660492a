import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface TableProps {
  /** What the rows are; read aloud. */
  readonly caption: string
  readonly head: ReactNode
  readonly children: ReactNode
  readonly foot?: ReactNode
}

/** Rows of figures for work: dense, quiet, numbers under one another. */
export function Table({ caption, head, children, foot }: TableProps) {
  return (
    <table className="w-full text-sm tabular-nums">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-line text-xs text-muted">{head}</tr>
      </thead>
      <tbody>{children}</tbody>
      {foot !== undefined && <tfoot>{foot}</tfoot>}
    </table>
  )
}

interface CellProps {
  /** Numbers stand at the end. */
  readonly end?: boolean
  /** Left out where the page is narrow; say it below the first cell of the row there. */
  readonly wide?: boolean
  readonly quiet?: boolean
  readonly className?: string
  readonly children?: ReactNode
}

function cellClass({ end = false, wide = false, quiet = false, className }: CellProps): string {
  return classNames(
    'ps-4 first:ps-0',
    end ? 'text-end whitespace-nowrap' : 'text-start',
    wide && 'hidden md:table-cell',
    quiet && 'text-muted',
    className,
  )
}

export function Column(props: CellProps) {
  return (
    <th scope="col" className={classNames(cellClass(props), 'pb-2 font-medium')}>
      {props.children}
    </th>
  )
}

export function Row({ children }: { readonly children: ReactNode }) {
  return <tr className="border-b border-line align-top">{children}</tr>
}

/** What the row is about. */
export function RowHead(props: CellProps) {
  return (
    <th scope="row" className={classNames(cellClass(props), 'py-2.5 font-medium')}>
      {props.children}
    </th>
  )
}

export function Cell(props: CellProps) {
  return <td className={classNames(cellClass(props), 'py-2.5')}>{props.children}</td>
}
