import type { BrandCheckCode, BrandFinding, NewBrandCheck, TextEdit } from '@rheos/contract'
import { brandCheckCodes } from '@rheos/contract'
import { describe, expect, it } from 'vitest'
import { aBrand } from '../../../test/brands/a-brand.ts'
import type { BrandRecord } from '../brand-view.ts'
import { checkText } from './check-text.ts'

interface Case {
  readonly code: BrandCheckCode
  readonly about: string
  readonly brand: Partial<BrandRecord>
  readonly text: string
  readonly more?: Omit<NewBrandCheck, 'text'>
  /** The line of the brand that it goes by. */
  readonly why: string | RegExp
  readonly quotes?: readonly string[]
  /** The text with its fix, or one that a person put right. */
  readonly fixed: string | { readonly byHand: string; readonly more?: Omit<NewBrandCheck, 'text'> }
  readonly rewrite?: RegExp
}

const words = [{ word: 'cheap', instead: 'good value' }]
const identity = `# How we sound

- Calm and plain-spoken

## Don’t

- Don’t say: guys, “hot deals”
- Say “guests” instead of “customers”
- Exclamation marks
- No emoji
`
const longSentence =
  'We bake every loaf by hand in a small room behind the shop long before the sun is up over the hills, and we carry the first ones out to the counter while they are still warm.'

