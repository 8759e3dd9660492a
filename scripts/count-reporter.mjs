import { writeFileSync } from 'node:fs'

/** Counts for `npm test`: a file that does not load and an error outside of any test are failures too. */
export default class CountReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const inState = (state) => tests.filter((test) => test.result().state === state).length
    const suites = modules.flatMap((module) => [module, ...module.children.allSuites()])
    const broken = suites.filter((suite) => suite.errors().length > 0).length
    const count = {
      passed: inState('passed'),
      failed: inState('failed') + broken + unhandledErrors.length,
    }
    writeFileSync(process.env.RHEOS_COUNT_FILE, JSON.stringify(count))
  }
}
