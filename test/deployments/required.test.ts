import { expect, test } from 'vitest'
import { lackingFor } from '../../src/deployments/required.ts'
import { message } from '../../src/locales/message.ts'
import type { ChecklistItemOutcome, ChecklistOutcome, ItemState } from '../../src/report.ts'

const done: ItemState = { status: 'done', signOffs: [] }
const open: ItemState = { status: 'open', signOffs: [] }
const blind: ItemState = { status: 'unknown', reason: message('unknown.team', { team: 'x' }) }
const item = (id: string, state: ItemState, environment?: string): ChecklistItemOutcome => ({
  id,
  text: { default: id },
  role: 'implementer',
  count: 1,
  state,
  ...(environment === undefined ? {} : { environment }),
})
const list = (checklist: string, items: readonly ChecklistItemOutcome[], more: Partial<ChecklistOutcome> = {}) => ({
  checklist,
  level: 'block' as const,
  status: 'waiting' as const,
  summary: message('deploy.gone', {}),
  items,
  waitingFor: [],
  ...more,
})
const of = (requires: readonly string[] | undefined, lists: readonly ChecklistOutcome[]) => {
  const asked = { roles: {}, rollback: 'held' as const, ...(requires === undefined ? {} : { requires: [...requires] }) }
  const { open: left, unknown, done: signed } = lackingFor(asked, 'prod-a', lists)
  return { open: left.map(one => one.item), unknown: unknown.map(({ code }) => code), done: signed.map(({ id }) => id) }
}

test('of an item with environments only what is for this one; of the others the one sign-off', () => {
  const items = [item('guide', done, 'prod-a'), item('guide', open, 'prod-b'), item('rollback', open)]
  expect(of(undefined, [list('ready', items)])).toEqual({ open: ['rollback'], unknown: [], done: ['guide'] })
})

test('what is named, else what blocks; a list that concerns nothing asks for nothing', () => {
  const lists = [
    list('ready', [item('a', open)]),
    list('hints', [item('b', open)], { level: 'info' }),
    list('other', [], { status: 'skipped' }),
  ]
  expect(of(undefined, lists).open).toEqual(['a'])
  expect(of(['hints'], lists).open).toEqual(['b'])
})

test('T-35 what cannot be told is not signed', () => {
  expect(of(undefined, [list('ready', [item('a', blind)])]).unknown).toEqual(['unknown.team'])
  expect(of(undefined, [list('ready', [], { status: 'unknown' })]).unknown).toEqual(['deploy.gone'])
})
