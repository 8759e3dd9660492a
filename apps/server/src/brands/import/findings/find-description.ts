import type { Candidate } from '../finding.ts'
import { clip, oneLine } from '../site/html-document.ts'
import { isOrganization, isWebSite, textOf } from '../site/json-ld.ts'
import { meta, type Page } from '../site/page.ts'
import { headingCounts, isOtherSection } from '../site/page-sections.ts'
import type { Site } from '../site/site.ts'
import { isUsable } from './placeholder-text.ts'
import { evidence, ranked } from './text-evidence.ts'

const maxLength = 500

/** What the brand does, in its own words. */
export function findDescription(site: Site, name: string | undefined): Candidate<string>[] {
  const candidates: Candidate<string>[] = []
  const add = (raw: string | undefined, weight: number, page: string, source: string) => {
    const value = raw === undefined ? '' : tidy(raw)
    if (
      !isUsable(value) ||
      !isSentenceLike(value) ||
      candidates.some((known) => known.value === value)
    )
      return
    const score = weight * lengthFactor(value) * aboutFactor(value, name)
    if (score > 0) candidates.push({ value, score, evidence: [evidence(page, value, source)] })
  }
  for (const page of site.pages.filter(({ kind }) => kind === 'home' || kind === 'about')) {
    const share = page.kind === 'home' ? 1 : 0.8
    for (const node of page.jsonLd) {
      if (isOrganization(node) || isWebSite(node))
        add(textOf(node['description']), 0.95 * share, page.url, 'json-ld')
    }
    for (const [source, weight] of declared)
      add(meta(page, source), weight * share, page.url, source)
    for (const { text, source, weight } of openingTexts(page))
      add(text, weight * share, page.url, source)
  }
  const { manifest, home } = site
  if (manifest !== undefined)
    add(manifest.description, 0.75, manifest.address, 'manifest description')
  for (const { key, text, source } of home.embedded) {
    if (/^(meta_?)?(description|seo_?description|tagline|intro|about|subtitle|lead)$/i.test(key))
      add(text, 0.65, home.url, `${source} ${key}`)
  }
  return ranked(candidates)
}

const declared = [
  ['description', 0.92],
  ['og:description', 0.88],
  ['twitter:description', 0.8],
] as const

function tidy(raw: string): string {
  const text = oneLine(raw.replace(/<[^>]{0,300}>/g, ' ').replace(/&nbsp;/g, ' '))
  if ([...text].length <= maxLength) return text
  const sentences = text.slice(0, maxLength).replace(/([.!?。！？])[^.!?。！？]*$/u, '$1')
  return sentences.length > 80 ? sentences : clip(text, maxLength)
}

function isSentenceLike(text: string): boolean {
  const isDense = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}]/u.test(text)
  return isDense ? text.length >= 8 : text.length >= 25 && text.split(' ').length >= 4
}

function lengthFactor(text: string): number {
  const isDense = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}]/u.test(text)
  const length = text.length * (isDense ? 2.5 : 1)
  if (length < 45) return 0.85
  return length > 400 ? 0.85 : 1
}

/** A list of search words or a call to switch on scripts describes nobody. */
function aboutFactor(text: string, name: string | undefined): number {
  if (
    /enable javascript|javascript (is )?(required|disabled|aktivieren)|cookies?\b.*\b(consent|use|accept)|you need to enable/i.test(
      text,
    )
  )
    return 0
  const commas = (text.match(/[,，、]/g) ?? []).length
  if (commas >= 6 && !/[.!?。]/.test(text)) return 0.6
  if (/\b(free|responsive)\b.*\b(template|theme)s?\b/i.test(text)) return 0
  return name !== undefined && text.toLowerCase().includes(name.toLowerCase()) ? 1.03 : 1
}

interface Opening {
  readonly text: string
  readonly source: string
  readonly weight: number
}

/** What a visitor reads first: the line under the first heading, then the first paragraphs. */
function openingTexts(page: Page): Opening[] {
  const main = page.blocks.filter(({ region }) => region === 'main' || region === 'header')
  const start = main.findIndex(({ kind, level }) => kind === 'heading' && level <= 2)
  const heading = main[start]
  const paragraphs: Opening[] = []
  const counts = headingCounts(main)
  let isOther = false
  for (const { kind, level, text } of main.slice(Math.max(0, start))) {
    // Under one heading again and again lie the cards of a list, not the brand's own words.
    if (kind === 'heading' && level <= 2)
      isOther = isOtherSection(text) || (counts.get(text) ?? 0) >= 3
    if (isOther || kind !== 'text' || !isUsable(text) || !isSentenceLike(text) || isByline(text))
      continue
    const isFirst = paragraphs.length === 0
    paragraphs.push({
      text,
      source: isFirst ? 'first paragraph' : 'paragraph',
      weight: 0.62 - paragraphs.length * 0.08,
    })
    if (paragraphs.length === 3) break
  }
  const title = heading && { text: heading.text, source: `h${heading.level}`, weight: 0.42 }
  return title === undefined ? paragraphs : [...paragraphs, title]
}

/** Who wrote it and when, or where to send letters. */
function isByline(text: string): boolean {
  return (
    /^[^\p{L}]*(written|posted|published|edited|by|von|par|por)\b.{0,80}$|\b(p|t|tel|phone|fax)\s?[:.]\s?\(?\+?\d/iu.test(
      text,
    ) || (text.match(/\d/g) ?? []).length > text.length / 5
  )
}
