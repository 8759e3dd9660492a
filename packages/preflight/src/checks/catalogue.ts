/** An error stops publishing to the network; a warning says what people will not like to see. */
export type Severity = 'error' | 'warning'

/**
 * Everything that preflight looks at, by stable code. A client may branch on these: a code is never
 * renamed, and never changes what it means.
 */
export const checkCatalogue = {
  'text.empty': 'error',
  'text.too_long': 'error',
  'text.too_many_bytes': 'error',
  'text.forbidden_characters': 'error',
  'text.control_characters': 'warning',
  'text.placeholder': 'warning',
  'thread.unsupported': 'error',
  'thread.too_many_parts': 'error',
  'thread.part_too_long': 'error',
  'thread.part_empty': 'error',
  'comment.too_long': 'error',
  'hashtags.too_many': 'error',
  'hashtags.many': 'warning',
  'hashtags.only_first': 'warning',
  'hashtags.digits_only': 'warning',
  'hashtags.repeated': 'warning',
  'mentions.too_many': 'error',
  'title.missing': 'error',
  'title.too_long': 'error',
  'title.forbidden_characters': 'error',
  'link.in_caption': 'warning',
  'link.without_scheme': 'warning',
  'link.malformed': 'warning',
  'link.costs_more': 'warning',
  'media.missing': 'error',
  'media.video_needed': 'error',
  'media.video_not_here': 'error',
  'media.mixed': 'error',
  'media.too_many': 'error',
  'media.gone': 'error',
  'media.repeated': 'warning',
  'media.type': 'error',
  'media.too_large': 'error',
  'media.too_many_pixels': 'error',
  'media.too_long': 'error',
  'media.too_short': 'error',
  'media.too_small': 'warning',
  'media.aspect': 'error',
  'media.aspect_advised': 'warning',
  'media.animated_still': 'warning',
  'media.animated_alone': 'error',
  'carousel.too_few': 'error',
  'carousel.mixed_sizes': 'error',
  'carousel.cut_to_first': 'warning',
  'alt.missing': 'warning',
  'alt.too_long': 'error',
  'alt.file_name': 'warning',
} as const satisfies Readonly<Record<string, Severity>>

export type CheckCode = keyof typeof checkCatalogue

/** All codes, in the order in which findings are told. */
export const checkCodes = Object.keys(checkCatalogue) as readonly CheckCode[]
