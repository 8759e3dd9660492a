export interface ChoiceRequest {
  readonly question: string
  readonly candidates: readonly string[]
  readonly signal: AbortSignal
}

/** Chooses one of the candidates and never makes up another. */
export interface ChoiceModel {
  readonly provider: string
  readonly model: string
  /** The index of a candidate, or nothing when the model would not say. Throws a ModelError. */
  choose(request: ChoiceRequest): Promise<number | undefined>
}
