import type { Asset, Network } from '@rheos/contract'
import { type Finding, limits } from '@rheos/preflight'
import { useDeferredValue, useMemo, useRef } from 'react'
import { countText } from '../count-text.ts'
import { findingGroups } from './finding-groups.ts'
import { FindingRow } from './finding-row.tsx'
import { NetworkVerdict } from './network-verdict.tsx'
import {
  changeFor,
  findingsFor,
  type PostContent,
  type PreflightChange,
} from './preflight-change.ts'

export interface PreflightPanelProps {
  /** One network, or those that the post goes to. */
  readonly network: Network | readonly Network[]
  readonly post: PostContent
  /** The pictures that the post and its versions name. */
  readonly assets: readonly Asset[]
  readonly onFix: (change: PreflightChange) => void
}

/** What each network would say to the post, with what mends it at one press. */
export function PreflightPanel({ network, post, assets, onFix }: PreflightPanelProps) {
  // Keys come first: what is found may follow a moment later.
  const deferred = useDeferredValue(post)
  const panel = useRef<HTMLElement>(null)
  const groups = useMemo(
    () => [network].flat().map((each) => [each, findingsFor(deferred, each, assets)] as const),
    [network, deferred, assets],
  )
  const errors = groups.flatMap(([, found]) => found).filter(isError).length

  return (
    <section ref={panel} tabIndex={-1} aria-label="Preflight" className="outline-none">
      <p role="status" className="sr-only">
        {errors === 0 ? 'Ready to publish.' : `${countText(errors, 'thing')} to fix.`}
      </p>
      <ul className="divide-y divide-line">
        {groups.map(([each, found]) => (
          <li key={each} className="py-4 first:pt-0 last:pb-0">
            <div className="flex items-center justify-between gap-3">
              <h3 className="text-sm font-semibold">{limits[each].name}</h3>
              <NetworkVerdict findings={found} />
            </div>
            {found.length > 0 && (
              <ul className="mt-3 space-y-3">
                {findingGroups(found).map((group) => (
                  <FindingRow
                    key={keyOf(group[0])}
                    findings={group}
                    onFix={(fix) => {
                      onFix(changeFor(post, each, assets, fix))
                      // The button goes with its finding; the focus must not fall to the top.
                      panel.current?.focus()
                    }}
                  />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function isError({ severity }: Finding): boolean {
  return severity === 'error'
}

function keyOf({ code, part, media }: Finding): string {
  return `${code} ${part ?? ''} ${media ?? ''}`
}
