import { type Changes, isVisible } from '../changes.ts'
import type { OperationRecord } from '../operation.ts'
import {
  accountValues,
  allowanceChangeValues,
  INSERT_ALLOWANCE_CHANGE,
  INSERT_ENTRIES,
  INSERT_GRANTS,
  INSERT_LINES,
  INSERT_OPERATIONS,
  INSERT_REVERSALS,
  lineRows,
  NOTIFY,
  operationRows,
  rowsJson,
  UPDATE_ACCOUNT,
  UPDATE_LINES,
  UPDATE_OPERATIONS,
} from './append-statements.ts'
import { type Queryable, run } from './queryable.ts'

/** Writes a decision down, in the order that the foreign keys ask for; entries move the credits. */
export async function appendChanges(on: Queryable, changes: Changes): Promise<void> {
  const { accountId, allowance, grants, created, updated, reversals, entries } = changes
  if (allowance) {
    await run(on, UPDATE_ACCOUNT, accountValues(allowance.account))
    await run(on, INSERT_ALLOWANCE_CHANGE, allowanceChangeValues(allowance.change))
  }
  if (grants.length > 0) await run(on, INSERT_GRANTS, rowsJson(grants))
  await writeOperations(on, created, INSERT_OPERATIONS, INSERT_LINES)
  if (entries.length > 0) await run(on, INSERT_ENTRIES, rowsJson(entries))
  await writeOperations(on, updated, UPDATE_OPERATIONS, UPDATE_LINES)
  if (reversals.length > 0) await run(on, INSERT_REVERSALS, rowsJson(reversals))
  // Delivered by the database when, and only when, the transaction commits.
  if (isVisible(changes)) await run(on, NOTIFY, [accountId])
}

async function writeOperations(
  on: Queryable,
  records: readonly OperationRecord[],
  writeRecords: string,
  writeLines: string,
): Promise<void> {
  if (records.length > 0) await run(on, writeRecords, operationRows(records))
  const hasLines = records.some(({ lines }) => lines.length > 0)
  if (hasLines) await run(on, writeLines, lineRows(records))
}
