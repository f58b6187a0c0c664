import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { concludeVerification, readPublished } from '../../src/ledger/verification.ts'
import { chainVerifier } from '../../src/ledger/verify.ts'
import { renderVerification } from '../../src/render/ledger.ts'
import { storePlace } from '../config.ts'
import { acceptedLosses, lossFile } from '../ledger/index.ts'
import { ledgerItems } from '../ledger/items.ts'
import { openLedgerKey } from '../ledger/key.ts'
import { openBeside } from '../store/index.ts'
import { type AdminCommand, readKeys, readTexts } from './command.ts'

/** Verifies the ledger of the App against everything that it published itself, and what is named besides. */
export const ledgerVerify: AdminCommand = {
  form: 'ledger verify [--checkpoint FILE]… [--key PUBLIC.pem]…',
  operands: 0,
  compares: true,
  run: async ({ checkpointFiles, keyFiles, place, locale, print }) => {
    const own = openLedgerKey(place, { make: false })
    const keys = [...(own === null ? [] : [own]), ...(await readKeys(keyFiles))]
    const named = await readTexts(checkpointFiles)
    const kept = [...(place.checkpointFile === undefined ? [] : [place.checkpointFile]), join(place.dataDir, lossFile)]
    const texts = kept.filter(existsSync).map(path => ({ path, text: readFileSync(path, 'utf8') }))
    const store = await openBeside(storePlace(place))
    try {
      const losses = { path: lossFile, text: (await acceptedLosses(store)).join('\n') }
      const published = readPublished([...texts, losses, ...named], keys)
      const verifier = chainVerifier(published.statements)
      for await (const item of ledgerItems(store.ledger)) verifier.take(item)
      const verification = concludeVerification(verifier.end(), published.problems, keys, { live: true })
      print(renderVerification(verification, null, locale))
      return verification.verified ? 0 : 1
    } finally {
      await store.close()
    }
  },
}
