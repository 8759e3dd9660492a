/** One thing that does not agree with the entries. */
export interface AuditFinding {
  readonly accountId: string
  /** What was compared: `grant`, `entries`, `operation`, `account`. */
  readonly subject: 'grant' | 'entries' | 'operation' | 'account'
  readonly id: string
  /** One sentence: what is stored, and what the entries say. */
  readonly finding: string
}

/** What a standing audit looked at, and everything it found wrong. It repairs nothing. */
export interface AuditReport {
  readonly accounts: number
  readonly grants: number
  readonly operations: number
  readonly entries: number
  readonly findings: readonly AuditFinding[]
}
