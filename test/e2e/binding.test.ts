import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { boxesOf, checklistOf, conclusionOf, gateChecks, openScene, type Scene } from './scene.ts'

const policy = (options: string) => `version: 1
roles:
  implementer: ["@acme/implementation"]
checklists:
  - id: readiness
    items:
      - { id: guide, text: Guide followed, role: implementer, ${options} }
`

const told = (pull: Parameters<typeof checklistOf>[0]): string =>
  checklistOf(pull)?.body.replaceAll('&#8203;', '') ?? ''

/** A scene under one policy; the base branch gets a file of its own after each pull request is opened. */
async function withPolicy(options: string): Promise<Scene> {
  return openScene({ policy: policy(options) })
}

let turn = 0
async function signed(scene: Scene) {
  turn += 1
  const branch = `carry-${turn}`
  const files = { 'deploy/values.yaml': `replicas: ${turn + 10}\n`, 'docs/new.md': `Number ${turn}\n` }
  const pull = await scene.open({ branch, files })
  await pull.comment('li-wei', '/sign-off guide')
  await scene.settle()
  expect(boxesOf(pull)).toEqual({ guide: 'x' })
  await scene.repository.commit('main', {
    files: { [`other-${turn}.md`]: 'Something else\n' },
    message: 'Elsewhere',
    author: 'olga',
  })
  await scene.settle()
  return { pull, branch, files }
}

describe('carry: identical_patch', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await withPolicy('carry: identical_patch')
  })
  afterAll(() => scene.close())

  test('T-31 a rebase that changes nothing keeps the sign-off', async () => {
    const { pull, branch, files } = await signed(scene)
    await scene.repository.commit(branch, { from: 'main', force: true, files, message: 'Again', author: 'chen' })
    await scene.settle()
    expect(boxesOf(pull)).toEqual({ guide: 'x' })
    expect(conclusionOf(pull)).toBe('success')
  })

  test('T-31 a rebase in which one byte hides ends it, and the comment says why', async () => {
    const { pull, branch, files } = await signed(scene)
    await scene.repository.commit(branch, {
      from: 'main',
      force: true,
      files: { ...files, 'docs/new.md': `${files['docs/new.md'].trimEnd()}.\n` },
      message: 'Again',
      author: 'chen',
    })
    await scene.settle()
    expect(boxesOf(pull)).toEqual({ guide: ' ' })
    expect(told(pull)).toContain('what the pull request changes is not the same to the byte')
  })

  test('T-31 T-36 a rebase in which a file becomes executable ends it', async () => {
    const { pull, branch, files } = await signed(scene)
    await scene.repository.commit(branch, {
      from: 'main',
      force: true,
      files: { ...files, 'docs/new.md': { content: files['docs/new.md'], mode: '100755' } },
      message: 'Again',
      author: 'chen',
    })
    await scene.settle()
    expect(boxesOf(pull)).toEqual({ guide: ' ' })
    expect(told(pull)).toContain('what the pull request changes is not the same to the byte')
  })

  test('T-31 T-04 under another policy nothing is carried over, while the signed head keeps its sign-off', async () => {
    const { pull, branch, files } = await signed(scene)
    await scene.repository.commit('main', {
      files: { '.github/delivery-gates.yml': `${policy('carry: identical_patch')}# reviewed\n` },
      message: 'Comment',
      author: 'olga',
    })
    await scene.settle()
    expect(boxesOf(pull)).toEqual({ guide: 'x' })
    await scene.repository.commit(branch, { from: 'main', force: true, files, message: 'Again', author: 'chen' })
    await scene.settle()
    expect(boxesOf(pull)).toEqual({ guide: ' ' })
    expect(told(pull)).toContain('the policy has changed since')
  })
})

