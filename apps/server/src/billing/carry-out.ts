import type { LedgerCommands } from '@rheos/credits'
import type { MeterCommand } from './law/meter-command.ts'

/** Has the meter do what was decided. It was decided on what the meter says, so nothing is refused. */
export async function carryOut(
  ledger: Pick<LedgerCommands, 'setAllowance' | 'grant' | 'adjust' | 'endGrant'>,
  accountId: string,
  commands: readonly MeterCommand[],
): Promise<void> {
  for (const command of commands) {
    const outcome = await send(ledger, accountId, command)
    if (outcome.kind === 'rejected') {
      throw new Error(`The meter refused ${command.type} of a plan: ${outcome.reason}.`)
    }
  }
}

function send(
  ledger: Pick<LedgerCommands, 'setAllowance' | 'grant' | 'adjust' | 'endGrant'>,
  accountId: string,
  command: MeterCommand,
) {
  const actor = {}
  switch (command.type) {
    case 'set_allowance':
      return ledger.setAllowance({ accountId, ...command })
    case 'grant':
      return ledger.grant({ accountId, actor, ...command })
    case 'adjust':
      return ledger.adjust({ accountId, actor, ...command })
    case 'end_grant':
      return ledger.endGrant({ accountId, actor, ...command })
  }
}
