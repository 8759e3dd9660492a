/** A text and its length by each way of counting. */
export interface HardString {
  readonly name: string
  readonly text: string
  readonly graphemes: number
  readonly codePoints: number
  readonly utf16: number
  readonly bytes: number
  readonly xWeighted: number
  readonly threads: number
  readonly mastodon: number
}

type Row = readonly [
  string,
  string,
  readonly [number, number, number, number, number, number, number],
]

/** Graphemes, code points, UTF-16 units, bytes, as X, as Threads, as Mastodon counts. */
const rows: readonly Row[] = [
  ['nothing', '', [0, 0, 0, 0, 0, 0, 0]],
  ['a plain sentence', 'Hello, world.', [13, 13, 13, 13, 13, 13, 13]],
  ['German', 'Grüße aus Köln', [14, 14, 14, 17, 14, 14, 14]],
  ['a precomposed accent', 'café', [4, 4, 4, 5, 4, 4, 4]],
  ['a combining accent', 'cafe\u0301', [4, 5, 5, 6, 4, 5, 4]],
  ['three marks on one letter', 'a\u0301\u0302\u0303', [1, 4, 4, 7, 3, 4, 1]],
  [
    'a letter under forty marks',
    'Z\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351',
    [1, 41, 41, 81, 41, 41, 1],
  ],
  ['Vietnamese, decomposed', 'Vie\u0323\u0302t Nam', [8, 10, 10, 12, 9, 10, 8]],
  ['Arabic', 'مرحبا بالعالم', [13, 13, 13, 25, 13, 13, 13]],
  ['Arabic with vowel signs', 'م\u064eر\u0652ح\u064eب\u064bا', [5, 9, 9, 18, 9, 9, 5]],
  ['Hebrew', 'שלום עולם', [9, 9, 9, 17, 9, 9, 9]],
  ['Hebrew with points', 'ש\u05b8\u05c1לו\u05b9ם', [4, 7, 7, 14, 7, 7, 4]],
  ['Hebrew between marks of direction', '\u200fשלום\u200f abc', [10, 10, 10, 18, 12, 10, 10]],
  [
    'an isolated span in another direction',
    'abc \u2067שלום\u2069 def',
    [14, 14, 14, 22, 16, 14, 14],
  ],
  ['Chinese', '你好，世界', [5, 5, 5, 15, 10, 5, 5]],
  ['Japanese', '東京でラーメンを食べました。', [14, 14, 14, 42, 28, 14, 14]],
  ['Japanese with combining voicing marks', 'か\u3099き\u3099', [2, 4, 4, 12, 4, 4, 2]],
  ['half-width katakana with a voicing mark', 'ｶﾞ', [1, 2, 2, 6, 4, 2, 1]],
  ['Korean syllables', '안녕하세요', [5, 5, 5, 15, 10, 5, 5]],
  ['Korean in conjoining jamo', '\u1112\u1161\u11ab\u1100\u116e\u11a8', [2, 6, 6, 18, 4, 6, 2]],
  ['Thai', 'สว\u0e31สด\u0e35ชาวโลก', [10, 12, 12, 36, 12, 12, 10]],
  ['Hindi', 'नमस\u094dत\u0947 द\u0941निया', [7, 13, 13, 37, 13, 13, 7]],
  ['Tamil', 'நி வணக\u0bcdகம\u0bcd', [7, 10, 10, 28, 10, 10, 7]],
  ['Cyrillic', 'Привет, мир', [11, 11, 11, 20, 11, 11, 11]],
  ['Greek', 'Καλημέρα κόσμε', [14, 14, 14, 27, 14, 14, 14]],
  ['full-width Latin', 'ＡＢＣ１２３', [6, 6, 6, 18, 12, 6, 6]],
  ['an ideograph outside the basic plane', '𠮷野家', [3, 3, 4, 10, 6, 3, 3]],
  ['mathematical letters', '𝐁𝐨𝐥𝐝', [4, 4, 8, 16, 8, 4, 4]],
  ['ancient script', '𐌰𐌱𐌲', [3, 3, 6, 12, 6, 3, 3]],
  ['one emoji', '😀', [1, 1, 2, 4, 2, 4, 1]],
  ['emoji between words', 'Good morning ☀\ufe0f team 🚀', [21, 22, 23, 29, 23, 29, 21]],
  ['a skin tone', '👍🏽', [1, 2, 4, 8, 2, 8, 1]],
  ['five hands in five tones', '👋🏻👋🏼👋🏽👋🏾👋🏿', [5, 10, 20, 40, 10, 40, 5]],
  ['a family of four', '👨\u200d👩\u200d👧\u200d👦', [1, 7, 11, 25, 2, 25, 1]],
  ['two families', '👨\u200d👩\u200d👧\u200d👦👩\u200d👩\u200d👦', [2, 12, 19, 43, 4, 43, 2]],
  ['a profession with a tone', '👩🏿\u200d🚀', [1, 4, 7, 15, 2, 15, 1]],
  ['a couple with a heart', '👩\u200d❤\ufe0f\u200d👨', [1, 6, 8, 20, 2, 20, 1]],
  ['a rainbow flag', '🏳\ufe0f\u200d🌈', [1, 4, 6, 14, 2, 14, 1]],
  ['a flag', '🇩🇪', [1, 2, 4, 8, 2, 8, 1]],
  ['three flags in a row', '🇩🇪🇫🇷🇯🇵', [3, 6, 12, 24, 6, 24, 3]],
  [
    'the flag of a part of a country',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    [1, 7, 14, 28, 2, 28, 1],
  ],
  ['keycaps', '1\ufe0f\u20e32\ufe0f\u20e3#\ufe0f\u20e3', [3, 9, 9, 21, 6, 21, 3]],
  ['a heart as an emoji', '❤\ufe0f', [1, 2, 2, 6, 2, 6, 1]],
  ['a heart as text', '❤', [1, 1, 1, 3, 2, 1, 1]],
  ['copyright and trade mark', '© ® ™', [5, 5, 5, 9, 6, 5, 5]],
  ['copyright as an emoji', '©\ufe0f', [1, 2, 2, 5, 2, 5, 1]],
  ['typographic quotes and a dash', '“Yes” – he said…', [16, 16, 16, 24, 17, 16, 16]],
  ['a line break', 'one\ntwo', [7, 7, 7, 7, 7, 7, 7]],
  ['a Windows line break', 'one\r\ntwo', [7, 8, 8, 8, 8, 8, 7]],
  ['an empty line', 'one\n\ntwo', [8, 8, 8, 8, 8, 8, 8]],
  ['a tab and spaces', 'a\tb   c', [7, 7, 7, 7, 7, 7, 7]],
  ['a no-break and a thin space', '10\u00a0km\u2009h', [7, 7, 7, 10, 7, 7, 7]],
  ['zero-width spaces', 'a\u200bb\u200bc', [5, 5, 5, 9, 5, 5, 5]],
  ['a zero-width joiner alone', 'a\u200db', [2, 3, 3, 5, 3, 3, 2]],
  ['a byte order mark', '\ufeffabc', [4, 4, 4, 6, 5, 4, 4]],
  ['a link with a scheme', 'Read https://example.com now', [28, 28, 28, 28, 32, 28, 32]],
  [
    'a long link',
    'https://example.com/articles/2026/11/how-to-count-characters?utm_source=post&utm_medium=social#top',
    [98, 98, 98, 98, 23, 98, 23],
  ],
  ['a link without a scheme', 'Read example.com/now today', [26, 26, 26, 26, 34, 26, 26]],
  [
    'a link in brackets with a full stop',
    'See (https://example.com/a_(b)).',
    [32, 32, 32, 32, 30, 32, 30],
  ],
  ['two links', 'https://a.com https://b.org', [27, 27, 27, 27, 47, 27, 47]],
  ['a link on a line of its own', 'Look:\nhttps://example.com\n', [26, 26, 26, 26, 30, 26, 30]],
  ['a link in Chinese text', '看看https://example.com吧', [22, 22, 22, 28, 29, 22, 26]],
  ['a domain with an accent', 'https://müller.example.com/straße', [33, 33, 33, 35, 23, 33, 23]],
  [
    'what looks like a link and is none',
    'node.js and 3.14 and e.g. this',
    [30, 30, 30, 30, 30, 30, 30],
  ],
  ['a mention', 'Thanks @ada for this', [20, 20, 20, 20, 20, 20, 20]],
  [
    'a mention of another server',
    'Thanks @ada@example.social for this',
    [35, 35, 35, 35, 35, 35, 20],
  ],
  [
    'two mentions of other servers',
    '@ada@example.social @bob@social.example.org hi',
    [46, 46, 46, 46, 46, 46, 12],
  ],
  ['an e-mail address', 'Write to ada@example.com today', [30, 30, 30, 30, 30, 30, 30]],
  ['hashtags', '#launch #тест #東京', [17, 17, 17, 25, 19, 17, 17]],
  [
    'all at once',
    'مرحبا 👩🏽\u200d💻 @ada@example.social\nhttps://example.com/é #東京 🇩🇪',
    [55, 59, 64, 86, 61, 76, 42],
  ],
]

export const hardStrings: readonly HardString[] = rows.map(([name, text, lengths]) => {
  const [graphemes, codePoints, utf16, bytes, xWeighted, threads, mastodon] = lengths
  return { name, text, graphemes, codePoints, utf16, bytes, xWeighted, threads, mastodon }
})
