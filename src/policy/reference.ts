import { type Message, message } from '../locales/message.ts'
import { err, ok, type Result } from '../result.ts'
import { visible } from './text.ts'

/** A policy file of another repository, as `extends` names it: `owner/repository[//path][@ref]`. */
export interface Reference {
  readonly owner: string
  readonly repository: string
  /** `null`: the usual places. */
  readonly path: string | null
  /** Branch, tag or commit; `null`: the default branch. */
  readonly ref: string | null
}

const form = /^([^/@]+)\/([^/@]+)(?:\/\/([^@]+))?(?:@(.+))?$/
const ownerName = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})$/
const repositoryName = /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/
/** Folders and a file whose ending says that it is YAML or JSON. No `.` or `..`, nothing empty. */
const filePath = /^(?:(?!\.{1,2}\/)[\w.-]+\/){0,10}[\w.-]+\.(?:ya?ml|json)$/
/** What git takes as a name of a branch or tag, without the characters that mean something in an expression. */
const refName = /^(?![/.-])(?!.*(?:\.\.|\/\/|\/\.|\.lock$|[/.]$))[\w./-]{1,200}$/

/** Never asks anybody: an address, a path of this machine or another owner's repository is refused as it stands. */
export function parseReference(text: string, owner: string): Result<Reference, Message> {
  const refused = (reason: 'form' | 'owner') =>
    err(message('policy.extends.refused', { got: visible(text), reason, owner }))
  const [, found = '', repository = '', path = null, ref = null] = form.exec(text) ?? []
  if (!ownerName.test(found) || !repositoryName.test(repository)) return refused('form')
  if (path !== null && !filePath.test(path)) return refused('form')
  if (ref !== null && !refName.test(ref)) return refused('form')
  if (found.toLowerCase() !== owner.toLowerCase()) return refused('owner')
  return ok({ owner: found, repository, path, ref })
}

/** As it would be written. */
export const showReference = ({ owner, repository, path, ref }: Reference): string =>
  `${owner}/${repository}${path === null ? '' : `//${path}`}${ref === null ? '' : `@${ref}`}`

/** The same for two spellings of one reference: GitHub compares names without regard to case, git does not. */
export const referenceKey = ({ owner, repository, ...rest }: Reference): string =>
  showReference({ owner: owner.toLowerCase(), repository: repository.toLowerCase(), ...rest })