describe('carry: clean_merges', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await withPolicy('carry: clean_merges')
  })
  afterAll(() => scene.close())

  test('T-32 merging the base branch keeps the sign-off, twice too', async () => {
    const { pull, branch } = await signed(scene)
    await scene.repository.commit(branch, { merge: 'main', message: 'Update branch', author: 'chen' })
    await scene.settle()
    expect(boxesOf(pull)).toEqual({ guide: 'x' })
    await scene.repository.commit('main', { files: { 'more.md': 'More\n' }, message: 'More', author: 'olga' })
    await scene.repository.commit(branch, { merge: 'main', message: 'Update branch', author: 'chen' })
    await scene.settle()
    expect(boxesOf(pull)).toEqual({ guide: 'x' })
    expect(conclusionOf(pull)).toBe('success')
  })

  test('T-32 a merge that is not clean: what was put into a file of the pull request ends it', async () => {
    const { pull, branch } = await signed(scene)
    await scene.repository.commit('main', {
      files: { 'deploy/values.yaml': 'replicas: 500\n' },
      message: 'Conflict',
      author: 'olga',
    })
    await scene.repository.commit(branch, {
      merge: 'main',
      files: { 'deploy/values.yaml': 'replicas: 501\n' },
      message: "Merge branch 'main'",
      author: 'chen',
    })
    await scene.settle()
    expect(boxesOf(pull)).toEqual({ guide: ' ' })
    expect(told(pull)).toContain('not the same to the byte')
  })

  test('T-32 a merge into which another file was slipped ends it', async () => {
    const { pull, branch } = await signed(scene)
    await scene.repository.commit(branch, {
      merge: 'main',
      files: { 'evil.sh': 'curl evil\n' },
      message: "Merge branch 'main'",
      author: 'chen',
    })
    await scene.settle()
    expect(boxesOf(pull)).toEqual({ guide: ' ' })
    expect(told(pull)).toContain('not the same to the byte')
  })

  test('T-32 an ordinary commit that leaves the patch as it is ends it', async () => {
    const { pull, branch, files } = await signed(scene)
    await scene.repository.commit(branch, { from: 'main', force: true, files, message: 'Again', author: 'chen' })
    await scene.settle()
    expect(boxesOf(pull)).toEqual({ guide: ' ' })
    expect(told(pull)).toContain('more came in than clean merges')
  })
})

describe('on_push', () => {
  test('T-30 never and always', async () => {
    const scene = await openScene({
      policy: policy('on_push: never').replace(
        '      - { id: guide',
        '      - { id: docs, text: Documents, role: implementer, covers: ["docs/**"], on_push: always }\n      - { id: guide',
      ),
    })
    const pull = await scene.open({ branch: 'pushed' })
    await pull.comment('li-wei', '/sign-off')
    await scene.settle()
    expect(boxesOf(pull)).toEqual({ docs: 'x', guide: 'x' })
    await scene.repository.commit('pushed', { files: { 'x.md': 'x\n' }, message: 'More', author: 'chen' })
    await scene.settle()
    expect(boxesOf(pull)).toEqual({ docs: ' ', guide: 'x' })
    expect(told(pull)).toContain('the policy lets any push end a sign-off on this item')
    await scene.close()
  })
})

describe('T-36 a file that a sign-off covers becomes another kind of file, with the same content', () => {
  const script = '/etc/passwd'
  test.each<[string, string, string | undefined]>([
    ['executable', '100755', undefined],
    ['a symbolic link', '120000', undefined],
    ['the same file as before', '100644', 'x'],
  ])('%s', async (_, mode, box) => {
    const scene = await openScene({ policy: policy('covers: ["deploy/**"]') })
    const pull = await scene.open({ branch: 'kinds', files: { 'deploy/hook.sh': script, NOTES: '1\n' } })
    await pull.comment('li-wei', '/sign-off guide')
    await scene.settle()
    expect(boxesOf(pull)).toEqual({ guide: 'x' })
    const files = { 'deploy/hook.sh': { content: script, mode }, NOTES: '2\n' }
    await scene.repository.commit('kinds', { files: files as never, message: 'Kind', author: 'chen' })
    await scene.settle()
    expect(boxesOf(pull)).toEqual({ guide: box ?? ' ' })
    if (box === undefined) expect(told(pull)).toContain('1 covered file changed: `deploy/hook.sh`')
    await scene.close()
  })
})

test('T-17 on_membership_loss: keep', async () => {
  const scene = await withPolicy('on_membership_loss: keep')
  const { pull } = await signed(scene)
  const organization = scene.sandbox.organization('acme')
  organization.team('implementation', ['li-wei', 'olga'])
  organization.removeFromTeam('implementation', 'li-wei')
  await scene.settle()
  expect(boxesOf(pull)).toEqual({ guide: 'x' })
  expect(conclusionOf(pull)).toBe('success')
  await scene.close()
})

