import type { Fates } from '../report/chaos-report.ts'
import type { Inspector } from '../server/inspector.ts'

const FATES = `select count(*)::int as operations,
    count(*) filter (where state = 'settled')::int as settled,
    count(*) filter (where state = 'released')::int as released,
    count(*) filter (where state = 'refused')::int as refused,
    count(*) filter (where reason = 'lease_lapsed')::int as lapsed,
    count(*) filter (where reason = 'stranded')::int as stranded,
    (select count(*) from product.results)::int as results
  from credits.operations`

export const NO_FATES: Fates = {
  operations: 0,
  settled: 0,
  released: 0,
  refused: 0,
  lapsed: 0,
  stranded: 0,
  results: 0,
}

export async function fatesIn(inspector: Inspector): Promise<Fates> {
  const [fates] = await inspector.rows<Fates>(FATES)
  return fates ?? NO_FATES
}

export function fatesTogether(a: Fates, b: Fates): Fates {
  return {
    operations: a.operations + b.operations,
    settled: a.settled + b.settled,
    released: a.released + b.released,
    refused: a.refused + b.refused,
    lapsed: a.lapsed + b.lapsed,
    stranded: a.stranded + b.stranded,
    results: a.results + b.results,
  }
}
