import type { Incident } from '../src/reconcile/incident.ts'

/** B-cubed and pairs F1 of which reports are put together; a report without an incident stands alone. */
export function scoreMerge(gold: ReadonlyMap<string, string>, found: ReadonlyMap<string, Incident>): { b3: number; pairs: number } {
  const cells = new Map<string, number>()
  const [golds, founds] = [new Map<string, number>(), new Map<string, number>()]
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)
  for (const [id, cluster] of gold) {
    const incident = found.get(id)?.id ?? `alone ${id}`
    count(golds, cluster)
    count(founds, incident)
    count(cells, `${cluster}\t${incident}`)
  }
  let [precision, recall, together] = [0, 0, 0]
  const pairs = (n: number) => (n * (n - 1)) / 2
  for (const [key, n] of cells) {
    const [cluster = '', incident = ''] = key.split('\t')
    precision += (n * n) / (founds.get(incident) as number)
    recall += (n * n) / (golds.get(cluster) as number)
    together += pairs(n)
  }
  const sum = (map: ReadonlyMap<string, number>) => [...map.values()].reduce((total, n) => total + pairs(n), 0)
  return {
    b3: harmonic(precision / gold.size, recall / gold.size),
    pairs: harmonic(together / Math.max(1, sum(founds)), together / Math.max(1, sum(golds))),
  }
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b)
}
