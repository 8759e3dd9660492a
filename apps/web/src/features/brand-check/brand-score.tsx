import { countText } from '../count-text.ts'
import { AddToBrand, type AddToBrandProps } from './add-to-brand.tsx'
import { scoreText, unknownText } from './finding-words.ts'

export interface BrandScoreProps {
  readonly score: number
  readonly findings: number
  /** The brand leaves something unsaid, so that the score is about the rest. */
  readonly isPartial: boolean
}

export function BrandScore({ score, findings, isPartial }: BrandScoreProps) {
  const reasons = findings === 0 ? 'nothing to put right' : countText(findings, 'reason')
  return (
    <div role="status" className="flex items-baseline gap-3">
      <span className="shrink-0 text-3xl font-semibold tabular-nums">{score}</span>
      <span>
        <span className="font-medium">{scoreText(score)}</span>{' '}
        <span className="text-sm text-muted">
          {isPartial ? `by what your brand says so far: ${reasons}` : reasons}
        </span>
      </span>
    </div>
  )
}

/** In the place of the score, where every text would fit: the brand says too little. */
export function NoScore({ brandId, unknown }: AddToBrandProps) {
  return (
    <div role="status">
      <p className="font-medium">Not enough to judge by</p>
      <p className="mt-1 text-sm text-muted">
        Your brand says too little yet for a score. Give it {unknownText(unknown)}.{' '}
        <AddToBrand brandId={brandId} unknown={unknown} />
      </p>
    </div>
  )
}
