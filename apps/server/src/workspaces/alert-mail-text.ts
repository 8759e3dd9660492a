import type { Notice } from '@rheos/contract'
import type { Balance } from '@rheos/credits'
import { creditsText, numberText } from '../credits-text.ts'
import { dayText, momentText } from '../instant-text.ts'
import type { Mail } from '../mail/mailer.ts'
import { type Plan, planAbove } from '../plans/plans.ts'

export interface AlertFacts {
  readonly kind: Notice['kind']
  readonly to: { readonly name: string; readonly email: string }
  readonly workspace: string
  readonly plan: Plan
  readonly balance: Pick<Balance, 'balance' | 'resetsAt'>
  readonly payUrl: string | null
  /** Where the studio is. */
  readonly publicUrl: string
}

/** What a notice says, as a mail: what happened, what to do next, where. */
export function alertMailText(facts: AlertFacts): Mail {
  const { to, workspace, publicUrl } = facts
  const { subject, happened, next } = wordsFor(facts)
  return {
    to: to.email,
    subject,
    text: [
      `Hello ${to.name},`,
      '',
      ...happened,
      '',
      ...next,
      '',
      `This is about the workspace “${workspace}”.`,
      facts.kind === 'payment_failed'
        ? 'Mails about payments always come.'
        : `To have no mails about credits: ${publicUrl}/settings/account`,
    ].join('\n'),
  }
}

interface Words {
  readonly subject: string
  readonly happened: readonly string[]
  readonly next: readonly string[]
}

function wordsFor(facts: AlertFacts): Words {
  const { kind, plan, balance } = facts
  const until = momentText(balance.resetsAt)
  const onward = { next: onwardFrom(facts) }
  if (kind === 'payment_failed') return paymentFailed(facts)
  if (kind === 'running_low') {
    const left = `${numberText(balance.balance)} of ${creditsText(plan.credits)}`
    const happened = [`${left} are left. They have to last until ${until}, then they are reset.`]
    return {
      subject: `${creditsText(balance.balance)} left until ${dayText(balance.resetsAt)}`,
      happened,
      ...onward,
    }
  }
  if (kind === 'last_image') {
    const happened = [
      `Your credits are enough for one more standard image. They reset on ${until}.`,
    ]
    return { subject: 'Credits for one more image', happened, ...onward }
  }
  const waits = plan.pausesAtZero
    ? `AI is paused until ${until}. Your posts, your brand and your library work as before.`
    : `Images and website reading wait until ${until}. Writing goes on.`
  const happened = [`This month’s ${creditsText(plan.credits)} are used up.`, waits]
  return {
    subject: `Your credits are used up until ${dayText(balance.resetsAt)}`,
    happened,
    ...onward,
  }
}

function paymentFailed({ plan, payUrl, publicUrl }: AlertFacts): Words {
  return {
    subject: `The payment for ${plan.name} failed`,
    happened: [
      `The payment for your ${plan.name} plan did not go through, so the rest of this period’s credits`,
      'wait until it is made. Nothing that you made is lost.',
    ],
    next: [
      'Pay, or use another card, and they come back at once:',
      '',
      payUrl ?? `${publicUrl}/settings/billing`,
    ],
  }
}

/** More credits where there is a larger plan, else what they went to. */
function onwardFrom({ plan, publicUrl }: AlertFacts): readonly string[] {
  const above = planAbove(plan)
  return above === undefined
    ? ['See what they went to:', '', `${publicUrl}/settings/billing`]
    : [
        `${above.name} has ${creditsText(above.credits)} a month${plan.watermark && !above.watermark ? ' and no watermark' : ''}:`,
        '',
        `${publicUrl}/settings/billing#plans`,
      ]
}
