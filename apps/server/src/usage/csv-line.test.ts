import { expect, test } from 'vitest'
import { csvLine } from './csv-line.ts'

test('quotes what would end a cell or a line', () => {
  expect(csvLine(['plain', 5, 'a, b', 'say "so"', 'two\nlines', ''])).toBe(
    'plain,5,"a, b","say ""so""","two\nlines",\r\n',
  )
})

test('makes harmless what a spreadsheet would compute', () => {
  expect(csvLine(['=1+1', '+1', '-1', '@x', '\tx', 'a=b', -1])).toBe(
    "'=1+1,'+1,'-1,'@x,'\tx,a=b,-1\r\n",
  )
  expect(csvLine(['=HYPERLINK("http://x","y")'])).toBe(`"'=HYPERLINK(""http://x"",""y"")"\r\n`)
})
