import type { PlanId } from '@rheos/contract'
import { type Allowance, cycleStart } from '@rheos/credits'
import type { Instant } from '../../clock.ts'
import { plans } from '../../plans/plans.ts'

/** What a workspace's plan is, and what follows when. Kept in the row of the workspace. */
export interface Standing {
  readonly plan: PlanId
  /** Cycle n of the allowance starts at anchor + n months. */
  readonly anchor: Instant
  /** In force from `at` on. Free after Free: its allowance begins then, and there is none before. */
  readonly next: { readonly plan: PlanId; readonly at: Instant } | undefined
  /** When Free's last allowance began, of before the present plan. */
  readonly lastFreeAt: Instant | undefined
  /** When the clock alone changes something. */
  readonly dueAt: Instant | undefined
}

/** What is in force at `now`, though nobody has written it down yet. */
export function standingAt(standing: Standing, now: Instant): Standing {
  const { next } = standing
  if (next === undefined || next.at > now) return standing
  return { ...standing, plan: next.plan, anchor: next.at, next: undefined }
}

/** Free since `from`; its allowance begins at `start`, which may lie ahead. */
export function freeBeginning(
  { from, start }: { readonly from: Instant; readonly start: Instant },
  now: Instant,
): Standing {
  const isAhead = start > now
  return {
    plan: 'free',
    anchor: isAhead ? from : start,
    next: isAhead ? { plan: 'free', at: start } : undefined,
    // Should it be left before that: the next one is not earlier.
    lastFreeAt: isAhead ? cycleStart(start, -1) : undefined,
    dueAt: isAhead ? start : undefined,
  }
}

/** What the meter gives on Free: nothing as long as its allowance lies ahead. */
export function freeAllowance({ anchor, next }: Standing): Allowance {
  const { credits, pausesAtZero } = plans.free
  return { credits: next === undefined ? credits : 0, anchor, pausesAtZero }
}

/** From when on Free would count its months, were this workspace deleted now and made again. */
export function freeAnchorAfter(standing: Standing, now: Instant): Instant {
  const { plan, anchor, next, lastFreeAt } = standingAt(standing, now)
  return plan === 'free' ? (next?.at ?? anchor) : freeStartAfter(now, lastFreeAt)
}

/** Free's allowances begin a month apart, whatever was between them. */
export function freeStartAfter(from: Instant, lastFreeAt: Instant | undefined): Instant {
  return lastFreeAt === undefined ? from : Math.max(from, cycleStart(lastFreeAt, 1))
}

/** The columns of a workspace's row that are its standing. */
export interface StandingRow {
  readonly plan: PlanId
  readonly anchor: Instant
  readonly planEndsAt: Instant | null
  readonly nextPlan: PlanId | null
  readonly lastFreeAt: Instant | null
  readonly dueAt: Instant | null
}

export function standingOf(row: StandingRow): Standing {
  const { plan, anchor, planEndsAt, nextPlan, lastFreeAt, dueAt } = row
  return {
    plan,
    anchor,
    next: planEndsAt === null || nextPlan === null ? undefined : { plan: nextPlan, at: planEndsAt },
    lastFreeAt: lastFreeAt ?? undefined,
    dueAt: dueAt ?? undefined,
  }
}

export function rowOf({ plan, anchor, next, lastFreeAt, dueAt }: Standing): StandingRow {
  return {
    plan,
    anchor,
    planEndsAt: next?.at ?? null,
    nextPlan: next?.plan ?? null,
    lastFreeAt: lastFreeAt ?? null,
    dueAt: dueAt ?? null,
  }
}
