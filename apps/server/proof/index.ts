import { parseArgs } from 'node:util'
import { withScratchPostgres } from '../../../test/with-scratch-postgres.ts'
import { migrate } from '../src/db/migrate.ts'
import { provePublishing } from './prove-publishing.ts'
import { hasHeld, tallyText } from './tally.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
  },
})
const runs = Number(values.runs)
const seed = Number(values.seed)
if (
  positionals[0] !== 'publishing' ||
  !Number.isInteger(runs) ||
  runs < 1 ||
  !Number.isInteger(seed)
) {
  process.stderr.write('npm run prove -- publishing [--runs 10000] [--seed 1]\n')
  process.exit(2)
}

/** Posts expected and posts found at each network, after lost answers and killed workers. */
const startedAt = Date.now()
const tallies = await withScratchPostgres('prove', async ({ folder, postgres }) => {
  const { connectionString } = postgres
  await migrate(connectionString)
  return provePublishing({ connectionString, folder, runs, seed })
})
const seconds = Math.round((Date.now() - startedAt) / 1000)
const head = `npm run prove -- publishing --runs ${runs} --seed ${seed}   (${seconds} s)`
process.stdout.write(`${head}\n\n${tallyText(tallies)}\n`)
// Workers that died in the proof are still there, as ghosts with timers.
process.exit(tallies.every(hasHeld) ? 0 : 1)
