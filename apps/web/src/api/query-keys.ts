/** One place for the names under which answers are kept, so that a change can find what it touches. */
export const keys = {
  about: ['about'],
  plans: ['plans'],
  prices: ['prices'],
  me: ['me'],
  credits: (w: string) => ['w', w, 'credits'],
  usage: (w: string) => ['w', w, 'usage'],
  spending: (w: string) => ['w', w, 'spending'],
  explanation: (w: string, at: string) => ['w', w, 'explanation', at],
  notices: (w: string) => ['w', w, 'notices'],
  brands: (w: string) => ['w', w, 'brands'],
  imports: (w: string, brandId: string) => ['w', w, 'imports', 'of', brandId],
  anyImports: (w: string) => ['w', w, 'imports'],
  import: (w: string, id: string) => ['w', w, 'imports', 'one', id],
  generations: (w: string, kind?: string) =>
    kind === undefined ? ['w', w, 'generations'] : ['w', w, 'generations', kind],
  generation: (w: string, id: string) => ['w', w, 'generation', id],
  drafts: (w: string) => ['w', w, 'drafts'],
  draft: (w: string, id: string) => ['w', w, 'draft', id],
  assets: (w: string) => ['w', w, 'assets'],
  asset: (w: string, id: string) => ['w', w, 'assets', 'one', id],
} as const
