import type { FieldName } from './post-fields.ts'

export interface Step {
  readonly label: string
  readonly changes: readonly {
    readonly name: FieldName
    readonly before: unknown
    readonly after: unknown
  }[]
  readonly at: number
}

/** Typing in one field is one step while it goes on without a rest. */
const restMs = 1500
const stepsMax = 200

/** What can be taken back, across the whole post, and taken up again. */
export class UndoStack {
  #done: Step[] = []
  #undone: Step[] = []

  get canUndo(): boolean {
    return this.#done.length > 0
  }

  get canRedo(): boolean {
    return this.#undone.length > 0
  }

  /** Typing that goes on joins the step before it. */
  push(step: Step, isTyping: boolean): void {
    this.#undone = []
    const last = this.#done.at(-1)
    if (isTyping && last !== undefined && goesOn(last, step)) {
      const [before] = last.changes
      const [after] = step.changes
      if (before !== undefined && after !== undefined) {
        this.#done[this.#done.length - 1] = {
          ...step,
          changes: [{ ...after, before: before.before }],
        }
        return
      }
    }
    this.#done = [...this.#done, step].slice(-stepsMax)
  }

  undo(): Step | undefined {
    const step = this.#done.pop()
    if (step !== undefined) this.#undone.push(step)
    return step
  }

  redo(): Step | undefined {
    const step = this.#undone.pop()
    if (step !== undefined) this.#done.push({ ...step, at: 0 })
    return step
  }
}

function goesOn(last: Step, step: Step): boolean {
  return (
    last.label === step.label &&
    last.changes.length === 1 &&
    step.changes.length === 1 &&
    last.changes[0]?.name === step.changes[0]?.name &&
    step.at - last.at < restMs
  )
}
