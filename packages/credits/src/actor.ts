/** Who asked: kept with every operation and every entry. Empty when the meter itself acts. */
export interface Actor {
  readonly memberId?: string
  readonly brandId?: string
  readonly apiKeyId?: string
}

export const NOBODY: Actor = {}
