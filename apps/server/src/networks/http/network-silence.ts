/** No answer came. */
export class NetworkSilence extends Error {
  override readonly name = 'NetworkSilence'
  /** The call may have arrived; false: it cannot have. */
  readonly sent: boolean
  readonly reason: 'unreachable' | 'certificate' | 'cut'

  constructor(silence: {
    readonly sent: boolean
    readonly reason: NetworkSilence['reason']
    readonly cause: unknown
  }) {
    super(`no answer: ${silence.reason}`, { cause: silence.cause })
    this.sent = silence.sent
    this.reason = silence.reason
  }
}
