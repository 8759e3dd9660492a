import type { Progress } from '@rheos/contract'
import { storableJson } from '../db/storable-text.ts'
import type { ImportStep } from './import/website-import.ts'
import type { PagesProgress } from './import-result.ts'

const lookingAt = {
  styles: 'Looking at its colours and fonts',
  pictures: 'Looking for its logo',
  text: 'Reading how it speaks',
} as const satisfies Record<Extract<ImportStep, { kind: 'looking' }>['at'], string>

/** Follows the steps of a reading: each page is listed once, in the order it was begun. */
export function importProgress(
  tell: (progress: Progress, pages: PagesProgress) => void,
): (step: ImportStep) => void {
  const pages = new Map<string, PagesProgress[number]>()
  let max = 1
  return (step) => {
    if (step.kind !== 'looking') {
      max = step.max
      const title = step.kind === 'read' ? step.title : ''
      pages.set(step.url, { url: step.url, title, state: step.kind })
    }
    const done = [...pages.values()].filter(({ state }) => state !== 'reading').length
    const total = step.kind === 'looking' ? pages.size : Math.max(max, pages.size)
    const message =
      step.kind === 'looking' ? lookingAt[step.at] : `Reading ${shortAddress(step.url)}`
    tell({ done, total, message }, storableJson([...pages.values()]))
  }
}

function shortAddress(url: string): string {
  if (!URL.canParse(url)) return 'the website'
  const { hostname, pathname } = new URL(url)
  return pathname === '/' ? hostname : decoded(pathname)
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}
