import type { Draft, Idea, Intent, NewDraft, Platform, Quote } from '@rheos/contract'
import { isIntent, isPlatform } from './platforms.ts'
import type { IdeasRequest } from './use-ideas.ts'
import type { TextRequest } from './use-text.ts'

/** What one tells the writer before it writes. */
export interface Brief {
  readonly brandId: string | undefined
  readonly intent: Intent | undefined
  readonly platform: Platform | undefined
  readonly direction: string
}

export const emptyBrief: Brief = {
  brandId: undefined,
  intent: undefined,
  platform: undefined,
  direction: '',
}

export function ideasRequestOf(brief: Brief, quote: Quote): IdeasRequest {
  return { ...given(brief), ...directionOf(brief), quote }
}

export function textRequestOf(
  kind: TextRequest['kind'],
  brief: Brief,
  quote: Quote,
  idea?: Idea,
): TextRequest {
  return {
    kind,
    ...given(brief),
    ...directionOf(brief),
    ...(idea === undefined ? {} : { idea, intent: idea.intent }),
    quote,
  }
}

/** An idea as it is kept under Posts: the hook, an empty line, the angle. */
export function draftOfIdea(idea: Idea, brief: Brief): NewDraft {
  const { intent: _, ...rest } = given(brief)
  return {
    state: 'idea',
    title: idea.title.slice(0, 200),
    body: `${idea.hook}\n\n${idea.angle}`,
    intent: idea.intent,
    ...rest,
  }
}

/** The idea that was kept as this draft, as the writer takes it. */
export function ideaOfDraft(draft: Draft): Idea {
  const [hook = '', ...angle] = draft.body.split(/\n\s*\n/)
  return {
    title: draft.title,
    intent: isIntent(draft.intent) ? draft.intent : 'educate',
    hook: hook.trim() || draft.title,
    angle: angle.join('\n\n').trim(),
  }
}

export function briefOfDraft(draft: Draft): Brief {
  return {
    brandId: draft.brandId ?? undefined,
    intent: isIntent(draft.intent) ? draft.intent : undefined,
    platform: isPlatform(draft.platform) ? draft.platform : undefined,
    direction: '',
  }
}

function given({ brandId, intent, platform }: Brief) {
  return {
    ...(brandId === undefined ? {} : { brandId }),
    ...(intent === undefined ? {} : { intent }),
    ...(platform === undefined ? {} : { platform }),
  }
}

function directionOf({ direction }: Brief) {
  return direction.trim() === '' ? {} : { direction: direction.trim() }
}
