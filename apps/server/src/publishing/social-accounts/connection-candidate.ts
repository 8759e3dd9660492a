import type { ConnectionCandidate } from '@rheos/contract'
import type { Candidate } from '../../networks/network-adapter.ts'

/** Of the page: hosts and ids of several kinds may hold any character. */
export function idOf({ server, remoteId }: Candidate): string {
  return `${server}#${remoteId}`.slice(-200)
}

export function candidateView(
  candidate: Candidate,
  known: ReadonlySet<string>,
): ConnectionCandidate {
  const { name, handle, kind, avatarUrl, server, remoteId } = candidate
  return {
    id: idOf(candidate),
    name,
    handle,
    kind,
    avatarUrl,
    connected: known.has(`${server} ${remoteId}`),
  }
}
