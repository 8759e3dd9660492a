import type { BrandRecord } from './brand-view.ts'

/** The identity document that follows from a brand's fields; empty when there is nothing to say. */
export function composeIdentity(
  brand: Pick<BrandRecord, 'name' | 'description' | 'tone' | 'audience' | 'themes'>,
): string {
  const sections = [
    brand.description,
    section('Tone of voice', brand.tone),
    section('Who it speaks to', brand.audience),
    section('What it speaks about', brand.themes),
  ].filter((text) => text !== '')
  return sections.length === 0 ? '' : `${[`# ${brand.name}`, ...sections].join('\n\n')}\n`
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `## ${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}`
}
