import { defineConfig } from 'vitest/config'

/** Our packages are tested from their sources, so that a test needs no build. */
const conditions = ['source', 'module', 'node', 'development|production']

const project = (name: string, include: string[]) => ({
  extends: true as const,
  test: { name, include },
})

export default defineConfig({
  ssr: { resolve: { conditions } },
  resolve: { conditions },
  test: {
    globalSetup: ['test/global-setup.ts'],
    testTimeout: 15_000,
    hookTimeout: 60_000,
    projects: [
      project('credits', ['packages/credits/{src,test}/**/*.test.ts']),
      project('contract', ['packages/contract/{src,test}/**/*.test.ts']),
      project('local-postgres', ['packages/local-postgres/{src,test}/**/*.test.ts']),
      project('house', ['{scripts,test}/**/*.test.ts']),
      project('server', ['apps/server/{src,test}/**/*.test.ts']),
      project('web', ['apps/web/src/**/*.test.{ts,tsx}']),
      {
        extends: true as const,
        test: {
          name: 'e2e',
          include: ['apps/web/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
