import { message } from '../../src/locales/message.ts'
import { openLedgerKey } from '../ledger/key.ts'
import { type AdminCommand, CommandRefused } from './command.ts'

/** Prints the public key, for whoever verifies. */
export const ledgerKey: AdminCommand = {
  form: 'ledger key',
  operands: 0,
  compares: false,
  run: async ({ place, print }) => {
    const key = openLedgerKey(place, { make: false })
    if (key === null) throw new CommandRefused(message('admin.noKey', {}))
    print(key.publicPem)
    return 0
  },
}
