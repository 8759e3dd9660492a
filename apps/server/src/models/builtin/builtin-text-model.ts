import type { TextModel } from '../text-model.ts'

export function createBuiltinTextModel(): TextModel {
  return {
    provider: 'builtin',
    model: 'formulas',
    builtIn: true,
    write: () => {
      throw new Error('not yet')
    },
  }
}
