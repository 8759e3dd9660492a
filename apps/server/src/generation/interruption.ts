/** Why a running generation was told to stop. */
export class Interruption extends Error {
  override readonly name = 'Interruption'
  readonly reason: 'cancelled' | 'lease_lost' | 'shutdown'

  constructor(reason: Interruption['reason']) {
    super(`the generation was interrupted: ${reason}`)
    this.reason = reason
  }
}
