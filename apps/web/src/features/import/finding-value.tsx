import type { BrandColors, BrandFonts, Finding, LogoCandidate } from '@rheos/contract'
import { colorRoles } from '../brand/color-roles.ts'
import { languageName } from '../brand/language-field.tsx'
import { MarkdownView } from '../brand/markdown-view.tsx'

interface FindingValueProps {
  readonly field: Finding['field']
  readonly value: unknown
  /** Names what scrolls, so that the found and the present one can be told apart. */
  readonly label: string
}

/** A found value as it is: colours as swatches, a document as a document, tags as tags. */
export function FindingValue({ field, value, label }: FindingValueProps) {
  if (field === 'colors') return <ColorValue colors={value as BrandColors} />
  if (field === 'fonts') return <FontValue fonts={value as BrandFonts} />
  if (field === 'language') return <p className="text-base">{languageName(value as string)}</p>
  if (field === 'identity') {
    return (
      <section
        className="max-h-72 overflow-y-auto rounded-md border border-line p-4"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
        tabIndex={0}
        aria-label={label}
      >
        <MarkdownView source={value as string} />
      </section>
    )
  }
  if (Array.isArray(value)) return <TagValue tags={value as readonly string[]} />
  return (
    <p
      dir="auto"
      className={
        field === 'name' ? 'text-xl font-semibold' : 'text-base leading-relaxed wrap-anywhere'
      }
    >
      {value as string}
    </p>
  )
}

function ColorValue({ colors }: { readonly colors: BrandColors }) {
  return (
    <ul className="flex flex-wrap gap-4">
      {colorRoles.map(({ role, label }) => {
        const color = colors[role]
        return color === undefined ? null : (
          <li key={role} className="flex items-center gap-2.5">
            <span
              aria-hidden="true"
              className="size-9 rounded-md border border-line"
              style={{ backgroundColor: color }}
            />
            <span className="text-sm leading-tight">
              {label}
              <span className="block font-mono text-xs text-muted">{color}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function FontValue({ fonts }: { readonly fonts: BrandFonts }) {
  const rows = [
    { use: 'Headings', name: fonts.heading },
    { use: 'Text', name: fonts.body },
  ]
  return (
    <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1">
      {rows.map(({ use, name }) =>
        name === undefined ? null : (
          <div key={use} className="contents">
            <dt className="text-sm text-muted">{use}</dt>
            <dd className="text-lg" style={{ fontFamily: `"${name}", var(--font-sans)` }}>
              {name}
            </dd>
          </div>
        ),
      )}
    </dl>
  )
}

function TagValue({ tags }: { readonly tags: readonly string[] }) {
  return (
    <ul className="flex flex-wrap gap-1.5">
      {tags.map((tag) => (
        <li key={tag} dir="auto" className="rounded-full bg-sunken px-3 py-1 text-sm break-words">
          {tag}
        </li>
      ))}
    </ul>
  )
}

export interface LogoChoiceProps {
  readonly candidates: readonly LogoCandidate[]
  readonly choice: number
  readonly onChoose: (choice: number) => void
  readonly disabled: boolean
}

/** The logos found on the site, one of them to be taken. */
export function LogoChoice({ candidates, choice, onChoose, disabled }: LogoChoiceProps) {
  return (
    <fieldset disabled={disabled} className="flex flex-wrap gap-3">
      <legend className="sr-only">Choose a logo</legend>
      {candidates.map((candidate, index) => (
        <label
          key={candidate.url}
          className="relative cursor-pointer rounded-lg border border-line p-3 has-checked:border-accent has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name="logo"
            className="sr-only"
            checked={choice === index}
            onChange={() => onChoose(index)}
          />
          <span className="checkered flex size-28 items-center justify-center rounded-sm">
            <img
              src={candidate.url}
              alt={`Logo ${index + 1}, from ${candidate.source}`}
              className="max-h-24 max-w-24 object-contain"
            />
          </span>
          <span className="mt-2 block text-center text-xs text-muted tabular-nums">
            {candidate.width} × {candidate.height}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
