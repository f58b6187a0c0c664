import { openStore } from '../../app/store/index.ts'

/** Opens the store, which migrates it, and tells before and after. Its parent kills it in between. */
const place = JSON.parse(process.argv[2] ?? '{}') as Parameters<typeof openStore>[0]
process.stdin.resume().on('end', () => process.exit())
process.stdout.write('opening\n')
const started = performance.now()
await openStore(place)
process.stdout.write(`opened ${performance.now() - started}\n`)
