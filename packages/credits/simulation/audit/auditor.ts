import { UNWRITABLE } from '../faults/unwritable.ts'
import { AccountCase } from './account-case.ts'
import { checkAdjustments, checkGifts, checkReversals } from './checks/corrections.ts'
import { checkCycles } from './checks/cycles.ts'
import { checkDrawing } from './checks/drawing.ts'
import { checkEarlyEnds } from './checks/early-ends.ts'
import { checkEndings } from './checks/endings.ts'
import { checkEntries } from './checks/entries.ts'
import { checkFinalReads } from './checks/final-reads.ts'
import { checkHolds } from './checks/holds.ts'
import { checkLeases } from './checks/leases.ts'
import { checkLimits } from './checks/limits.ts'
import { checkOperations } from './checks/operations.ts'
import { checkOrder } from './checks/order.ts'
import { checkEvents, checkProduct } from './checks/product.ts'
import { checkReads } from './checks/reads.ts'
import type { Evidence } from './evidence.ts'
import { type Finding, Findings, type Report } from './findings.ts'

type Check = (account: AccountCase, report: Report) => void

const CHECKS: Readonly<Record<string, Check>> = {
  entries: checkEntries,
  drawing: checkDrawing,
  cycles: checkCycles,
  operations: checkOperations,
  holds: checkHolds,
  endings: checkEndings,
  leases: checkLeases,
  limits: checkLimits,
  reversals: checkReversals,
  gifts: checkGifts,
  adjustments: checkAdjustments,
  'early ends': checkEarlyEnds,
  product: checkProduct,
  events: checkEvents,
  order: checkOrder,
  reads: checkReads,
  'final reads': checkFinalReads,
}

/**
 * Compares what was answered with what is written down, and both with the rules. It trusts nobody:
 * it adds up by itself, and knows no more of the meter than its callers do.
 */
export function audit(evidence: Evidence): readonly Finding[] {
  const findings = new Findings()
  for (const records of evidence.accounts) {
    const account = new AccountCase(records, evidence)
    for (const [name, check] of Object.entries(CHECKS)) {
      check(account, findings.by(name, account.id))
    }
  }
  for (const { accountId, finding } of evidence.report.findings) {
    findings.by('standing audit', accountId)('C38', false, () => finding)
  }
  checkUnwritable(evidence, findings.by('unwritable', 'all'))
  return findings.all
}

/** What no store takes is refused to whoever asked for it, and to nobody else. */
function checkUnwritable({ calls }: Evidence, report: Report): void {
  for (const { asked, failure } of calls) {
    if (failure !== 'unwritable') continue
    const isOwn = asked.type === 'hold' && asked.requestHash === UNWRITABLE
    report('C32', isOwn, () => `${JSON.stringify(asked)} was refused for somebody else's fault`)
  }
}