const cases: readonly Case[] = [
  {
    code: 'banned_word',
    about: 'a word of the list, wherever it stands and however it is written',
    brand: { avoidedWords: words },
    text: 'Cheap bread, and CHEAP rolls. Not cheaper, only cheap.',
    why: 'Words to avoid: “cheap”, say “good value”',
    quotes: ['Cheap', 'CHEAP', 'cheap'],
    fixed: 'Good value bread, and GOOD VALUE rolls. Not cheaper, only good value.',
  },
  {
    code: 'banned_word',
    about: 'a word that the identity document names',
    brand: { identity },
    text: 'Hey guys, look at this.',
    why: /^Identity: “Don’t say: guys/,
    quotes: ['guys'],
    fixed: { byHand: 'Good morning, look at this.' },
    rewrite: /without the word “guys”/,
  },
  {
    code: 'banned_word',
    about: 'a phrase in quotation marks in the document',
    brand: { identity },
    text: 'Hot  deals on Sunday.',
    why: /^Identity/,
    quotes: ['Hot  deals'],
    fixed: { byHand: 'Bread on Sunday.' },
    rewrite: /without the word “hot deals”/,
  },
  {
    code: 'banned_word',
    about: 'what the document says instead',
    brand: { identity },
    text: 'Our customers come early.',
    why: /^Identity: “Say “guests” instead of “customers””/,
    fixed: 'Our guests come early.',
  },
  {
    code: 'banned_word',
    about: 'a word in a script that writes no spaces',
    brand: { avoidedWords: [{ word: '便宜', instead: '实惠' }] },
    text: '我们的面包很便宜。',
    why: /便宜/,
    fixed: '我们的面包很实惠。',
  },
  {
    code: 'off_tone',
    about: 'exclamation marks of a calm brand',
    brand: { tone: ['Calm'] },
    text: 'Fresh bread! Really?! Come by!!',
    why: 'Tone: “Calm”',
    quotes: ['!', '!!'],
    fixed: 'Fresh bread. Really? Come by.',
  },
  {
    code: 'off_tone',
    about: 'exclamation marks that the document forbids',
    brand: { identity, tone: ['Playful'] },
    text: 'Fresh bread!',
    why: /^Identity: “Exclamation marks”/,
    fixed: 'Fresh bread.',
  },
  {
    code: 'off_tone',
    about: 'emoji that the document forbids, in bold',
    brand: { identity: '## Don’t\n\n- No **emoji**', tone: ['Playful'] },
    text: 'Fresh bread 🥖.',
    why: 'Identity: “No emoji”',
    fixed: 'Fresh bread.',
  },
  {
    code: 'off_tone',
    about: 'words in capitals',
    brand: { tone: ['warm'], name: 'BRÖTLI', description: '' },
    text: 'AMAZING bread from BRÖTLI, and it is REALLY FRESH.',
    why: 'Tone: “warm”',
    quotes: ['AMAZING', 'REALLY FRESH'],
    fixed: 'Amazing bread from BRÖTLI, and it is really fresh.',
  },
  {
    code: 'off_tone',
    about: 'emoji of a formal brand, whole ones',
    brand: { tone: ['Polite and formal'] },
    text: 'Welcome 👩‍🍳 to our bakery 🇬🇧.',
    why: 'Tone: “Polite and formal”',
    fixed: 'Welcome to our bakery.',
  },
  {
    code: 'off_tone',
    about: 'short forms of a formal brand',
    brand: { tone: ['formal'] },
    text: 'We’re open. Don’t wait.',
    why: /formal/,
    fixed: 'We are open. Do not wait.',
  },
  {
    code: 'off_tone',
    about: 'slang of a formal brand',
    brand: { tone: ['professional'] },
    text: 'This is awesome, yeah.',
    why: /professional/,
    fixed: { byHand: 'This is good.' },
    rewrite: /politely/,
  },
  {
    code: 'off_tone',
    about: 'the words of an office, of a casual brand',
    brand: { tone: ['casual'] },
    text: 'In order to order, utilise the form.',
    why: /casual/,
    fixed: 'To order, use the form.',
  },
  {
    code: 'off_tone',
    about: 'jargon of a plain brand',
    brand: { tone: ['plain-spoken'] },
    text: 'We leverage cutting-edge ovens.',
    why: /plain-spoken/,
    quotes: ['leverage', 'cutting-edge'],
    fixed: 'We use new ovens.',
  },
  {
    code: 'off_tone',
    about: 'doubts of a confident brand',
    brand: { tone: ['confident'] },
    text: 'Maybe this is just the bread for Sunday.',
    why: /confident/,
    quotes: ['Maybe', 'just'],
    fixed: 'This is the bread for Sunday.',
  },
  {
    code: 'too_long',
    about: 'a long sentence',
    brand: {},
    text: longSentence,
    why: /30 words/,
    fixed: longSentence.replace(', and we carry', '. We carry'),
  },
  {
    code: 'too_long',
    about: 'a sentence that is long for a plain brand and has no place to split',
    brand: { tone: ['short and to the point'] },
    text: 'The loaves of rye with caraway from the old mill by the river under the bridge near the station in the north of Leeds cost four pounds.',
    why: /short and to the point/,
    fixed: { byHand: 'Our rye loaves cost four pounds.' },
    rewrite: /at most 20 words/,
  },
  {
    code: 'missing_theme',
    about: 'a text about something else',
    brand: {
      themes: ['sourdough', 'local flour'],
      lines: { audience: {}, themes: { sourdough: 'slow fermentation' } },
    },
    text: 'The weather is lovely today and the park is full of people who walk their dogs.',
    why: 'Themes: “sourdough” and “local flour”',
    quotes: [],
    fixed: {
      byHand:
        'The weather is lovely today, and our dough has been fermenting since yesterday in the cool room.',
    },
    rewrite: /sourdough, local flour/,
  },
  {
    code: 'missing_audience',
    about: 'a text that speaks to nobody',
    brand: { audience: ['home bakers'] },
    text: 'The oven was built in 1921 and is still heated with wood from the forest above the town. The stones keep warm for two days after the fire has gone out.',
    why: /home bakers/,
    fixed: {
      byHand:
        'The oven was built in 1921 and is still heated with wood. Whoever bakes at home knows: the stones keep warm for two days after the fire has gone out in the hearth.',
    },
    rewrite: /home bakers/,
  },
  {
    code: 'low_contrast',
    about: 'colours that cannot be read',
    brand: { colors: { primary: '#b3401f', text: '#2b1d14' } },
    text: '',
    more: { colors: [{ text: '#d0c0b0', background: '#fffaf3' }] },
    why: /4\.5 : 1/,
    fixed: { byHand: '', more: { colors: [{ text: '#2b1d14', background: '#fffaf3' }] } },
  },
  {
    code: 'unsupported_claim',
    about: 'superlatives and promises',
    brand: {},
    text: 'The best bread in town, guaranteed. Best wishes from all of us, who do our best.',
    why: /bears it out/,
    quotes: ['best', 'guaranteed'],
    fixed: {
      byHand: 'Bread that was voted the best in town by the readers of the Post. Best wishes.',
    },
    rewrite: /Invent nothing/,
  },
  {
    code: 'wrong_language',
    about: 'a text in another language',
    brand: { language: 'en-GB' },
    text: 'Wir backen jeden Morgen vor Sonnenaufgang, und das Brot ist noch warm, wenn die Tür aufgeht.',
    why: 'Language: British English',
    fixed: {
      byHand:
        'We bake before sunrise, and the bread is still warm when the door of the shop is opened for you.',
    },
    rewrite: /British English/,
  },
  {
    code: 'competing_calls_to_action',
    about: 'three things to do at once',
    brand: {},
    text: 'New rye is in. Order yours today. Follow us for more. Tell us what you think.',
    why: 'One post, one thing to do',
    quotes: ['Order yours today.', 'Follow us for more.', 'Tell us what you think.'],
    fixed: 'New rye is in. Order yours today.',
  },
]

const check = (given: Pick<Case, 'brand' | 'more'>, text: string) =>
  checkText(aBrand(given.brand), { text, ...given.more })

function apply(text: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight(
    (changed, { start, end, replacement }) =>
      changed.slice(0, start) + replacement + changed.slice(end),
    text,
  )
}

function ofCode(findings: readonly BrandFinding[], code: BrandCheckCode): BrandFinding | undefined {
  return findings.find((finding) => finding.code === code)
}

