#!/usr/bin/env node
// Static imports would be read before this check: what follows needs methods of iterators, which came with Node 22.
const needed = 22

if (Number(process.versions.node.split('.')[0]) < needed) {
  process.stderr.write(
    `delivery-gates needs Node ${needed} or newer (24 is recommended); this is ${process.version}.\n`,
  )
  process.exitCode = 2
} else {
  const { start } = await import('./main.ts')
  await start(process)
}
