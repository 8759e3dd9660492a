import type { CheckCode, MediaFacts, Network, PostFacts } from '../src/index.ts'

/** A post that breaks one rule, and how it is mended: by each of the fixes offered, or by hand. */
export interface HardPost {
  readonly network: Network
  readonly failing: PostFacts
  /** The kinds of the fixes that are offered, each of which must mend it. */
  readonly fixes: readonly string[]
  readonly mended?: PostFacts
}

export const picture: MediaFacts = {
  assetId: 'one',
  mediaType: 'image/jpeg',
  width: 1080,
  height: 1350,
  bytes: 400_000,
  alt: 'A loaf of bread on a wooden table',
}
export const video: MediaFacts = {
  assetId: 'film',
  mediaType: 'video/mp4',
  width: 1080,
  height: 1920,
  bytes: 9_000_000,
  alt: '',
  seconds: 30,
}

export function post(change: Partial<PostFacts> = {}): PostFacts {
  return { type: 'text', title: '', parts: ['We bake at five.'], media: [], ...change }
}

const text = (...parts: string[]) => post({ parts })
const pictures = (...media: Partial<MediaFacts>[]) =>
  post({
    type: media.length > 1 ? 'carousel' : 'image',
    media: media.map((change, index) => ({ ...picture, assetId: `picture-${index}`, ...change })),
  })
const tags = (many: number) => Array.from({ length: many }, (_, at) => `#tag${'x'.repeat(at)}`)
const tall = { width: 1000, height: 3000 }
const flat = { width: 3000, height: 1000 }
const films = (change: Partial<MediaFacts>) =>
  post({ type: 'video', media: [{ ...video, ...change }] })
const ours = { title: 'Bread', type: 'video', media: [video] } as const

