import type { CopyRequest, IdeasRequest, SlidesRequest, WritingRequest } from '../text-model.ts'

const textOnly = 'Answer with its text only: no title, no quotation marks around it, no remarks.'

/** What a model is to do, and in which shape it is to answer. */
export function assignment(request: WritingRequest): readonly string[] {
  switch (request.kind) {
    case 'ideas':
      return ideas(request)
    case 'caption':
    case 'post':
      return copy(request)
    case 'rewrite':
      return [
        'Rewrite <text> as <instruction> says, so that it still fits between <before> and <after>. Change nothing that the instruction does not ask for, and keep names, numbers and links.',
        'Answer with the new text alone: nothing of <before> and <after>, no remarks.',
      ]
    case 'version':
      return [
        'Write the post in <text> anew for this network: same message, same facts, its habits and its length.',
        textOnly,
      ]
    case 'hashtags':
      return [
        `Give ${request.count} hashtags that people really search for and that fit <text>, the most fitting first. None that are in it already.`,
        'Answer with JSON only: {"hashtags":["#…"]}',
      ]
    case 'alt':
      return [
        'Describe for somebody who cannot see it what the picture shows, in one or two sentences of at most 300 characters. Say the words on it. Do not begin with "image of".',
        request.picture.jpeg === undefined
          ? 'You cannot see the picture: say only what <picture> makes certain.'
          : 'Say what you see; <picture> is what is known besides.',
        textOnly,
      ]
    case 'image_prompt':
      return [
        'Write a prompt for an image model: one scene that carries what <text> says, with subject, setting, light, composition and mood, in the look of the brand. At most 90 words. No words in the picture, no logos, no real people by name.',
        textOnly,
      ]
    case 'slides':
      return slides(request)
  }
}

function ideas(request: IdeasRequest): readonly string[] {
  const { count, intents = [], hook, callToAction, postType, network } = request
  return [
    `Propose ${count === 1 ? 'one idea for a post' : `${count} ideas for posts that differ clearly from each other`}${request.avoid?.length ? ', other than those in <seen>' : ''}.`,
    intents.length > 0 ? `Each has one of these intents: ${intents.join(', ')}.` : '',
    hook ? `Each begins by the hook "${hook.label}": ${hook.exampleShape}` : '',
    callToAction ? `Each ends by "${callToAction.label}": ${callToAction.shape}` : '',
    postType ? `They are for ${postType} posts.` : '',
    network ? `They are for ${network}.` : '',
    'Say of each for whom it is, which theme of the brand it belongs to and why it fits the brand.',
    'Answer with JSON only: {"ideas":[{"title":"…","intent":"sell|educate|prove|connect|provoke|inspire|announce|entertain","hookId":"the id of one of <formulas>","hook":"the first line of the post, finished, without brackets","angle":"one sentence: how the post goes about it","outline":["three to five points"],"audience":"…","theme":"…","reason":"one sentence"}]}',
  ]
}

function copy(request: CopyRequest): readonly string[] {
  const { hook, callToAction, idea, intent, postType } = request
  return [
    `Write one ${request.kind}${postType && postType !== 'text' ? ` that goes with its ${postType}` : ''}. ${textOnly}`,
    idea ? 'Begin with the hook of <idea> and follow its outline.' : '',
    hook && !idea
      ? `Begin by the hook "${hook.label}", with what is true here: ${hook.exampleShape}`
      : '',
    callToAction ? `End by "${callToAction.label}": ${callToAction.shape}` : '',
    intent ? `Its intent is to ${intent}.` : '',
  ]
}

function slides({
  roles,
  structure,
  slides: given,
  instruction,
}: SlidesRequest): readonly string[] {
  const list = roles.map(({ role, purpose }, at) => `${at + 1}. ${role}: ${purpose}`).join('\n')
  return [
    given.length > 0 && instruction !== ''
      ? `Rewrite all of <slides> as <instruction> says. Keep their number, order and roles.`
      : `Write the slides of a carousel ("${structure.label}"), exactly ${roles.length}, in this order:\n${list}`,
    'A heading has at most 60 characters, a body at most 180. Each slide can be read alone.',
    'Answer with JSON only: {"slides":[{"role":"…","heading":"…","body":"…"}]}',
  ]
}