describe('what else is judged again', () => {
  const base = policy('covers: ["deploy/**"]')
  /** Signed by li-wei, then this policy comes to the base branch. */
  async function under(changed: string) {
    const scene = await openScene({ policy: base })
    const pull = await scene.open()
    await pull.comment('li-wei', '/sign-off guide')
    await scene.settle()
    expect(conclusionOf(pull)).toBe('success')
    const files = { '.github/delivery-gates.yml': changed }
    await scene.repository.commit('main', { files, message: 'Policy', author: 'olga' })
    await scene.settle()
    const seen = [boxesOf(pull).guide, conclusionOf(pull), told(pull)] as const
    await scene.close()
    return seen
  }

  test.each([
    ['T-04 nothing that matters to the item', `${base}# reviewed\n`, 'x', 'success', ''],
    [
      'T-25 its text',
      base.replace('Guide followed', 'Guide read'),
      ' ',
      'action_required',
      'has changed its text since',
    ],
    [
      'T-04 the files that it covers',
      base.replace('deploy/**', 'docs/**'),
      ' ',
      'action_required',
      'has changed the files that it speaks about since',
    ],
    [
      'T-17 the people of its role',
      base.replace('"@acme/implementation"', '"@olga"'),
      ' ',
      'action_required',
      'who is not a member of `implementer` now',
    ],
    [
      'T-17 people of its role whom nobody can read: unknown, neither open nor done',
      base.replace('@acme/implementation', '@acme/no-such-team'),
      ' ',
      'failure',
      'no-such-team',
    ],
  ])('a policy that changes %s', async (_, changed, box, conclusion, why) => {
    const [now, verdict, text] = await under(changed)
    expect([now, verdict]).toEqual([box, conclusion])
    expect(text).toContain(why)
  })

  const hostile = 'Rolled back @acme/everyone <img src=x> | `x` [a](javascript:b)'
  test.each([
    ['en', 'when it said “Rolled back', 'the policy has changed its text since'],
    ['zh-CN', '当时该项写的是“Rolled back', '此后策略更改了该项的文字'],
  ])('T-25 the text that was signed is shown beside what the item says now, inert, in %s', async (locale, was, why) => {
    const worded = (text: string) => `${policy('')}locale: ${locale}\n`.replace('Guide followed', JSON.stringify(text))
    const scene = await openScene({ policy: worded(hostile) })
    const pull = await scene.open()
    await pull.comment('li-wei', '/sign-off guide')
    await scene.settle()
    await scene.restart()
    const files = { '.github/delivery-gates.yml': worded('Rolled back twice') }
    await scene.repository.commit('main', { files, message: 'Policy', author: 'olga' })
    await scene.settle()
    expect(boxesOf(pull)).toEqual({ guide: ' ' })
    expect(conclusionOf(pull)).toBe('action_required')
    for (const text of [checklistOf(pull)?.body ?? '', gateChecks(pull).at(-1)?.output.text ?? '']) {
      expect(text.replaceAll('&#8203;', '')).toContain(was)
      expect(text).toContain(why)
      expect(text).not.toMatch(/@acme|<img|\]\(javascript/)
    }
    await scene.close()
  })

  test.each([
    ['T-10 the signer pushes', { author: 'li-wei' }, 'who has contributed to this pull request since'],
    [
      'T-21 a commit comes whose e-mail belongs to nobody',
      { author: 'chen', email: 'somebody@example.com' },
      'belongs to no GitHub account',
    ],
  ])('%s: the sign-off ends, although the files that it covers stayed as they were', async (_, who, why) => {
    const scene = await openScene({ policy: base })
    const pull = await scene.open({ branch: 'mixed' })
    await pull.comment('li-wei', '/sign-off guide')
    await scene.settle()
    await scene.repository.commit('mixed', { files: { 'a.md': 'a\n' }, message: 'Help', ...who })
    await scene.settle()
    expect(boxesOf(pull)).toEqual({ guide: ' ' })
    expect(told(pull)).toContain(why)
    await scene.close()
  })
})