describe('checkText', () => {
  it.each(cases)('finds $code: $about', (given) => {
    const { findings } = check(given, given.text)
    const finding = ofCode(findings, given.code)
    if (finding === undefined) throw new Error(`nothing found: ${JSON.stringify(findings)}`)
    expect(finding.why).toMatch(given.why)
    for (const { start, end, quote } of finding.spans)
      expect(given.text.slice(start, end)).toBe(quote)
    if (given.quotes) {
      for (const quote of given.quotes)
        expect(finding.spans.map((span) => span.quote)).toContain(quote)
    }
    if (given.rewrite) expect(finding.rewrite).toMatch(given.rewrite)
    else if (given.code !== 'low_contrast') expect(finding.fix).not.toBeNull()
    expect(finding.message).toMatch(/^.{10,200}\.$/s)
  })

  it.each(cases)('no longer finds $code once it is put right: $about', (given) => {
    const finding = ofCode(check(given, given.text).findings, given.code)
    const text =
      typeof given.fixed === 'string'
        ? apply(given.text, finding?.fix?.edits ?? [])
        : given.fixed.byHand
    if (typeof given.fixed === 'string') expect(text).toBe(given.fixed)
    const more = typeof given.fixed === 'string' ? given.more : (given.fixed.more ?? given.more)
    const after = check({ ...given, ...(more && { more }) }, text)
    expect(ofCode(after.findings, given.code)).toBeUndefined()
  })

  it('has a failing and a fixed case of every code', () => {
    expect(new Set(cases.map(({ code }) => code))).toEqual(new Set(brandCheckCodes))
  })

  it('finds nothing in a text that fits, and says what the brand does not say yet', () => {
    const brand = aBrand({ tone: ['warm'], themes: ['bread'], language: 'en' })
    const { score, findings, unknown } = checkText(brand, {
      text: 'Your bread is ready when the doors open at seven, still warm from the oven.',
    })
    expect([score, findings]).toEqual([100, []])
    expect(unknown).toEqual(['audience', 'words'])
  })

  it('takes the points of each finding from 100, and never goes below 0', () => {
    const brand = aBrand({ tone: ['calm'], language: 'en', avoidedWords: words })
    const { score, findings } = checkText(brand, { text: 'Cheap bread! The best in town.' })
    expect(findings.length).toBeGreaterThan(2)
    expect(score).toBe(100 - findings.reduce((sum, { points }) => sum + points, 0))
    const colors = Array.from({ length: 8 }, () => ({ text: '#cccccc', background: '#ffffff' }))
    expect(checkText(brand, { text: 'Bread.', colors }).score).toBe(0)
  })

  it('gives no score where there is nothing to check', () => {
    const brand = aBrand({ tone: ['warm'], themes: ['bread'], language: 'en' })
    expect(checkText(brand, { text: ' \n ' })).toMatchObject({ score: null, findings: [] })
  })

  it.each([
    ['nothing', {}, null],
    ['a language', { language: 'en' }, null],
    ['a tone and words to avoid', { tone: ['calm'], avoidedWords: words }, null],
    ['a tone, a language and themes', { tone: ['calm'], language: 'en', themes: ['bread'] }, 100],
  ] as const)('judges nonsense by a brand that says %s: %j gives %j', (_, said, score) => {
    const brand = aBrand(structuredClone(said) as Partial<BrandRecord>)
    expect(checkText(brand, { text: 'Blorp wuggle fnord.' }).score).toBe(score)
  })

  it('still says what is wrong by any brand where there is no score', () => {
    const { score, findings } = checkText(aBrand(), { text: 'The best bread in town.' })
    expect([score, findings.map(({ code }) => code)]).toEqual([null, ['unsupported_claim']])
  })

  it('tells a rewrite where the text will stand', () => {
    const { findings } = checkText(aBrand({ avoidedWords: [{ word: 'cheap', instead: '' }] }), {
      text: 'Cheap bread.',
      network: 'bluesky',
    })
    expect(findings[0]?.rewrite).toMatch(/It is for bluesky\.$/)
  })

  it.each([
    [
      'right to left',
      'خبزنا رخيص جداً اليوم',
      [{ word: 'رخيص', instead: 'بسعر جيد' }],
      'خبزنا بسعر جيد جداً اليوم',
    ],
    [
      'a word that means something to a pattern',
      'A.I. and AxI',
      [{ word: 'A.I.', instead: 'AI' }],
      'AI and AxI',
    ],
    ['emoji before it', '👩‍🍳👩‍🍳 cheap', [{ word: 'cheap', instead: 'fair' }], '👩‍🍳👩‍🍳 fair'],
  ] as const)('replaces where it should: %s', (_, text, avoidedWords, fixed) => {
    const { findings } = checkText(aBrand({ avoidedWords: [...avoidedWords] }), { text })
    expect(apply(text, findings[0]?.fix?.edits ?? [])).toBe(fixed)
  })
})
