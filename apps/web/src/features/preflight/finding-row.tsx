import type { Fix } from '@rheos/preflight'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { type FindingGroup, othersText } from './finding-groups.ts'

export interface FindingRowProps {
  readonly findings: FindingGroup
  readonly onFix: (fix: Fix) => void
}

/** What is wrong and how grave it is, with the buttons that mend it. */
export function FindingRow({ findings, onFix }: FindingRowProps) {
  const [first] = findings
  const isError = first.severity === 'error'
  const Icon = isError ? CircleAlert : TriangleAlert
  const fixes = findings.flatMap(({ fixes, media = 0 }) =>
    fixes.map((fix) => ({
      fix,
      label: findings.length > 1 ? `${fix.label} · picture ${media + 1}` : fix.label,
    })),
  )
  return (
    <li className="flex gap-2.5">
      <Icon
        aria-hidden="true"
        className={`mt-0.5 size-4 shrink-0 ${isError ? 'text-danger' : 'text-warning'}`}
      />
      <div className="min-w-0 space-y-2">
        <p className="text-sm">
          <span className="sr-only">{isError ? 'Error: ' : 'Warning: '}</span>
          {first.message}
          {othersText(findings)}
        </p>
        {fixes.length > 0 && (
          <div className="flex flex-wrap gap-2">
            {fixes.map(({ fix, label }) => (
              <Button key={label} size="sm" onClick={() => onFix(fix)}>
                {label}
              </Button>
            ))}
          </div>
        )}
      </div>
    </li>
  )
}
