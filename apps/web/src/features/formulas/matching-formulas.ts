import type { Intent, PostType } from '@rheos/contract'

/** A hook or a call to action as one chooses it. */
export interface Formula {
  readonly id: string
  readonly label: string
  readonly whenToUse?: string
  readonly shape: string
  readonly intents: readonly Intent[]
  /** Every type where it does not say. */
  readonly postTypes?: readonly PostType[]
}

/** The formulas with all the words in them that suit one of the intents and the type. */
export function matchingFormulas(
  formulas: readonly Formula[],
  wanted: {
    readonly text: string
    readonly intents: readonly Intent[]
    readonly type: PostType
  },
): readonly Formula[] {
  const words = wanted.text.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return formulas.filter((formula) => {
    const { label, whenToUse = '', shape, intents, postTypes } = formula
    const said = `${label} ${whenToUse} ${shape}`.toLocaleLowerCase()
    return (
      words.every((word) => said.includes(word)) &&
      (wanted.intents.length === 0 || wanted.intents.some((intent) => intents.includes(intent))) &&
      (postTypes?.includes(wanted.type) ?? true)
    )
  })
}
