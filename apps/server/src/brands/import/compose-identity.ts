import type { ColorsByRole, Finding, FindingField, FindingFor } from './finding.ts'
import { colorRoles } from './finding.ts'

/** The identity document: what is read before anything is written for the brand. */
export function composeIdentity(findings: readonly Finding[]): string {
  const name = findOf(findings, 'name')?.value
  const sections = [
    name === undefined ? '' : `# ${plain(name)}`,
    plain(findOf(findings, 'description')?.value ?? ''),
    list('Whom we speak to', findOf(findings, 'audience')?.value),
    list('What we speak about', findOf(findings, 'themes')?.value),
    tone(findOf(findings, 'tone')),
    language(findOf(findings, 'language')?.value),
    look(findOf(findings, 'colors')?.value, findOf(findings, 'fonts')),
  ]
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
}

function findOf<F extends FindingField>(
  findings: readonly Finding[],
  field: F,
): FindingFor<F> | undefined {
  const isField = (finding: Finding): finding is FindingFor<F> => finding.field === field
  return findings.find(isField)
}

/** Words of a page as words: they cannot make headings, links or code of the document. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/([\\`*_[\]<>])/g, '\\$1')
    .replace(/^([#>+-]|\d+[.)])/, '\\$1')
    .trim()
}

function list(heading: string, entries: readonly string[] | undefined): string {
  if (entries === undefined || entries.length === 0) return ''
  return [`## ${heading}`, '', ...entries.map((entry) => `- ${plain(entry)}`)].join('\n')
}

function tone(finding: FindingFor<'tone'> | undefined): string {
  if (finding === undefined) return ''
  const lines = finding.value.map((trait) => {
    const quote = finding.evidence.find(({ source }) => source === trait)
    return quote === undefined
      ? `- ${plain(trait)}`
      : `- ${plain(trait)}\n  > ${plain(quote.snippet)}`
  })
  return ['## How we sound', '', ...lines].join('\n')
}

function language(tag: string | undefined): string {
  if (tag === undefined) return ''
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag
  return `## Language\n\nWe write in ${name}.`
}

function look(colors: ColorsByRole | undefined, fonts: FindingFor<'fonts'> | undefined): string {
  const lines = colorRoles.flatMap((role) => {
    const color = colors?.[role]
    return color === undefined ? [] : [`- ${role}: ${color}`]
  })
  const { heading, body } = fonts?.value ?? {}
  if (heading !== undefined) lines.push(`- headings in ${plain(heading)}`)
  if (body !== undefined) lines.push(`- text in ${plain(body)}`)
  return lines.length === 0 ? '' : ['## How we look', '', ...lines].join('\n')
}
