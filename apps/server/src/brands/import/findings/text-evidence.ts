import type { Candidate, Evidence } from '../finding.ts'
import { clip, oneLine } from '../site/html-document.ts'

const maxSnippet = 240

export function evidence(page: string, snippet: string, source: string): Evidence {
  return { page, snippet: clip(oneLine(snippet), maxSnippet), source }
}

/** Several independent hints are stronger than each, and never quite certain. */
export function joinScores(scores: readonly number[]): number {
  const doubt = scores.reduce((left, score) => left * (1 - Math.min(score, 0.99)), 1)
  return Math.min(0.99, 1 - doubt)
}

export function roundScore(score: number): number {
  return Math.round(Math.max(0, Math.min(1, score)) * 100) / 100
}

/** Best first; what came first wins among equals. */
export function ranked<V>(candidates: readonly Candidate<V>[]): Candidate<V>[] {
  return [...candidates].sort((one, other) => other.score - one.score)
}
