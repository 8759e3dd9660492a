/** One call under an operation id. */
export interface NumberedCall {
  readonly operationId: string
  /** Its credits went back: whoever asks again is another try. */
  released(): void
}

/** What is known of the calls that the SDK makes for one press. */
interface Press {
  calls: number
  steps: number
  isReleased: boolean
}

/**
 * The SDK makes several calls for one press: tries after a failure, steps of a text, parts of an
 * order. They are told apart by an object that stays the same within the press, its `scope`, and
 * numbered, so that each is an operation of its own: `id`, `id#2`, `id#3` … A call that is none of
 * these is the press once more and gets its id again, so that the meter answers that it was used.
 */
export class OperationIds {
  readonly #scopes = new WeakMap<object, Map<string, Press>>()

  /** Another try follows one that was released, another step has more messages than the one before. */
  ofStep(scope: object, operationId: string, steps: number): NumberedCall {
    const press = this.#press(scope, operationId)
    if (press.calls === 0 || press.isReleased || steps > press.steps) press.calls += 1
    return call(press, operationId, steps)
  }

  /** Every call is another part or try. Right only where each press has a scope of its own. */
  ofPart(scope: object, operationId: string): NumberedCall {
    const press = this.#press(scope, operationId)
    press.calls += 1
    return call(press, operationId, 0)
  }

  #press(scope: object, operationId: string): Press {
    const presses = this.#scopes.get(scope) ?? new Map<string, Press>()
    this.#scopes.set(scope, presses)
    const press = presses.get(operationId) ?? { calls: 0, steps: 0, isReleased: false }
    presses.set(operationId, press)
    return press
  }
}

function call(press: Press, operationId: string, steps: number): NumberedCall {
  const { calls } = press
  press.steps = Math.max(press.steps, steps)
  press.isReleased = false
  return {
    operationId: calls === 1 ? operationId : `${operationId}#${calls}`,
    released() {
      if (press.calls === calls) press.isReleased = true
    },
  }
}
