import type { Intent } from '@rheos/contract'

export interface Starter {
  readonly intent: Intent
  /** What the card says. */
  readonly text: string
  /** What the writer is told. */
  readonly direction: string
}

const onTheme: readonly { readonly intent: Intent; readonly say: (theme: string) => string }[] = [
  { intent: 'educate', say: (theme) => `One thing worth knowing about ${theme}` },
  { intent: 'connect', say: (theme) => `A story behind ${theme}` },
  { intent: 'provoke', say: (theme) => `What most people get wrong about ${theme}` },
]

const plain: readonly Starter[] = [
  { intent: 'announce', text: 'Introduce what you do, in three sentences' },
  { intent: 'educate', text: 'Answer the question you hear most' },
  { intent: 'prove', text: 'Show a result somebody got with your help' },
].map((starter) => ({ ...starter, direction: starter.text }) as Starter)

/** Starters about the brand's themes; plain ones where it has too few. */
export function startersFor(themes: readonly string[]): readonly Starter[] {
  return plain.map((fallback, index) => {
    const theme = themes[index]
    const shape = onTheme[index]
    if (theme === undefined || shape === undefined) return fallback
    const text = shape.say(theme)
    return { intent: shape.intent, text, direction: text }
  })
}
