import { expect, it } from 'vitest'
import { apiVersions, versionsEndingSoon } from './api-versions.ts'

it('warns a quarter of a year before a version of an API ends', () => {
  const ends = Date.parse(apiVersions.linkedin.endsOn)
  expect(versionsEndingSoon(ends - 91 * 86_400_000)).toEqual([])
  expect(versionsEndingSoon(ends - 89 * 86_400_000)).toEqual([
    expect.stringContaining('linkedin ends on 2027-07-01'),
  ])
})
