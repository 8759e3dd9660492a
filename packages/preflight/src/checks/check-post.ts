import { findEntities } from '../entities/find-entities.ts'
import { limits } from '../limits/limits.ts'
import type { Network } from '../networks.ts'
import type { PostFacts } from '../post-facts.ts'
import { altTooLong } from './alt-too-long.ts'
import { carouselCutToFirst, carouselMixedSizes, carouselTooFew } from './carousel-checks.ts'
import type { CheckCode } from './catalogue.ts'
import { commentTooLong } from './comment-too-long.ts'
import * as files from './file-checks.ts'
import type { Check, Finding } from './finding.ts'
import * as links from './link-checks.ts'
import * as media from './media-checks.ts'
import * as tags from './tag-checks.ts'
import * as text from './text-checks.ts'
import { threadPartEmpty, threadTooManyParts, threadUnsupported } from './thread-checks.ts'
import { titleForbidden, titleMissing, titleTooLong } from './title-checks.ts'
import * as videos from './video-checks.ts'

/** Every code of the catalogue has its check; the compiler keeps them complete. */
const checks: Readonly<Record<CheckCode, Check>> = {
  'text.empty': text.textEmpty,
  'text.too_long': text.textTooLong,
  'text.too_many_bytes': text.textTooManyBytes,
  'text.forbidden_characters': text.textForbidden,
  'text.control_characters': text.textControls,
  'text.placeholder': text.textPlaceholder,
  'thread.unsupported': threadUnsupported,
  'thread.too_many_parts': threadTooManyParts,
  'thread.part_too_long': text.partTooLong,
  'thread.part_empty': threadPartEmpty,
  'comment.too_long': commentTooLong,
  'hashtags.too_many': tags.hashtagsTooMany,
  'hashtags.many': tags.hashtagsMany,
  'hashtags.only_first': tags.hashtagsOnlyFirst,
  'hashtags.digits_only': tags.hashtagsDigitsOnly,
  'hashtags.repeated': tags.hashtagsRepeated,
  'mentions.too_many': tags.mentionsTooMany,
  'title.missing': titleMissing,
  'title.too_long': titleTooLong,
  'title.forbidden_characters': titleForbidden,
  'link.in_caption': links.linkInCaption,
  'link.without_scheme': links.linkWithoutScheme,
  'link.malformed': links.linkMalformed,
  'link.costs_more': links.linkCostsMore,
  'media.missing': media.mediaMissing,
  'media.video_needed': media.mediaVideoNeeded,
  'media.video_not_here': media.mediaVideoNotHere,
  'media.mixed': media.mediaMixed,
  'media.too_many': media.mediaTooMany,
  'media.gone': media.mediaGone,
  'media.repeated': media.mediaRepeated,
  'media.type': files.mediaType,
  'media.too_large': files.mediaTooLarge,
  'media.too_many_pixels': files.mediaTooManyPixels,
  'media.too_long': videos.mediaTooLong,
  'media.too_short': videos.mediaTooShort,
  'media.too_small': files.mediaTooSmall,
  'media.aspect': files.mediaAspect,
  'media.aspect_advised': files.mediaAspectAdvised,
  'media.animated_still': media.mediaAnimatedStill,
  'media.animated_alone': media.mediaAnimatedAlone,
  'carousel.too_few': carouselTooFew,
  'carousel.mixed_sizes': carouselMixedSizes,
  'carousel.cut_to_first': carouselCutToFirst,
  'alt.missing': files.altMissing,
  'alt.too_long': altTooLong,
  'alt.file_name': files.altFileName,
}

/** Everything that is wrong with a post for one network: errors first, else in the catalogue's order. */
export function checkPost(post: PostFacts, network: Network): readonly Finding[] {
  const entities = post.parts.map(findEntities)
  const checked = { post, limits: limits[network], entities }
  const found = Object.values(checks).flatMap((check) => check(checked))
  return [...found.filter(isError), ...found.filter((each) => !isError(each))]
}

function isError({ severity }: Finding): boolean {
  return severity === 'error'
}
