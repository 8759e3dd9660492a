import { expect, test } from 'vitest'
import { safeSvg } from './safe-svg.ts'

test.each([
  ['a script', '<svg><script>steal()</script><rect/></svg>'],
  [
    'a script of another prefix',
    '<svg xmlns:x="http://www.w3.org/2000/svg"><x:script>steal()</x:script></svg>',
  ],
  ['a handler', '<svg onload="steal()"><rect ONCLICK="steal()"/></svg>'],
  ['foreign content', '<svg><foreignObject><body>steal()</body></foreignObject></svg>'],
  ['a link out', '<svg><a href="javascript:steal()"><rect/></a></svg>'],
  ['a picture from elsewhere', '<svg><image xlink:href="https://steal()"/></svg>'],
  [
    'a style from elsewhere',
    '<svg><style>@import "steal()"</style><rect style="fill:url(http://steal())"/></svg>',
  ],
  ['an entity', '<!DOCTYPE svg [<!ENTITY x "steal()">]><svg><text>&x;</text></svg>'],
  ['an instruction', '<?xml-stylesheet href="steal()"?><svg/>'],
])('%s does not survive', (_case, svg) => {
  const cleaned = safeSvg(svg)?.toString() ?? ''
  expect(cleaned).toMatch(/^<svg/)
  expect(cleaned).not.toContain('steal()')
})

test('what draws survives', () => {
  const svg =
    '<svg viewBox="0 0 9 9"><defs><linearGradient id="g"/></defs><path d="M0 0h9" fill="url(#g)"/><use href="#p"/></svg>'
  const cleaned = safeSvg(svg)?.toString()
  expect(cleaned).toContain('viewBox="0 0 9 9"')
  expect(cleaned).toContain('<linearGradient id="g"/>')
  expect(cleaned).toContain('fill="url(#g)"')
  expect(cleaned).toContain('href="#p"')
})

test('what is no drawing is refused', () => {
  expect(safeSvg('<html><body>hello</body></html>')).toBeUndefined()
  expect(safeSvg(`<svg>${'x'.repeat(500_000)}</svg>`)).toBeUndefined()
})
