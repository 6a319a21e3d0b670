// Prints the seconds that it takes to import the library and to load the reader with its English models.
const start = performance.now()
const { loadReader } = await import('../src/index.ts')
await loadReader({ languages: ['en'] })
console.log((performance.now() - start) / 1000)
