import { v5 as uuidFromName } from 'uuid'

/** Who sits at the desk. */
export interface Operator {
  readonly id: string
  readonly name: string
}

/** One press of a button at the desk. */
export interface Press {
  readonly operator: Operator
  /** The same key is the same press. */
  readonly idempotencyKey: string
  /** Why, in words that the customer may read. */
  readonly reason: string
}

/** A press and its repetitions get one id: this namespace, the operator and the caller's key. */
const pressNamespace = '5f0c64a1-4a34-5d0c-8e25-4cb1a16be0a7'

export function pressIdOf({ operator, idempotencyKey }: Press): string {
  return uuidFromName(`${operator.id}/${idempotencyKey}`, pressNamespace)
}
