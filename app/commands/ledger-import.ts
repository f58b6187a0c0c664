import { concludeVerification, readPublished } from '../../src/ledger/verification.ts'
import { chainVerifier } from '../../src/ledger/verify.ts'
import { message } from '../../src/locales/message.ts'
import { renderVerification } from '../../src/render/ledger.ts'
import { storePlace } from '../config.ts'
import { eachItem, ImportRefused, importLedger } from '../ledger/import.ts'
import { sayIn } from '../problem.ts'
import { openStore } from '../store/index.ts'
import { type AdminCommand, CommandRefused, readKeys, readTexts, withFile } from './command.ts'

/** Moves an export into a store without rows of its repositories. Alone with the store: the App must be stopped. */
export const ledgerImport: AdminCommand = {
  form: 'ledger import FILE [--checkpoint FILE]… [--key PUBLIC.pem]…',
  operands: 1,
  compares: true,
  run: async ({ operands: [path = ''], checkpointFiles, keyFiles, place, locale, print }) => {
    const say = sayIn(locale)
    const keys = await readKeys(keyFiles)
    const published = readPublished(await readTexts(checkpointFiles), keys)
    const verifier = chainVerifier(published.statements)
    const read = await withFile(path, () => eachItem(path, verifier.take))
    if (!read.ok)
      throw new CommandRefused(
        message(`ledger.fault.${read.error.fault}`, {}),
        `${path}:${read.error.line}: ${read.error.code}`,
      )
    const chains = verifier.end()
    const verification = concludeVerification(chains, published.problems, keys)
    if (!verification.verified) {
      print(`${say(message('admin.notImported', {}))}\n${renderVerification(verification, path, locale)}`)
      return 1
    }
    const store = await openStore(storePlace(place))
    try {
      const totals = await importLedger(
        store,
        path,
        chains.map(chain => chain.repoId),
      )
      for (const { repoId } of chains) {
        const again = await store.ledger.verify(repoId)
        if (!again.ok) throw new Error(`repository ${repoId} does not verify after the import`)
      }
      print(`${say(message('admin.imported', totals))}\n`)
      return 0
    } catch (cause) {
      if (cause instanceof ImportRefused) throw new CommandRefused(message('admin.taken', { repoIds: cause.taken }))
      throw cause
    } finally {
      await store.close()
    }
  },
}
