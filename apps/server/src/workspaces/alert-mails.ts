import type { Notice } from '@rheos/contract'
import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { Database, Transaction } from '../db/database.ts'
import type { Mail, Mailer } from '../mail/mailer.ts'
import { alertMailText } from './alert-mail-text.ts'
import type { MailChoices } from './mail-choices.ts'
import { isOfPublishing, publishingMailText } from './publishing-mail-text.ts'
import type { WorkspaceCredits } from './workspace-credits.ts'
import type { Workspaces } from './workspaces.ts'

/** Over two days, more and more seldom; what is told so late is no news. */
const attemptsMax = 12
const firstRetryMs = 60_000
const retryMsMax = 6 * 3_600_000

interface Due {
  readonly workspaceId: string
  readonly noticeId: string
  readonly kind: Notice['kind']
  readonly balance: number
  readonly cycleStart: number
  readonly payUrl: string | null
  readonly subject: Notice['subject']
  readonly attempts: number
  readonly workspace: string
  readonly ownerId: string
}

/**
 * Mails to the owners of workspaces what they are told above the page. Any number of processes may
 * send at once: each takes a mail by locking its row, and a process that dies lets go of it.
 */
export class AlertMails {
  readonly #options: AlertMailsOptions

  constructor(options: AlertMailsOptions) {
    this.#options = options
  }

  /** Sends what is due, one by one, until nothing is. */
  async send(): Promise<void> {
    while (await this.#options.database.transaction((tx) => this.#sendOne(tx)));
  }

  /** Answers whether there was one. */
  async #sendOne(tx: Transaction): Promise<boolean> {
    const now = this.#options.clock()
    const due = await takeDue(tx, now)
    if (due === undefined) return false
    try {
      await this.#sendUnlessOld(due)
      await done(tx, due, now)
    } catch (error) {
      this.#options.log.warn({ err: error, noticeId: due.noticeId }, 'an alert was not mailed yet')
      if (due.attempts + 1 >= attemptsMax) await done(tx, due, now)
      else await later(tx, due, now)
    }
    return true
  }

  async #sendUnlessOld(due: Due): Promise<void> {
    const { auth, choices } = this.#options
    const to = await auth.personById(due.ownerId)
    if (to === undefined) return
    const wanted = await choices.of(to.id)
    if (isOfPublishing(due.kind)) {
      // Nothing of it asks the meter: posts go out without it, and so does what is told of them.
      if (wanted.publishing)
        await this.#mail(
          due,
          publishingMailText({ ...due, to, publicUrl: this.#options.publicUrl }),
        )
      return
    }
    if (due.kind === 'payment_failed' || wanted.creditAlerts) await this.#sendUnlessOver(due, to)
  }

  async #sendUnlessOver(due: Due, to: Owner): Promise<void> {
    const { credits, workspaces, publicUrl } = this.#options
    const isPayment = due.kind === 'payment_failed'
    const balance = await credits.balance(due.workspaceId)
    // Of a cycle that is over, or the balance has risen since, as by an upgrade.
    const holds = due.cycleStart === balance.cycle.start && balance.balance <= due.balance
    // Of an account that waits for its payment the mail about that tells more.
    const isWaiting = balance.allowance.credits === 0
    if (!isPayment && (!holds || isWaiting)) return
    const plan = await workspaces.plan(due.workspaceId)
    await this.#mail(due, alertMailText({ ...due, to, plan, balance, publicUrl }))
  }

  async #mail(due: Due, mail: Mail): Promise<void> {
    const { mailer, publicUrl } = this.#options
    // Should the process die before it is written down that it was sent: the same mail, not another.
    const messageId = `<${due.workspaceId}.${due.noticeId}@${new URL(publicUrl).hostname}>`
    await mailer.send({ ...mail, messageId })
  }
}

interface Owner {
  readonly id: string
  readonly name: string
  readonly email: string
}

export interface AlertMailsOptions {
  readonly database: Database
  readonly credits: Pick<WorkspaceCredits, 'balance'>
  readonly workspaces: Pick<Workspaces, 'plan'>
  readonly auth: {
    personById(id: string): Promise<Owner | undefined>
  }
  readonly choices: MailChoices
  readonly mailer: Mailer
  readonly publicUrl: string
  readonly clock: Clock
  readonly log: Logger
}

async function takeDue(tx: Transaction, now: number): Promise<Due | undefined> {
  const { rows } = await tx.query(
    `select m.workspace_id as "workspaceId", m.notice_id as "noticeId", n.kind, n.balance,
       extract(epoch from n.cycle_start) * 1000 as "cycleStart", n.pay_url as "payUrl", n.subject, m.attempts,
       w.name as workspace, w.owner_id as "ownerId"
     from studio.alert_mails m join studio.workspaces w on w.id = m.workspace_id
     join studio.notices n on n.workspace_id = m.workspace_id and n.id = m.notice_id
     where m.done_at is null and m.due_at <= $1
     order by m.due_at limit 1 for update of m skip locked`,
    [new Date(now)],
  )
  const [row] = rows
  return row && ({ ...row, cycleStart: Math.round(Number(row['cycleStart'])) } as Due)
}

async function done(tx: Transaction, { workspaceId, noticeId }: Due, now: number): Promise<void> {
  await tx.query(
    'update studio.alert_mails set done_at = $3 where workspace_id = $1 and notice_id = $2',
    [workspaceId, noticeId, new Date(now)],
  )
}

async function later(tx: Transaction, due: Due, now: number): Promise<void> {
  const waitMs = Math.min(firstRetryMs * 2 ** due.attempts, retryMsMax)
  await tx.query(
    `update studio.alert_mails set attempts = attempts + 1, due_at = $3
     where workspace_id = $1 and notice_id = $2`,
    [due.workspaceId, due.noticeId, new Date(now + waitMs)],
  )
}
