import type { ExplainedAction, ExplainedGrant, Explanation, ExplanationLine } from '@rheos/contract'
import { describe, expect, it } from 'vitest'
import {
  changeText,
  expiryText,
  lineDetails,
  lineText,
  momentText,
  questionText,
  summaryText,
} from './explanation-text.ts'

const grant: ExplainedGrant = {
  id: 'g',
  kind: 'allowance',
  amount: 400,
  available: 360,
  held: 5,
  spent: 35,
  expired: 0,
  startsAt: '2026-11-14T09:20:00Z',
  endsAt: '2026-12-14T09:20:00Z',
  reason: 'allowance',
}

const plain: ExplanationLine = {
  kind: 'grant',
  at: grant.startsAt,
  credits: 400,
  held: 0,
  balance: 400,
  grantId: 'g',
  action: null,
  reason: null,
  count: 1,
}

function action(changes: Partial<ExplainedAction>): ExplainedAction {
  return {
    id: 'o',
    action: 'image.standard',
    quantity: 1,
    unitPrice: 5,
    outcome: 'charged',
    why: null,
    who: null,
    brand: null,
    ...changes,
  }
}

const paid: ExplanationLine = { ...plain, kind: 'action', credits: -35, action: action({}) }
const failed: ExplanationLine = { ...paid, credits: 0, action: action({ outcome: 'not_charged' }) }
const open: ExplanationLine = { ...failed, held: 5, action: action({ outcome: 'in_progress' }) }

describe('the question', () => {
  it('names the balance, and the moment where it is a past one', () => {
    expect(questionText(365, undefined)).toBe('Why is my balance 365?')
    expect(questionText(undefined, undefined)).toBe('Why is my balance what it is?')
    expect(questionText(0, '2026-11-25T09:20:00Z')).toMatch(/^Why was my balance 0 on .*2026, /)
  })

  it('says the moment with its year and zone', () => {
    expect(momentText('2026-11-25T23:30:00Z', 'Asia/Tokyo')).toBe(
      '26\u00a0November\u00a02026, 08:30\u00a0GMT+9',
    )
  })
})

describe('the summary', () => {
  const explanation: Explanation = {
    at: plain.at,
    balance: 365,
    available: 365,
    held: 0,
    cycle: { start: grant.startsAt, end: grant.endsAt },
    grants: [grant],
    lines: [plain, paid, failed],
  }

  it('adds up', () => {
    expect(summaryText(explanation)).toBe('400 credits given, 35 used.')
    expect(summaryText({ ...explanation, lines: [plain] })).toBe('400 credits given, 0 used.')
    const taken: ExplanationLine = { ...plain, kind: 'adjustment', credits: -10 }
    expect(summaryText({ ...explanation, held: 5, lines: [plain, paid, open, taken] })).toBe(
      '400 credits given, 35 used, 10 taken back. 5 of what is left is set aside for work in progress.',
    )
  })
})

describe('when what is left expires', () => {
  const endsAt = '2026-12-20T02:20:00Z'
  it('is said of every grant', () => {
    const text = (grants: ExplainedGrant[]) => expiryText(grants, 'UTC').replaceAll('\u00a0', ' ')
    expect(text([grant])).toBe(
      'Unless used, 365 expire on 14 December, 09:20 UTC: nothing rolls over.',
    )
    expect(text([grant, { ...grant, available: 15, endsAt }])).toBe(
      'Unless used, 365 expire on 14 December, 09:20 UTC and 20 on 20 December, 02:20 UTC: nothing rolls over.',
    )
  })
})

describe('a line', () => {
  it('says what it did to the balance', () => {
    expect([plain, paid, failed, open].map(changeText)).toEqual([
      '+400',
      '−35',
      'not charged',
      '(5)',
    ])
  })

  it('says what it was', () => {
    expect(lineText(plain, grant)).toBe('Monthly allowance')
    expect(lineDetails(plain, grant)[0]).toMatch(/^until 14/)
    const made: ExplainedGrant = { ...grant, kind: 'make_good', reason: 'a wrong logo' }
    expect(lineText(plain, made)).toBe('Given back for a fault')
    expect(lineDetails(plain, made)[0]).toBe('a wrong logo')
    const told = action({ why: 'It was late.', who: { id: 'm', name: 'Ada' } })
    expect(lineDetails({ ...failed, action: told }, grant)).toEqual(['Ada', 'It was late.'])
    expect(lineText({ ...paid, action: action({ quantity: 3 }) }, grant)).toBe('3 standard images')
    expect(lineText({ ...plain, kind: 'earlier', count: 62 }, grant)).toBe('62 earlier actions')
    const taken: ExplanationLine = { ...plain, kind: 'adjustment', reason: 'given twice' }
    expect(lineText(taken, grant)).toBe('Taken back')
    expect(lineDetails(taken, grant)).toEqual(['given twice'])
  })
})
