import { countText, limits } from '@rheos/preflight'
import type { AccountLimits } from '../../networks/network-adapter.ts'
import type { Networks } from '../../networks/networks.ts'
import { Refusal } from '../../refusal.ts'
import type { FrozenPost } from '../frozen-post.ts'
import type { Sessions } from '../publishing-ports.ts'
import type { SocialAccountRow } from '../social-accounts/social-account-view.ts'

interface Asking {
  readonly networks: Networks
  readonly sessions: Pick<Sessions, 'open'>
}

/** Nobody waits longer for what is only a second look. */
const patienceMs = 3_000

/**
 * Refuses what this very account would not take, as far as its network says so now: servers and plans
 * differ. One that says nothing holds nobody up.
 */
export async function refuseWithoutRoom(
  asking: Asking,
  account: SocialAccountRow,
  post: FrozenPost,
): Promise<void> {
  const { textMax, imagesMax } = await roomOf(asking, account)
  const { name } = limits[account.network]
  for (const { content } of post.targets) {
    const length = countText(content.text, account.network)
    if (textMax !== undefined && length > textMax)
      throw new Refusal(
        'not_ready',
        `“${account.name}” on ${name} takes ${textMax} characters, and this text has ${length}: shorten it, or split it into a thread.`,
      )
    if (imagesMax !== undefined && content.media.length > imagesMax)
      throw new Refusal(
        'not_ready',
        `“${account.name}” on ${name} takes ${imagesMax} pictures, and this post has ${content.media.length}: take some out.`,
      )
  }
}

async function roomOf(
  { networks, sessions }: Asking,
  { workspaceId, id, network }: SocialAccountRow,
): Promise<AccountLimits> {
  const adapter = networks.get(network)
  if (adapter === undefined) return {}
  let patience: NodeJS.Timeout | undefined
  const silence = new Promise<AccountLimits>((resolve) => {
    patience = setTimeout(() => resolve({}), patienceMs)
  })
  // What is wrong with the account is told where it is published.
  const asked = sessions
    .open(workspaceId, id)
    .then((session) => adapter.limits(session))
    .catch(() => ({}))
  try {
    return await Promise.race([asked, silence])
  } finally {
    clearTimeout(patience)
  }
}
