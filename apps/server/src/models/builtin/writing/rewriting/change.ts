/** What can be done to a text without a language model. */
export interface Change {
  /** In an instruction, in any of the languages that are spoken here. */
  readonly asked: RegExp
  /** Languages it can be done in; every language where none is named. */
  readonly languages?: readonly string[]
  readonly apply: (text: string, asked: Asked) => string
}

export interface Asked {
  readonly instruction: string
  /** Of the text. */
  readonly language: string
}
