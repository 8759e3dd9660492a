import type { BrandColors, BrandFonts, Finding } from '@rheos/contract'
import { diffWords } from 'diff'
import { Minus, Plus } from 'lucide-react'
import { useMemo } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { colorRoles } from '../brand/color-roles.ts'
import { languageName } from '../brand/language-field.tsx'
import { countText } from '../count-text.ts'
import { fieldLabels } from './finding-words.ts'
import { lineDifference } from './line-difference.ts'
import { listDifference } from './list-difference.ts'

const addedClass = 'bg-success-soft text-success no-underline'
const removedClass = 'bg-danger-soft text-danger'

/** Whether a difference of this field is drawn within one picture rather than as two side by side. */
export function isDrawnAsOne({ field, comparison, current }: Finding): boolean {
  return (
    field !== 'logo' &&
    current !== null &&
    (comparison === 'differs' || comparison === 'hand_edited')
  )
}

/** What accepting a finding would change: what goes, what comes, what stays. */
export function FindingDifference({ finding }: { readonly finding: Finding }) {
  const { field, value, current } = finding
  if (current === null || field === 'logo') return null
  switch (field) {
    case 'colors':
      return <ColorDifference before={current} after={value} />
    case 'fonts':
      return <FontDifference before={current} after={value} />
    case 'language':
      return <Pair before={languageName(current)} after={languageName(value)} />
    case 'website':
      return <Pair before={current} after={value} />
    case 'identity':
      return <DocumentDifference before={current} after={value} />
    case 'name':
    case 'description':
      return <WordDifference before={current} after={value} />
    default:
      return <ListChange before={current} after={value} label={fieldLabels[field]} />
  }
}

function Pair({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 wrap-anywhere">
      <del className={classNames('rounded-sm px-1', removedClass)}>{before}</del>
      <span aria-hidden="true" className="text-muted rtl:rotate-180">
        →
      </span>
      <ins className={classNames('rounded-sm px-1', addedClass)}>{after}</ins>
    </p>
  )
}

function WordDifference({ before, after }: { readonly before: string; readonly after: string }) {
  const parts = useMemo(() => diffWords(before, after), [before, after])
  return (
    <p dir="auto" className="max-w-prose leading-relaxed break-words">
      {parts.map((part, index) => {
        const key = `${index}`
        if (part.added) {
          return (
            <ins key={key} className={classNames('rounded-sm', addedClass)}>
              {part.value}
            </ins>
          )
        }
        if (part.removed) {
          return (
            <del key={key} className={classNames('rounded-sm', removedClass)}>
              {part.value}
            </del>
          )
        }
        return <span key={key}>{part.value}</span>
      })}
    </p>
  )
}

function DocumentDifference(props: { readonly before: string; readonly after: string }) {
  const { before, after } = props
  const parts = useMemo(() => lineDifference(before, after), [before, after])
  return (
    <section
      aria-label="What changes in the document"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
      tabIndex={0}
      className="max-h-96 overflow-y-auto rounded-md border border-line py-2 font-mono text-sm"
    >
      {parts.map((part, index) => {
        const key = `${index}`
        if (part.kind === 'left_out') {
          return (
            <p key={key} className="px-4 py-1 text-xs text-muted">
              {countText(part.count, 'line')} unchanged
            </p>
          )
        }
        return part.lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place.
          <DocumentLine key={`${key}-${place}`} kind={part.kind} line={line} />
        ))
      })}
    </section>
  )
}

interface DocumentLineProps {
  readonly kind: 'same' | 'added' | 'removed'
  readonly line: string
}

function DocumentLine({ kind, line }: DocumentLineProps) {
  const Tag = kind === 'added' ? 'ins' : kind === 'removed' ? 'del' : 'p'
  const sign = { added: '+', removed: '−', same: ' ' } as const
  return (
    <Tag
      dir="auto"
      className={classNames(
        'flex gap-3 px-4 py-0.5 break-words whitespace-pre-wrap',
        kind === 'added' && addedClass,
        kind === 'removed' && removedClass,
      )}
    >
      <span aria-hidden="true" className="w-2 shrink-0">
        {sign[kind]}
      </span>
      <span className="min-w-0">{line === '' ? '\u00a0' : line}</span>
    </Tag>
  )
}

interface ListChangeProps {
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly label: string
}

function ListChange({ before, after, label }: ListChangeProps) {
  const { kept, added, removed } = listDifference(before, after)
  return (
    <ul aria-label={`${label}, what changes`} className="flex flex-wrap gap-1.5">
      {kept.map((entry) => (
        <li key={entry} dir="auto" className="rounded-full bg-sunken px-3 py-1 text-sm break-words">
          {entry}
        </li>
      ))}
      {removed.map((entry) => (
        <li key={entry}>
          <del className={classNames(entryClass, removedClass)}>
            <Minus size={13} aria-hidden="true" className="shrink-0" />
            <span dir="auto">{entry}</span>
          </del>
        </li>
      ))}
      {added.map((entry) => (
        <li key={entry}>
          <ins className={classNames(entryClass, addedClass)}>
            <Plus size={13} aria-hidden="true" className="shrink-0" />
            <span dir="auto">{entry}</span>
          </ins>
        </li>
      ))}
    </ul>
  )
}

const entryClass = 'inline-flex items-center gap-1.5 rounded-full px-3 py-1 text-sm break-words'

function ColorDifference(props: { readonly before: BrandColors; readonly after: BrandColors }) {
  const rows = colorRoles.filter(
    ({ role }) => props.before[role] !== undefined || props.after[role] !== undefined,
  )
  return (
    <table className="text-sm">
      <thead className="sr-only">
        <tr>
          <th scope="col">Colour</th>
          <th scope="col">Now</th>
          <th scope="col">Found</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ role, label }) => {
          const [before, after] = [props.before[role], props.after[role]]
          return (
            <tr key={role} className={before === after ? 'text-muted' : ''}>
              <th scope="row" className="py-1.5 pe-6 text-start font-normal">
                {label}
              </th>
              <td className="py-1.5 pe-6">
                <Swatch color={before} />
              </td>
              <td className="py-1.5">{before === after ? 'stays' : <Swatch color={after} />}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Swatch({ color }: { readonly color: string | undefined }) {
  if (color === undefined) return <span className="text-muted">none</span>
  return (
    <span className="inline-flex items-center gap-2">
      <span
        aria-hidden="true"
        className="size-8 rounded-md border border-line"
        style={{ backgroundColor: color }}
      />
      <span className="font-mono text-xs">{color}</span>
    </span>
  )
}

function FontDifference(props: { readonly before: BrandFonts; readonly after: BrandFonts }) {
  const rows = [
    { use: 'heading', label: 'Headings' },
    { use: 'body', label: 'Text' },
  ] as const
  return (
    <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-6 gap-y-2">
      {rows.map(({ use, label }) => {
        const [before, after] = [props.before[use] ?? '', props.after[use] ?? '']
        if (before === '' && after === '') return null
        return (
          <div key={use} className="contents">
            <dt className="text-sm text-muted">{label}</dt>
            <dd>
              {before === after ? (
                <span className="text-muted">{before}, stays</span>
              ) : (
                <Pair before={before || 'none'} after={after || 'none'} />
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
