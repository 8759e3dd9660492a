import { textTable } from '../../../packages/credits/bench/report/text-table.ts'
import type { UpgradeResult } from './measure-upgrade.ts'
import type { WebhooksResult } from './measure-webhooks.ts'
import type { Percentiles } from './percentiles.ts'

/** The report for people. */
export function payingText({
  upgrade,
  webhooks,
}: {
  readonly upgrade: UpgradeResult
  readonly webhooks: WebhooksResult
}): string {
  const row = (
    what: string,
    ours: Percentiles,
    plain: Percentiles,
    targetMs: number,
  ): readonly string[] => [
    what,
    ours.p50.toFixed(1),
    ours.p99.toFixed(1),
    plain.p50.toFixed(1),
    (plain.p50 / ours.p50).toFixed(1),
    String(targetMs),
  ]
  const { events, perSecond, customers } = webhooks
  return [
    'Plain: reading the customer at the payment provider and acting on it, as long as that takes.',
    textTable([
      ['payment', 'p50 ms', 'p99 ms', 'plain p50', 'times faster', 'target p99'],
      row(
        `an event answered, ${perSecond} a second, ${events} of ${customers} customers`,
        webhooks.answerMs,
        webhooks.actedOnMs,
        webhooks.targetMs,
      ),
      row(
        `an upgrade in the open page, ${upgrade.upgrades} of them`,
        upgrade.toPageMs,
        upgrade.actedOnMs,
        upgrade.targetMs,
      ),
    ]),
    '',
  ].join('\n')
}
