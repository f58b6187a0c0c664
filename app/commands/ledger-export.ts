import { message } from '../../src/locales/message.ts'
import { storePlace } from '../config.ts'
import { writeExport } from '../ledger/export.ts'
import { writeWhole } from '../ledger/files.ts'
import { ledgerItems } from '../ledger/items.ts'
import { openLedgerKey } from '../ledger/key.ts'
import { sayIn } from '../problem.ts'
import { openBeside } from '../store/index.ts'
import { type AdminCommand, withFile } from './command.ts'

/** Writes the whole ledger to a file, while the App runs. It is not verified on the way: a broken one is evidence too. */
export const ledgerExport: AdminCommand = {
  form: 'ledger export FILE',
  operands: 1,
  compares: false,
  run: async ({ operands: [path = ''], place, locale, print }) => {
    const key = openLedgerKey(place, { make: false })
    const store = await openBeside(storePlace(place))
    try {
      const at = new Date().toISOString()
      const totals = await withFile(path, () =>
        writeWhole(path, write =>
          writeExport(ledgerItems(store.ledger), write, head =>
            key === null || head.chainSeq === 0 ? null : key.sign({ kind: 'checkpoint', ...head, at }),
          ),
        ),
      )
      print(`${sayIn(locale)(message('admin.exported', { path, ...totals, keyId: key?.id ?? null }))}\n`)
      return 0
    } finally {
      await store.close()
    }
  },
}
