import { accountOf, appOf, atLeast, roleOf } from '../access.ts'
import { forbidden, unprocessable } from '../errors.ts'
import type { Account, Actor, CommentRecord, Json, PullRecord } from '../state.ts'
import { commentView, issueView } from '../views/pulls.ts'
import type { Site } from './context.ts'

const maxBody = 65_536

export function createComment(site: Site, pull: PullRecord, actor: Actor, body: string): CommentRecord {
  const { world } = site
  requireBody(body)
  const author = accountOf(actor)
  const now = world.now()
  const comment = world.create<CommentRecord>('comment', {
    pull,
    author,
    app: appOf(actor),
    body,
    createdAt: now,
    updatedAt: now,
    editor: null,
    lastEditedAt: null,
    minimized: null,
  })
  pull.comments.push(comment)
  pull.repository.comments.set(comment.id, comment)
  pull.updatedAt = now
  emit(site, comment, 'created', author)
  return comment
}

export function editComment(site: Site, comment: CommentRecord, actor: Actor, body: string): void {
  const sender = requireCommentEditor(site, comment, actor)
  requireBody(body)
  const from = comment.body
  if (from === body) return
  comment.body = body
  comment.editor = sender
  comment.lastEditedAt = comment.updatedAt = site.world.now()
  emit(site, comment, 'edited', sender, { changes: { body: { from } } })
}

export function deleteComment(site: Site, comment: CommentRecord, actor: Actor): void {
  const sender = requireCommentEditor(site, comment, actor)
  comment.pull.comments.splice(comment.pull.comments.indexOf(comment), 1)
  comment.pull.repository.comments.delete(comment.id)
  site.world.forget(comment)
  emit(site, comment, 'deleted', sender)
}

/** GitHub lets the author, and everybody with write access, edit a comment; an App needs the permission alone. */
function requireCommentEditor({ world }: Site, comment: CommentRecord, actor: Actor): Account {
  const account = accountOf(actor)
  if (actor.kind === 'installation' || account.id === comment.author.id) return account
  if (!atLeast(roleOf(world, comment.pull.repository, account), 'write')) {
    throw forbidden(`${account.login} may not edit this comment: it takes its author or write access.`)
  }
  return account
}

function requireBody(body: string): void {
  const problem = body.trim() === '' ? "can't be blank" : `is too long (maximum is ${maxBody} characters)`
  if (body.trim() !== '' && [...body].length <= maxBody) return
  throw unprocessable('Validation Failed', [
    { resource: 'IssueComment', code: 'unprocessable', field: 'data', message: `Body ${problem}` },
  ])
}

function emit({ world, hooks }: Site, comment: CommentRecord, action: string, sender: Account, extra: Json = {}): void {
  const payload = () => ({ ...extra, issue: issueView(world, comment.pull), comment: commentView(world, comment) })
  hooks.emit({ event: 'issue_comment', action, repository: comment.pull.repository, sender, payload })
}

const taskItem = /^(\s*(?:[-*+]|\d+[.)])\s+\[)([ xX])(\]\s.*)$/

/** The body with the first matching task item set; throws when no item matches or it has that state already. */
export function tickTask(body: string, match: string | RegExp, checked: boolean): string {
  const lines = body.split('\n')
  const index = lines.findIndex(line => {
    const text = taskItem.exec(line)?.[3]
    if (text === undefined) return false
    return typeof match === 'string' ? text.includes(match) : match.test(text)
  })
  const line = lines[index]
  if (line === undefined) throw new Error(`no task item matches ${match} in:\n${body}`)
  const ticked = line.replace(taskItem, (_, open: string, _box: string, rest: string) => {
    return `${open}${checked ? 'x' : ' '}${rest}`
  })
  if (ticked === line) throw new Error(`the task item is ${checked ? 'ticked' : 'open'} already: ${line.trim()}`)
  lines[index] = ticked
  return lines.join('\n')
}
