import { aspectOf, ratio } from '../limits/aspects.ts'
import { isVideo, type MediaFacts } from '../post-facts.ts'
import { cropTo } from './file-checks.ts'
import { type Check, type Checked, type Finding, finding } from './finding.ts'

export const carouselTooFew: Check = ({ post, limits }) => {
  const min = limits.media.images?.carousel?.min ?? 0
  if (post.type !== 'carousel' || post.media.length === 0 || post.media.length >= min) return []
  const message = `A carousel on ${limits.name} has at least ${min} pictures: add another, or make it a post with one picture.`
  return [finding(limits, 'carousel.too_few', message)]
}

export const carouselMixedSizes: Check = (checked) =>
  ofAnotherShape(checked, 'required', (name) => ({
    code: 'carousel.mixed_sizes',
    message: `The pictures of a carousel on ${name} have one shape: crop them to that of the first.`,
  }))

export const carouselCutToFirst: Check = (checked) =>
  ofAnotherShape(checked, 'cutToFirst', (name) => ({
    code: 'carousel.cut_to_first',
    message: `${name} cuts all pictures of a carousel to the shape of the first: crop them yourself, so that nothing is lost.`,
  }))

/** One finding, with a crop for each picture whose shape is not that of the first. */
function ofAnotherShape(
  { post, limits }: Checked,
  rule: 'required' | 'cutToFirst',
  say: (name: string) => { readonly code: Finding['code']; readonly message: string },
): readonly Finding[] {
  const { images } = limits.media
  const [first] = post.media
  if (images?.carousel?.sameSize !== rule || first === undefined || !hasSize(first)) return []
  const others = post.media
    .map((media, index) => ({ media, index }))
    .filter(({ media }) => hasSize(media) && !isVideo(media) && !sameShape(media, first))
  const [other] = others
  if (other === undefined) return []
  const aspect = aspectOf(first.width, first.height)
  const { code, message } = say(limits.name)
  return [
    finding(limits, code, message, {
      media: other.index,
      assetId: other.media.assetId,
      fixes: others.map(({ media, index }) => ({
        ...cropTo(aspect, images, { media: index, assetId: media.assetId }),
        label: `Crop picture ${index + 1}`,
      })),
    }),
  ]
}

function hasSize({ width, height }: MediaFacts): boolean {
  return width > 0 && height > 0
}

function sameShape(a: MediaFacts, b: MediaFacts): boolean {
  return Math.abs(ratio(a) / ratio(b) - 1) < 0.01
}
