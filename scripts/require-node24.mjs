// Plain JavaScript that any Node from 18 can read: its only job is to say what is wrong before TypeScript would.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  process.stderr.write(
    `Delivery Gates runs on Node 24 and this is ${process.version}.\n` +
      'npm ci installs Node 24 for the scripts of this project (the dev dependency "node"), unless install scripts were ignored.\n' +
      'Fix: run "npm ci" without --ignore-scripts, or "npm rebuild node", or use Node 24.\n',
  )
  process.exit(1)
}
