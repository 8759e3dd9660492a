import type { Notice } from '@rheos/contract'
import type { Mail } from '../mail/mailer.ts'

/** What is told of posts and social accounts, and not of credits. */
export function isOfPublishing(kind: Notice['kind']): boolean {
  return ['publishing_failed', 'account_expiring', 'account_lost'].includes(kind)
}

export interface PublishingFacts {
  readonly kind: Notice['kind']
  readonly subject: Notice['subject']
  readonly to: { readonly name: string; readonly email: string }
  readonly workspace: string
  readonly publicUrl: string
}

/** What happened to a post or an account, and where to look. */
export function publishingMailText(facts: PublishingFacts): Mail {
  const { to, workspace, publicUrl } = facts
  const { subject, happened, where } = wordsFor(facts)
  return {
    to: to.email,
    subject,
    text: [
      `Hello ${to.name},`,
      '',
      ...happened,
      '',
      where,
      '',
      `This is about the workspace “${workspace}”.`,
      `To have no mails about publishing: ${publicUrl}/settings/account`,
    ].join('\n'),
  }
}

function wordsFor({ kind, subject, publicUrl }: PublishingFacts) {
  const name = subject?.name || 'untitled'
  if (kind === 'publishing_failed')
    return {
      subject: `A post did not go out: ${name}`,
      happened: [`“${name}” did not go out everywhere. See which network it is, and what to do:`],
      where: `${publicUrl}/posts/${subject?.id ?? ''}`,
    }
  const isLost = kind === 'account_lost'
  return {
    subject: isLost
      ? `${name} has to be connected again`
      : `${name} has to be connected again soon`,
    happened: isLost
      ? [`“${name}” no longer lets us publish. Nothing goes out there until it is connected again:`]
      : [`The permission of “${name}” ends soon. Connect it again before it does:`],
    where: `${publicUrl}/settings/accounts`,
  }
}
