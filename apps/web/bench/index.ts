import { parseArgs } from 'node:util'
import pg from 'pg'
import { machineWith } from '../../../packages/credits/bench/report/machine.ts'
import { withScratchPostgres } from '../../../test/with-scratch-postgres.ts'
import { measureDesign } from '../../server/bench/studio/design.ts'
import { measureFirstText } from '../../server/bench/studio/first-text.ts'
import { measureImageOverhead } from '../../server/bench/studio/image-overhead.ts'
import { measureLibrary } from '../../server/bench/studio/library.ts'
import { migrate } from '../../server/src/db/migrate.ts'
import { measureScrolling, nearly } from './scrolling.ts'
import { type StudioFigures, studioText } from './studio-text.ts'
import { measureTyping } from './typing.ts'

interface Place {
  readonly connectionString: string
  readonly dataDir: string
}

const flag = { type: 'boolean', default: false } as const
const { values } = parseArgs({ options: { json: flag, short: flag, strict: flag } })
const effort = values.short
  ? { keystrokes: 60, answers: 10, images: 10, rounds: 2, assets: 1000, pages: 10, seconds: 2 }
  : {
      keystrokes: 300,
      answers: 100,
      images: 60,
      rounds: 8,
      assets: 10_000,
      pages: 100,
      seconds: 10,
    }
const { keystrokes, answers, images, assets, pages, seconds } = effort

const figures: StudioFigures = {
  typing: await onItsOwn((place) => measureTyping({ ...place, keystrokes })),
  firstText: await onItsOwn((place) => measureFirstText({ ...place, answers })),
  images: await onItsOwn((place) => measureImageOverhead({ ...place, images })),
  designs: await measureDesign({ rounds: effort.rounds }),
  library: await onItsOwn((place) => measureLibrary({ ...place, assets, rounds: pages })),
  scrolling: await onItsOwn((place) => measureScrolling({ ...place, assets, seconds })),
}
const command = ['npm run bench -- studio', ...process.argv.slice(2)].join(' ')
const about = { benchmark: 'studio', date: new Date().toISOString(), command, effort }
const machine = machineWith(await onItsOwn(versionOf), process.cwd())
const report = { ...about, machine, ...figures }
process.stdout.write(
  values.json ? `${JSON.stringify(report, null, 2)}\n` : `${command}\n${studioText(figures)}`,
)
if (values.strict && !met(figures)) process.exitCode = 1

/** Each part on a PostgreSQL of its own: what one leaves behind slows down no other. */
function onItsOwn<Result>(measure: (place: Place) => Promise<Result>): Promise<Result> {
  return withScratchPostgres('bench', async ({ folder, postgres }) => {
    const { connectionString } = postgres
    await migrate(connectionString)
    return measure({ connectionString, dataDir: folder })
  })
}

async function versionOf({ connectionString }: Place): Promise<string> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  await client.end()
  return rows[0]?.server_version ?? 'unknown'
}

function met(figures: StudioFigures): boolean {
  const { typing, firstText, images: drawn, designs, library, scrolling } = figures
  return (
    typing.editorMs.p95 <= typing.targetMs &&
    firstText.addedMs.p99 <= firstText.targetMs &&
    drawn.addedMs.p50 <= drawn.targetMs &&
    designs.renderMs.p95 <= designs.targetMs &&
    library.pages.every(({ ms }) => ms.p99 <= library.targetMs) &&
    scrolling.library.perSecond >= scrolling.targetPerSecond * nearly
  )
}
