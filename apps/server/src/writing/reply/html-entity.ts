const named: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  // Not the brackets themselves: what was no tag must not become one.
  lt: '‹',
  gt: '›',
  apos: '’',
  nbsp: ' ',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  euro: '€',
  pound: '£',
  copy: '©',
  reg: '®',
  trade: '™',
  bull: '•',
  middot: '·',
  deg: '°',
  times: '×',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  ntilde: 'ñ',
}

/** The character an entity stands for; nothing for one that is not known. */
export function htmlEntity(name: string): string | undefined {
  if (!name.startsWith('#')) return named[name]
  const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  const isText = point >= 0x20 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
  if (point === 0x3c || point === 0x3e) return named[point === 0x3c ? 'lt' : 'gt']
  return isText ? String.fromCodePoint(point) : undefined
}
