import { describe, expect, it } from 'vitest'
import { readInstruction } from './read-instruction.ts'

const adjustmentsIn = (instruction: string) => {
  const reading = readInstruction(instruction)
  return reading.ok ? reading.adjustments : `not: ${reading.part}`
}

describe('an instruction', () => {
  it.each([
    ['Make it brighter', [{ kind: 'light', by: 1 }]],
    ['a little darker', [{ kind: 'light', by: -0.5 }]],
    ['Please make the whole picture much warmer.', [{ kind: 'warmth', by: 1.7 }]],
    ['cooler colours', [{ kind: 'warmth', by: -1 }]],
    ['black and white', [{ kind: 'grey' }]],
    [
      'Turn it into black & white, with more contrast',
      [{ kind: 'grey' }, { kind: 'contrast', by: 1 }],
    ],
    ['less contrast', [{ kind: 'contrast', by: -1 }]],
    [
      'more vivid and slightly sharper',
      [
        { kind: 'color', by: 1 },
        { kind: 'sharpen', by: 0.5 },
      ],
    ],
    ['blur the picture', [{ kind: 'blur', by: 1 }]],
    ['crop to square', [{ kind: 'crop', ratio: 1 }]],
    ['crop it to 16:9', [{ kind: 'crop', ratio: 16 / 9 }]],
    ['flip horizontally', [{ kind: 'mirror' }]],
    ['rotate left', [{ kind: 'turn', degrees: 270 }]],
    [
      'mach es heller und wärmer',
      [
        { kind: 'light', by: 1 },
        { kind: 'warmth', by: 1 },
      ],
    ],
    ['en noir et blanc', [{ kind: 'grey' }]],
    ['noir et blanc', [{ kind: 'grey' }]],
    ['plus de contraste', [{ kind: 'contrast', by: 1 }]],
    ['más claro', [{ kind: 'light', by: 1 }]],
  ])('“%s”', (instruction, expected) => {
    expect(adjustmentsIn(instruction)).toEqual(expected)
  })

  it.each([
    ['Add the text “Open, and free” at the top', 'Open, and free', 'top'],
    ['add text "Sale" in the middle', 'Sale', 'middle'],
    ['Write the headline Fresh every morning at the bottom', 'Fresh every morning', 'bottom'],
    ['add the caption „Jeden Sonntag“', 'Jeden Sonntag', 'bottom'],
    ['put “Hello” on the bottom', 'Hello', 'bottom'],
  ])('“%s” sets a text', (instruction, text, place) => {
    expect(adjustmentsIn(instruction)).toEqual([{ kind: 'text', text, place }])
  })

  it.each([
    ['change the text to “Summer sale”', 'Summer sale'],
    ['Change the headline to Winter is here', 'Winter is here'],
    ['make it say "Two for one" instead', 'Two for one'],
  ])('“%s” changes the words', (instruction, text) => {
    expect(adjustmentsIn(instruction)).toEqual([{ kind: 'words', text }])
  })

  it.each([
    ['remove the man on the left', 'remove the man on the left'],
    ['brighter and remove the bright lamp', 'remove the bright lamp'],
    ['add a dog', 'add a dog'],
    ['blur the background', 'blur the background'],
    ['crop to the face', 'crop to the face'],
    ['', ''],
    ['🎉', '🎉'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('“%s” is not understood, and says which part', (instruction, part) => {
    expect(readInstruction(instruction)).toEqual({ ok: false, part })
  })

  it('of 2,000 characters is read', () => {
    for (const text of ['add '.repeat(500), `${'a '.repeat(999)}x`, `add text ${'“'.repeat(1900)}`])
      expect(readInstruction(text)).toHaveProperty('ok')
  })
})