export const hardPosts: Readonly<Record<CheckCode, readonly HardPost[]>> = {
  'text.empty': [
    { network: 'linkedin', failing: text(' \n '), fixes: [], mended: text('We bake.') },
    { network: 'x', failing: post({ parts: [] }), fixes: [], mended: pictures({}) },
  ],
  'text.too_long': [
    { network: 'x', failing: text('word '.repeat(80)), fixes: ['split', 'split', 'trim'] },
    { network: 'linkedin', failing: text('A sentence. '.repeat(300)), fixes: ['trim'] },
    { network: 'tiktok', failing: post({ ...ours, parts: ['a '.repeat(1200)] }), fixes: ['trim'] },
    {
      network: 'telegram',
      failing: { ...pictures({}), parts: ['a '.repeat(600)] },
      fixes: ['trim'],
      mended: text('a '.repeat(600)),
    },
  ],
  'text.too_many_bytes': [
    {
      network: 'bluesky',
      failing: text('👨‍👩‍👧‍👦 '.repeat(130)),
      fixes: ['split', 'split', 'trim'],
    },
  ],
  'text.forbidden_characters': [
    {
      network: 'youtube',
      failing: post({ ...ours, parts: ['Bread <fresh>'] }),
      fixes: ['removeForbidden'],
    },
  ],
  'text.control_characters': [
    { network: 'linkedin', failing: text('zero\u200bwidth'), fixes: ['removeControls'] },
    { network: 'x', failing: text('half a pair \ud83d here'), fixes: ['removeControls'] },
  ],
  'text.placeholder': [
    {
      network: 'linkedin',
      failing: text('Try it at [your link here] today'),
      fixes: [],
      mended: text('Try it at https://example.com [sic] today'),
    },
  ],
  'thread.unsupported': [
    { network: 'linkedin', failing: text('First.', 'Second.'), fixes: ['joinParts'] },
  ],
  'thread.too_many_parts': [
    {
      network: 'x',
      failing: text(...Array.from({ length: 26 }, (_, at) => `Part ${at}`)),
      fixes: ['keepParts'],
    },
  ],
  'thread.part_too_long': [
    {
      network: 'threads',
      failing: text('First.', 'word '.repeat(120)),
      fixes: ['split', 'split', 'trim'],
    },
  ],
  'thread.part_empty': [
    { network: 'mastodon', failing: text('First.', '  ', 'Third.'), fixes: ['dropEmptyParts'] },
  ],
  'comment.too_long': [
    {
      network: 'linkedin',
      failing: post({ comment: 'a '.repeat(700) }),
      fixes: [],
      mended: post({ comment: 'a '.repeat(600) }),
    },
    {
      network: 'x',
      failing: post({ comment: 'word '.repeat(60) }),
      fixes: [],
      mended: post({ comment: `Tickets: https://example.com/${'long'.repeat(80)}` }),
    },
  ],
  'hashtags.too_many': [
    {
      network: 'instagram',
      failing: { ...pictures({}), parts: [`Bread ${tags(32).join(' ')}`] },
      fixes: ['dropHashtags'],
    },
  ],
  'hashtags.many': [
    { network: 'x', failing: text('Bread #a #b #c and #d'), fixes: ['dropHashtags'] },
  ],
  'hashtags.only_first': [
    { network: 'threads', failing: text('Bread #bread\n\n#baking'), fixes: ['dropHashtags'] },
  ],
  'hashtags.digits_only': [
    { network: 'mastodon', failing: text('Our #1 loaf'), fixes: [], mended: text('Our #1st loaf') },
  ],
  'hashtags.repeated': [
    { network: 'linkedin', failing: text('#Bread and #bread'), fixes: ['dropRepeatedHashtags'] },
  ],
  'mentions.too_many': [
    {
      network: 'instagram',
      failing: { ...pictures({}), parts: ['@baker '.repeat(21)] },
      fixes: [],
      mended: { ...pictures({}), parts: ['@baker '.repeat(20)] },
    },
  ],
  'title.missing': [
    { network: 'youtube', failing: post({ ...ours, title: ' ' }), fixes: ['titleFromText'] },
    {
      network: 'youtube',
      failing: post({ ...ours, title: '', parts: [''] }),
      fixes: [],
      mended: post(ours),
    },
  ],
  'title.too_long': [
    {
      network: 'pinterest',
      failing: { ...pictures({}), title: 'A long title '.repeat(9) },
      fixes: ['trimTitle'],
    },
  ],
  'title.forbidden_characters': [
    {
      network: 'youtube',
      failing: post({ ...ours, title: 'Bread > cake' }),
      fixes: ['removeForbidden'],
    },
  ],
  'link.in_caption': [
    {
      network: 'instagram',
      failing: { ...pictures({}), parts: ['Order at https://example.com'] },
      fixes: [],
      mended: { ...pictures({}), parts: ['Order by the link in bio'] },
    },
  ],
  'link.without_scheme': [
    {
      network: 'mastodon',
      failing: text('Order at example.com/shop or bread.example.org.'),
      fixes: ['addScheme'],
    },
  ],
  'link.malformed': [
    {
      network: 'linkedin',
      failing: text('Order at https//example.com'),
      fixes: [],
      mended: text('Order at https://example.com'),
    },
    {
      network: 'linkedin',
      failing: text('Order at http:/example.com'),
      fixes: [],
      mended: text('Order at http://example.com'),
    },
  ],
  'link.costs_more': [
    {
      network: 'x',
      failing: text('Order at example.com'),
      fixes: [],
      mended: text('Order by the link in our profile'),
    },
  ],
  'media.missing': [
    { network: 'instagram', failing: post(), fixes: [], mended: pictures({}) },
    { network: 'pinterest', failing: post(), fixes: [], mended: pictures({}) },
    { network: 'tiktok', failing: post(), fixes: [], mended: pictures({}) },
    { network: 'youtube', failing: post(), fixes: [], mended: post(ours) },
  ],
  'media.video_needed': [
    { network: 'youtube', failing: { ...pictures({}), title: 'Bread' }, fixes: ['removeMedia'] },
  ],
  'media.video_not_here': [
    { network: 'bluesky', failing: films({}), fixes: ['removeMedia'] },
    { network: 'facebook', failing: films({}), fixes: ['removeMedia'] },
    { network: 'pinterest', failing: films({}), fixes: ['removeMedia'] },
    { network: 'telegram', failing: post({ media: [picture, video] }), fixes: ['removeMedia'] },
  ],
  'media.too_long': [
    {
      network: 'x',
      failing: films({ seconds: 140.4 }),
      fixes: [],
      mended: films({ seconds: 140 }),
    },
    { network: 'linkedin', failing: films({ seconds: 1801 }), fixes: [], mended: films({}) },
    {
      network: 'youtube',
      failing: post({ ...ours, media: [{ ...video, seconds: 43_201 }] }),
      fixes: [],
      mended: post(ours),
    },
  ],
  'media.too_short': [
    {
      network: 'instagram',
      failing: films({ seconds: 2.9 }),
      fixes: [],
      mended: films({ seconds: 3 }),
    },
    { network: 'linkedin', failing: films({ seconds: 0.5 }), fixes: [], mended: films({}) },
  ],
  'media.mixed': [
    { network: 'bluesky', failing: post({ media: [picture, video] }), fixes: ['removeMedia'] },
    { network: 'linkedin', failing: post({ media: [video, picture] }), fixes: ['removeMedia'] },
  ],
  'media.too_many': [
    { network: 'x', failing: pictures({}, {}, {}, {}, {}), fixes: ['removeMedia'] },
    {
      network: 'facebook',
      failing: post({ media: [video, { ...video, assetId: 'second' }] }),
      fixes: ['removeMedia'],
    },
  ],
  'media.gone': [
    { network: 'facebook', failing: pictures({}, { gone: true }), fixes: ['removeMedia'] },
  ],
  'media.repeated': [
    { network: 'facebook', failing: post({ media: [picture, picture] }), fixes: ['removeMedia'] },
  ],
  'media.type': [
    { network: 'instagram', failing: pictures({ mediaType: 'image/png' }), fixes: ['convert'] },
    { network: 'linkedin', failing: pictures({ mediaType: 'image/webp' }), fixes: ['convert'] },
    {
      network: 'linkedin',
      failing: post({ media: [{ ...video, mediaType: 'video/webm' }] }),
      fixes: [],
      mended: post({ media: [video] }),
    },
  ],
  'media.too_large': [
    { network: 'bluesky', failing: pictures({ bytes: 2_000_001 }), fixes: ['resize'] },
    {
      network: 'x',
      failing: pictures({ mediaType: 'image/gif', animated: true, bytes: 15_000_001 }),
      fixes: ['resize'],
      mended: pictures({ mediaType: 'image/gif', animated: true, bytes: 14_000_000 }),
    },
    {
      network: 'discord',
      failing: post({ media: [{ ...video, bytes: 11_000_000 }] }),
      fixes: [],
      mended: post({ media: [video] }),
    },
  ],
  'media.too_many_pixels': [
    { network: 'linkedin', failing: pictures({ width: 8000, height: 8000 }), fixes: ['resize'] },
  ],
  'media.too_small': [
    {
      network: 'instagram',
      failing: pictures({ width: 200, height: 200 }),
      fixes: [],
      mended: pictures({ width: 320, height: 320 }),
    },
    {
      network: 'tiktok',
      failing: post({ media: [{ ...video, width: 180, height: 320 }] }),
      fixes: [],
      mended: post({ media: [video] }),
    },
  ],
  'media.aspect': [
    { network: 'instagram', failing: pictures(tall), fixes: ['crop'] },
    { network: 'instagram', failing: pictures(flat), fixes: ['crop'] },
    { network: 'threads', failing: pictures({ width: 400, height: 5000 }), fixes: ['crop'] },
  ],
  'media.aspect_advised': [
    { network: 'pinterest', failing: pictures({ width: 1080, height: 1080 }), fixes: ['crop'] },
    {
      network: 'youtube',
      failing: post({ ...ours, media: [{ ...video, ...flat }] }),
      fixes: [],
      mended: post(ours),
    },
  ],
  'media.animated_still': [
    {
      network: 'bluesky',
      failing: pictures({ mediaType: 'image/webp', animated: true }),
      fixes: [],
      mended: pictures({ mediaType: 'image/webp' }),
    },
  ],
  'media.animated_alone': [
    {
      network: 'x',
      failing: pictures({}, { mediaType: 'image/gif', animated: true }),
      fixes: ['removeMedia', 'removeMedia'],
    },
  ],
  'carousel.too_few': [
    {
      network: 'instagram',
      failing: { ...pictures({}), type: 'carousel' },
      fixes: [],
      mended: pictures({}, {}),
    },
  ],
  'carousel.mixed_sizes': [
    {
      network: 'pinterest',
      failing: pictures({ width: 1000, height: 1500 }, { width: 1080, height: 1080 }),
      fixes: ['crop'],
    },
  ],
  'carousel.cut_to_first': [
    {
      network: 'instagram',
      failing: pictures({}, { width: 1080, height: 1080 }),
      fixes: ['crop'],
    },
  ],
  'alt.missing': [
    {
      network: 'mastodon',
      failing: pictures({ alt: ' ' }),
      fixes: [],
      mended: pictures({}),
    },
  ],
  'alt.too_long': [
    {
      network: 'pinterest',
      failing: pictures({ alt: 'A loaf of bread. '.repeat(40) }),
      fixes: ['shortenAlt'],
    },
  ],
  'alt.file_name': [
    { network: 'x', failing: pictures({ alt: 'IMG_2031.JPG' }), fixes: [], mended: pictures({}) },
    { network: 'x', failing: pictures({ alt: 'Screenshot 12' }), fixes: [], mended: pictures({}) },
  ],
}
