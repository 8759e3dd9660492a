const server = '^apps/server/src'
const product = `${server}/(workspaces|plans|operator|billing|usage|brands|writing|images|designs|carousels|videos|library|posts|preflight|publishing|generation)/`
const credits = '^packages/credits/src'
const tests =
  '(\\.test\\.tsx?$|^apps/[^/]+/(test|e2e|bench|proof)/|^packages/[^/]+/(test|simulation|bench|chaos|examples)/|^apps/server/src/networks/testing/|^test/)'

/** The arrows of ARCHITECTURE.md. What is not forbidden here is a matter of taste, not of architecture. */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one thing: join them, or move out what they share.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'packages-by-name',
      comment: 'Import a workspace by its name: a path into its sources goes around its exports.',
      severity: 'error',
      from: { path: '^((?:apps|packages)/[^/]+)/', pathNot: tests },
      to: { path: '^(apps|packages)/', pathNot: '^$1/', dependencyTypes: ['local'] },
    },
    {
      name: 'declared',
      comment: 'Add the package to the package.json of the workspace that imports it.',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: tests },
      // An optional peer is declared, yet reported as both: its entry in peerDependenciesMeta is not known.
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['npm-peer'] },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'What runs in production does not import tests.',
      severity: 'error',
      from: { pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'credits-stands-alone',
      comment: 'The meter depends on nothing: not on us, not on npm, not on Node.',
      severity: 'error',
      from: { path: credits, pathNot: [`${credits}/(testing|ai-sdk)/`, tests] },
      to: { pathNot: `${credits}/(?!ai-sdk/)` },
    },
    {
      name: 'credits-meters-the-ai-sdk-by-its-types',
      comment: 'The middleware needs the types of @ai-sdk/provider and nothing else from outside.',
      severity: 'error',
      from: { path: `${credits}/ai-sdk/`, pathNot: tests },
      to: { pathNot: [credits, 'node_modules/@ai-sdk/provider/'] },
    },
    {
      name: 'credits-ai-sdk-takes-types-alone',
      comment: 'Use `import type`: the package has no dependency when it runs.',
      severity: 'error',
      from: { path: `${credits}/ai-sdk/`, pathNot: tests },
      to: { path: 'node_modules/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'credits-is-tested-by-itself',
      comment: 'Its test kit may use a test runner, and nothing of ours.',
      severity: 'error',
      from: { path: '^packages/credits/src/testing/' },
      to: { path: '^(apps|packages)/', pathNot: '^packages/credits/src' },
    },
    {
      name: 'contract-stands-alone',
      comment: 'The contract is schemas: zod and nothing else.',
      severity: 'error',
      from: { path: '^packages/contract/src', pathNot: tests },
      to: { pathNot: '^packages/contract/src|node_modules/zod/' },
    },
    {
      name: 'local-postgres-stands-alone',
      comment: 'Starting PostgreSQL knows nothing of what is kept in it.',
      severity: 'error',
      from: { path: '^packages/local-postgres/src' },
      to: { path: '^(apps|packages)/', pathNot: '^packages/local-postgres/src' },
    },
    {
      name: 'preflight-stands-alone',
      comment: 'What networks accept is data and pure functions: nothing of ours, nothing of Node.',
      severity: 'error',
      from: { path: '^packages/preflight/src', pathNot: tests },
      to: { pathNot: '^packages/preflight/src|node_modules/unicode-segmenter/' },
    },
    {
      name: 'web-knows-the-contract-alone',
      comment: 'The page talks to the server over HTTP; what networks accept it knows by itself.',
      severity: 'error',
      from: { path: '^apps/web/src' },
      to: { path: '^(apps/server|packages/(?!(contract|preflight)/))' },
    },
    {
      name: 'web-takes-types-alone',
      comment: 'Use `import type`: the schemas would add the whole validator to the first load.',
      severity: 'error',
      from: { path: '^apps/web/src', pathNot: tests },
      to: { path: '^packages/contract/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'ui-knows-no-product',
      comment: 'The design system does not know what it is used for.',
      severity: 'error',
      from: { path: '^apps/web/src/ui/' },
      to: { path: '^apps/web/src/(features|routes|api)/' },
    },
    {
      name: 'product-knows-no-http',
      comment: 'A product folder can be called from a job or a test: no HTTP in it.',
      severity: 'error',
      from: { path: product },
      to: { path: `${server}/(http|routes)/|node_modules/(hono|@hono)/` },
    },
    {
      name: 'lower-rooms-know-no-product',
      comment:
        'Models, storage, fetching, type, colour and the database serve the product and do not know it.',
      severity: 'error',
      from: {
        path: `${server}/(models|networks|storage|fetching|db|mail|typesetting|drawing)/`,
        pathNot: tests,
      },
      to: { path: [product, `${server}/(http|routes)/`], pathNot: `${server}/images/renditions/` },
    },
    {
      name: 'only-context-builds-adapters',
      comment: 'Ask for the port in your dependencies; context.ts decides what stands behind it.',
      severity: 'error',
      from: {
        path: server,
        pathNot: [
          `${server}/context\\.ts$`,
          `${server}/(models|storage|mail|networks|billing/(stripe|test-billing))/`,
          `${server}/(billing/(create-billing-provider|open-billing)|run-stripe-setup)\\.ts$`,
          tests,
        ],
      },
      to: {
        path: `${server}/(models/(models\\.ts$|[^/]+/)|storage/[^/]+-storage\\.ts$|mail/mailer\\.ts$|networks/(?!http|testing)[^/]+/|billing/(create-billing-provider\\.ts$|stripe/|test-billing/))`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the-law-of-billing-is-pure',
      comment: 'It decides on what it is given: what reads or writes stands outside.',
      severity: 'error',
      from: { path: `${server}/billing/law/` },
      to: {
        pathNot: `${server}/(billing/law/|billing/subscription\\.ts$|plans/plans\\.ts$|clock\\.ts$)|^packages/(contract|credits)/`,
      },
    },
    {
      name: 'a-network-knows-no-other',
      comment:
        'What two networks share lies in networks/ itself, or beside http/ in a folder of its own.',
      severity: 'error',
      from: { path: `${server}/networks/(?!(?:http|oauth|graph|testing)/)([^/]+)/` },
      to: {
        path: `${server}/networks/(?!(?:http|oauth|graph)/)[^/]+/`,
        pathNot: `${server}/networks/$1/`,
      },
    },
    {
      name: 'what-networks-share-knows-no-network',
      comment: 'It serves every network alike.',
      severity: 'error',
      from: { path: `${server}/networks/(http|oauth|graph)/`, pathNot: tests },
      to: { path: `${server}/networks/(?!(?:http|oauth|graph)/)[^/]+/` },
    },
    {
      name: 'publishing-never-depends-on-credits',
      comment: 'Posts go out also when there are no credits.',
      severity: 'error',
      from: { path: `${server}/(publishing|networks)/` },
      to: { path: '^packages/credits/', reachable: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Ours alone: packages of others are known by their dist.
    exclude: { path: '^(apps|packages)/[^/]+/(dist|\\.cache)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['rheos-source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css', '.d.ts'],
    },
  },
}
