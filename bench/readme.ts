// Writes the tables of figures into README.md, between its two markers: npm run bench:readme
import { readFileSync, writeFileSync } from 'node:fs'
import { loadBars, loadPeers } from './lists.ts'
import { placeFigures } from './readme-figures.ts'
import { loadResults } from './results.ts'

const file = new URL('../README.md', import.meta.url)
writeFileSync(file, placeFigures(readFileSync(file, 'utf8'), loadResults(), loadBars(), loadPeers()))
