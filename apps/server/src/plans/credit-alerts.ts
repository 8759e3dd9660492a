import type { Alert } from '@rheos/credits'

/** When people are told that their credits run low; each once in a cycle. */
export const creditAlerts = [
  { id: 'running_low', when: { usedPercent: 80 } },
  { id: 'last_image', when: { lastOf: 'image.standard' } },
  { id: 'used_up', when: { left: 0 } },
] as const satisfies readonly Alert[]
