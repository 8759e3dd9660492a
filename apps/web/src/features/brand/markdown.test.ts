import { describe, expect, it } from 'vitest'
import { parseMarkdown } from './markdown.ts'

describe('the Markdown of an identity document', () => {
  it('knows headings, paragraphs and both lists', () => {
    expect(
      parseMarkdown(
        '# Voice\nWe speak\nplainly.\n\n- short\n- warm\n  and true\n\n1. first\n2. next',
      ),
    ).toEqual([
      { kind: 'heading', level: 1, text: [{ text: 'Voice' }] },
      { kind: 'paragraph', text: [{ text: 'We speak plainly.' }] },
      { kind: 'list', ordered: false, items: [[{ text: 'short' }], [{ text: 'warm and true' }]] },
      { kind: 'list', ordered: true, items: [[{ text: 'first' }], [{ text: 'next' }]] },
    ])
  })

  it('marks bold, italic and code, and leaves snake_case alone', () => {
    expect(parseMarkdown('**Do** say *yes*, `#rheos`, snake_case_name')).toEqual([
      {
        kind: 'paragraph',
        text: [
          { text: 'Do', mark: 'strong' },
          { text: ' say ' },
          { text: 'yes', mark: 'em' },
          { text: ', ' },
          { text: '#rheos', mark: 'code' },
          { text: ', snake_case_name' },
        ],
      },
    ])
  })

  it('keeps tags and unfinished marks as text', () => {
    expect(parseMarkdown('<script>alert(1)</script> **open')).toEqual([
      { kind: 'paragraph', text: [{ text: '<script>alert(1)</script> **open' }] },
    ])
  })
})
