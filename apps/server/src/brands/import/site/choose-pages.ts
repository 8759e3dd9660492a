import type { PageKind } from '../finding.ts'
import type { Page, PageLink } from './page.ts'
import { isSameSite, mayBePage, pageKey } from './page-address.ts'
import { pageKindOf } from './page-kind.ts'

export interface ChosenPage {
  readonly url: string
  readonly kind: PageKind
}

/** How many pages of a kind are wanted, in the order in which they tell something of a brand. */
const wanted: readonly (readonly [PageKind, number])[] = [
  ['about', 1],
  ['product', 2],
  ['pricing', 1],
  ['customers', 1],
  ['blog', 1],
  ['contact', 1],
  ['product', 2],
  ['other', 3],
]

/** The pages to read after the home page, from the links on it. */
export function choosePages(home: Page, max: number): ChosenPage[] {
  const open = candidateLinks(home)
  const chosen: ChosenPage[] = []
  for (const [kind, count] of wanted) {
    const fitting = open.filter(
      (link) => link.kind === kind && !chosen.some(({ url }) => url === link.url),
    )
    for (const { url } of fitting.slice(0, count)) chosen.push({ url, kind })
  }
  return chosen.slice(0, max)
}

interface CandidateLink extends ChosenPage {
  readonly isMenu: boolean
}

function candidateLinks(home: Page): CandidateLink[] {
  const links = new Map<string, CandidateLink>()
  const homeKey = pageKey(home.url)
  for (const link of home.links) {
    if (!isSameSite(link.url, home.url) || !mayBePage(link.url)) continue
    const key = pageKey(link.url)
    if (key === homeKey) continue
    const candidate = { url: withoutFragment(link.url), kind: kindOf(link), isMenu: link.isMenu }
    const known = links.get(key)
    if (known === undefined || (known.kind === 'other' && candidate.kind !== 'other'))
      links.set(key, candidate)
  }
  // Menus name the pages that matter; within them the order of the site stands.
  const all = [...links.values()].filter(
    ({ kind, isMenu }) => kind !== 'home' && (kind !== 'other' || isMenu),
  )
  return [...all.filter(({ isMenu }) => isMenu), ...all.filter(({ isMenu }) => !isMenu)].sort(
    shallowFirst,
  )
}

/** “/services” says more than “/services/repairs/pumps”. */
function shallowFirst(one: CandidateLink, other: CandidateLink): number {
  return depthOf(one) - depthOf(other)
}

function depthOf({ url, isMenu }: CandidateLink): number {
  return new URL(url).pathname.split('/').filter((part) => part !== '').length + (isMenu ? 0 : 1)
}

function kindOf(link: PageLink): PageKind {
  const { pathname } = new URL(link.url)
  // The same site in another language, and nothing more.
  if (/^\/[a-z]{2}(-[a-z]{2})?\/?$/i.test(pathname)) return 'home'
  return pageKindOf(link.text, pathname)
}

function withoutFragment(address: string): string {
  const url = new URL(address)
  url.hash = ''
  return url.href
}
