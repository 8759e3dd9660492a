import { availableParallelism } from 'node:os'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

/**
 * Our packages are tested from their sources, so that a test needs no build. The condition has a name
 * of its own: packages of others ship TypeScript under plain `source`, which Node cannot load.
 */
const conditions = ['rheos-source', 'node', 'development|production']

const project = (
  name: string,
  include: string[],
  more: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration => ({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    name,
    include,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    ...more,
  },
})

/** Each file would load the whole server anew otherwise, which takes longer than most of their tests. */
const together = { isolate: false }

/** One file at a time, after all others: a browser beside busy neighbours is slow. */
const browserTests = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  fileParallelism: false,
  sequence: { groupOrder: 1 },
}

/** After all others: it takes all of the machine, and measures nothing beside busy neighbours. */
const benchmarks = { fileParallelism: false, sequence: { groupOrder: 2 } }

/** After these: it has deadlines to keep. */
const chaos = { fileParallelism: false, sequence: { groupOrder: 3 } }

/** Only where `npm run test:bluesky` has started Bluesky's own server for them. */
const needsBluesky = ['apps/{server/test,web/e2e}/bluesky-real/**/*.test.ts']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // Of the run, not of the projects: each that extended it would start a PostgreSQL of its own.
    globalSetup: ['test/global-setup.ts'],
    // Tests wait for databases and clocks more than they reckon.
    maxWorkers: availableParallelism() + 1,
    projects: [
      project('credits', ['packages/credits/{src,test}/**/*.test.ts']),
      project('contract', ['packages/contract/{src,test}/**/*.test.ts']),
      project('preflight', ['packages/preflight/{src,test}/**/*.test.ts']),
      project('local-postgres', ['packages/local-postgres/{src,test}/**/*.test.ts'], {
        testTimeout: 60_000,
      }),
      project('house', ['{scripts,test}/**/*.test.{ts,mjs}']),
      project('server', ['apps/server/{src,test}/**/*.test.ts'], {
        ...together,
        exclude: needsBluesky,
      }),
      project('web', ['apps/web/src/**/*.test.{ts,tsx}']),
      project('e2e', ['apps/web/e2e/**/*.test.ts'], { ...browserTests, exclude: needsBluesky }),
      ...(process.env['RHEOS_REAL_BLUESKY']
        ? [project('bluesky', needsBluesky, browserTests)]
        : []),
      project('simulation', ['packages/*/simulation/**/*.test.ts']),
      project('bench', ['packages/*/bench/**/*.test.ts'], benchmarks),
      project('chaos', ['packages/*/chaos/**/*.test.ts'], chaos),
    ],
  },
})
