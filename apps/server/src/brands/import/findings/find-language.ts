import type { Candidate } from '../finding.ts'
import { attribute, selectElement } from '../site/html-document.ts'
import { meta } from '../site/page.ts'
import type { Site } from '../site/site.ts'
import { isPlaceholder } from './placeholder-text.ts'
import { evidence, ranked } from './text-evidence.ts'

/** The most frequent small words of languages written in Latin letters. */
const smallWords: Readonly<Record<string, string>> = {
  en: 'the and of to for with our your you we is are in on from that this it be have',
  de: 'und der die das für mit wir sie ist nicht ein eine von auf ihre unsere dem den zu auch',
  fr: 'et le la les des pour avec nous vous est une un dans sur votre notre du que au plus',
  es: 'y el la los las para con nosotros que es una un en del por su nuestro nuestra tu más',
  it: 'e il la i gli per con che è una un di del della nel nostra nostro sono più le',
  pt: 'e o a os as para com que é uma um em do da nosso nossa seu não mais você',
  nl: 'en de het een van voor met wij is niet op uw onze zijn bij dat aan ook te naar',
  sv: 'och att det som för med vi är en ett på av din vår till inte har kan om',
  da: 'og at det som for med vi er en et på af din vores til ikke har kan om',
  nb: 'og at det som for med vi er en et på av din vår til ikke har kan om',
  fi: 'ja on että se ei ole kanssa meidän sekä myös kun tai ovat voit joka kuin',
  pl: 'i w na z do się nie jest to dla oraz nasze jak od po są twoje o przez',
  cs: 'a v na se je to pro s naše jsou do z jsme vás od nebo jako které',
  tr: 've bir için ile bu da de çok en olarak daha sizin biz ne gibi kadar',
  ro: 'și de la în pentru cu este un o care din pe sau noastre mai sunt',
  hu: 'és a az hogy nem egy is van meg de már csak mint vagy még',
  id: 'dan yang di untuk dengan kami ini dari anda adalah pada tidak ke dalam',
  vi: 'và của cho là các với chúng tôi bạn trong được có những một không',
}

const scripts: readonly (readonly [RegExp, string])[] = [
  [/[\p{sc=Hira}\p{sc=Kana}]/gu, 'ja'],
  [/\p{sc=Hang}/gu, 'ko'],
  [/\p{sc=Han}/gu, 'zh'],
  [/\p{sc=Hebr}/gu, 'he'],
  [/\p{sc=Arab}/gu, 'ar'],
  [/\p{sc=Cyrl}/gu, 'ru'],
  [/\p{sc=Grek}/gu, 'el'],
  [/\p{sc=Thai}/gu, 'th'],
  [/\p{sc=Deva}/gu, 'hi'],
]

/** The language the site is written in: what it declares, unless its text says otherwise. */
export function findLanguage(site: Site): Candidate<string>[] {
  const { home } = site
  const declared = declaredLanguages(site)
  const sample = proseSample(site)
  const spoken = languageOf(sample)
  if (spoken === undefined)
    return ranked(declared.map((candidate) => ({ ...candidate, score: candidate.score * 0.8 })))
  const agreeing = declared.filter(({ value }) => isSameLanguage(value, spoken))
  if (agreeing.length > 0)
    return ranked(agreeing.map((candidate) => ({ ...candidate, score: 0.97 })))
  const heard = {
    value: spoken,
    score: 0.85,
    evidence: [evidence(home.url, sample, 'text of the pages')],
  }
  return ranked([
    heard,
    ...declared.map((candidate) => ({ ...candidate, score: candidate.score * 0.6 })),
  ])
}

function declaredLanguages({ home }: Site): Candidate<string>[] {
  const html = selectElement('html', home.document)
  const given = [
    ['html lang', html && (attribute(html, 'lang') || attribute(html, 'xml:lang'))],
    ['og:locale', meta(home, 'og:locale')],
    ['content-language', meta(home, 'content-language')],
  ] as const
  return given.flatMap(([source, raw]) => {
    const value = raw === undefined ? undefined : languageTag(raw)
    return value === undefined
      ? []
      : [{ value, score: 0.85, evidence: [evidence(home.url, raw ?? value, source)] }]
  })
}

/** `en_gb` → `en-GB`; nothing for what is no language tag. */
function languageTag(raw: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(raw.split(',')[0]?.trim().replaceAll('_', '-') ?? '')[0]?.slice(
      0,
      35,
    )
  } catch {
    return undefined
  }
}

function proseSample({ pages }: Site): string {
  const prose = pages.flatMap(({ blocks, embedded, title }) => [
    ...blocks
      .filter(({ text }) => text.length > 12 && !isPlaceholder(text))
      .map(({ text }) => text),
    ...embedded.map(({ text }) => text).filter((text) => text.length > 30 && !isPlaceholder(text)),
    title,
  ])
  return prose.join(' ').slice(0, 20_000)
}

/** The language of a text by its letters and small words; nothing when there is too little of it. */
export function languageOf(text: string): string | undefined {
  const letters = (text.match(/\p{L}/gu) ?? []).length
  if (letters < 20) return undefined
  for (const [script, language] of scripts) {
    // Kana among Chinese characters make a text Japanese; other scripts have to carry it.
    const share = (text.match(script) ?? []).length / letters
    if (share > (language === 'ja' ? 0.05 : 0.3)) return narrow(language, text)
  }
  return latinLanguage(text)
}

function narrow(language: string, text: string): string {
  if (language === 'ru' && /[іїєґ]/i.test(text)) return 'uk'
  if (language === 'ar' && (text.match(/[پچژگ]/g) ?? []).length > text.length / 200) return 'fa'
  return language
}

function latinLanguage(text: string): string | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const counts = Object.entries(smallWords).map(([language, list]) => {
    const known = new Set(list.split(' '))
    return { language, count: words.filter((word) => known.has(word)).length }
  })
  const [first, second] = counts.sort((one, other) => other.count - one.count)
  if (first === undefined || first.count < 4 || first.count / words.length < 0.06) return undefined
  return first.count > (second?.count ?? 0) * 1.05 ? first.language : undefined
}

function isSameLanguage(one: string, other: string): boolean {
  const base = (tag: string) =>
    (tag.split('-')[0] ?? '').replace(/^(nb|nn|no)$/, 'no').replace(/^iw$/, 'he')
  return base(one) === base(other)
}
