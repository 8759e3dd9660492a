import { isOpen, type Operation } from '../operation.ts'

/** The operation id was used before: the provider was not called again and nothing more was charged. */
export class OperationReplayedError extends Error {
  override readonly name = 'OperationReplayedError'
  /** As it stood when it was asked for again. */
  readonly operation: Operation

  constructor(operation: Operation) {
    const fate = isOpen(operation) ? 'is in progress already' : `has ended: ${operation.state}`
    super(`The operation ${operation.id} ${fate}. Another press needs an operation id of its own.`)
    this.operation = operation
  }
}
