import { message } from '../../src/locales/message.ts'
import { storePlace } from '../config.ts'
import { sayIn } from '../problem.ts'
import { type BesideStore, openBeside } from '../store/index.ts'
import { type AdminCommand, CommandRefused } from './command.ts'

/** Erases login and words of one person, while the App runs. Digits are an account's number, `@` before them a login. */
export const ledgerForget: AdminCommand = {
  form: 'ledger forget LOGIN-OR-ID',
  operands: 1,
  compares: false,
  run: async ({ operands: [person = ''], place, locale, print }) => {
    const store = await openBeside(storePlace(place))
    try {
      const id = /^\d+$/.test(person) ? person : await accountOf(store, person.replace(/^@/, ''))
      const rows = await store.ledger.forgetPerson(id)
      print(`${sayIn(locale)(message('admin.forgotten', { id, rows }))}\n`)
      return 0
    } finally {
      await store.close()
    }
  },
}

async function accountOf({ ledgerAdmin }: BesideStore, login: string): Promise<string> {
  const ids = await ledgerAdmin.accountsCalled(login)
  const [id] = ids
  if (id === undefined) throw new CommandRefused(message('admin.nobody', { login }))
  // A login that was given up may have been taken by somebody else.
  if (ids.length > 1) throw new CommandRefused(message('admin.several', { login, ids }))
  return id
}
