import type { FieldName } from './post-fields.ts'

/** One field as it was typed and not yet saved, and where the edit began. */
export interface KeptField {
  readonly value: unknown
  readonly base: unknown
  readonly revision: number
}

export type KeptFields = Readonly<Partial<Record<FieldName, KeptField>>>

/** Where unsaved edits of one post outlive the page. */
export interface KeptEdits {
  /** Replaces what this page has kept. */
  readonly keep: (fields: KeptFields) => Promise<void>
  readonly forget: () => Promise<void>
  /** What was left by pages that are gone; it is this page's from now on. */
  readonly takeOver: () => Promise<KeptFields>
  /** The page is gone: what it kept can be taken over. */
  readonly close: () => void
}
