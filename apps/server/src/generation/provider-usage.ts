import type { Transaction } from '../db/database.ts'
import type { MadeBy, Order } from './generation-kind.ts'

/** Writes down what each model made of a delivery, in the transaction that keeps it. */
export async function recordProviderUsage(
  tx: Pick<Transaction, 'query'>,
  order: Pick<Order, 'workspaceId' | 'id' | 'unitPrice'>,
  made: { readonly action: string; readonly madeBy: readonly MadeBy[]; readonly at: number },
): Promise<void> {
  await tx.query(
    `insert into studio.provider_usage
       (workspace_id, generation_id, provider, model, action, units, credits, plan, at)
     select w.id, $2, made.provider, made.model, $3, sum(made.units), sum(made.units) * $4::int,
       case when w.plan_ends_at <= $5 then w.next_plan else w.plan end, $5
     from unnest($6::text[], $7::text[], $8::int[]) as made (provider, model, units),
       studio.workspaces w
     where w.id = $1
     group by w.id, made.provider, made.model`,
    [
      order.workspaceId,
      order.id,
      made.action,
      order.unitPrice,
      new Date(made.at),
      made.madeBy.map(({ provider }) => provider),
      made.madeBy.map(({ model }) => model),
      made.madeBy.map(({ units }) => units),
    ],
  )
}
