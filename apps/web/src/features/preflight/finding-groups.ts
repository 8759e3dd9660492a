import type { Finding } from '@rheos/preflight'

/** Findings that say the same of several pictures. */
export type FindingGroup = readonly [Finding, ...Finding[]]

/** What is found of each of ten pictures is one line of the panel, and not ten. */
export function findingGroups(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<string, [Finding, ...Finding[]]>()
  for (const [index, finding] of findings.entries()) {
    const key = finding.assetId === undefined ? `${finding.code} ${index}` : finding.code
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [finding])
    else group.push(finding)
  }
  return [...groups.values()]
}

/** `The same holds for pictures 2, 3 and 5.` */
export function othersText([, ...others]: FindingGroup): string {
  const numbers = others.map(({ media }) => String((media ?? 0) + 1))
  const last = numbers.pop()
  if (last === undefined) return ''
  if (numbers.length === 0) return ` The same holds for picture ${last}.`
  return ` The same holds for pictures ${numbers.join(', ')} and ${last}.`
}
