// The floors of the house, from the ground up. Every import points down; rooms on one floor do not know each other.
// Tests beside the source may reach across, since nothing imports them.
const floors = [
  ['util'],
  ['record', 'resource'],
  ['document', 'formats', 'store'],
  ['annotate', 'extract', 'resolve', 'reconcile', 'lang'],
  ['read'],
  ['library'],
  ['answers'],
  ['api'],
  ['cli'],
]

const floorRules = floors.flatMap((rooms, floor) =>
  rooms.map(room => ({
    name: `${room}-imports-down`,
    comment: `src/${room} may import from itself and from the floors below it.`,
    severity: 'error',
    from: { path: `^src/${room}/`, pathNot: '\\.test\\.ts$' },
    to: { path: `^src/(${floors.slice(floor).flat().join('|')})/|^src/[^/]+$`, pathNot: `^src/${room}/` },
  })),
)

export default {
  forbidden: [
    ...floorRules,
    {
      name: 'room-is-on-a-floor',
      comment: 'A new room under src/ gets its floor in .dependency-cruiser.js.',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: `^src/(${floors.flat().join('|')})/` },
      to: {},
    },
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'languages-apart',
      comment: 'A language does not know another one.',
      severity: 'error',
      from: { path: '^src/lang/([^/]+)/' },
      to: { path: '^src/lang/[^/]+/', pathNot: '^src/lang/$1/' },
    },
    {
      name: 'one-door-to-languages',
      comment: 'Only lang/index.ts imports a language; the others ask the frozen object that loadLanguage returns.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/lang/([^/]+/|index\\.ts$)|\\.test\\.ts$' },
      to: { path: '^src/lang/[^/]+/' },
    },
    {
      name: 'src-stands-alone',
      comment: 'What ships imports nothing of the workshop.',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(test|train|bench|scripts|web|docs)/' },
    },
    {
      name: 'web-sees-records-and-api-types',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^src/', pathNot: '^src/(record|api)/' },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: {},
      to: { path: '\\.test\\.ts$' },
    },
    {
      name: 'declared-dependencies',
      comment: 'What ships may import only what package.json names under dependencies.',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'sql-in-store-only',
      comment: 'The database is opened and asked in src/store alone; others take its functions.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/' },
      to: { path: '^node:sqlite$' },
    },
    {
      name: 'resolvable',
      comment: 'node:sqlite is newer than the list of modules that the checker has of Node; web/world.ts makes virtual:world.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(node:sqlite|virtual:world)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
