import { type GitHubClient, unknownBecause } from '../src/github/client.ts'
import { connect } from '../src/github/connect.ts'
import { readSnapshot, type Snapshot } from '../src/github/snapshot.ts'
import { message } from '../src/locales/message.ts'
import { err, ok, type Result } from '../src/result.ts'
import type { Refusal, World } from './command.ts'

/** A repository on GitHub and the way to it. */
export interface Remote {
  readonly client: GitHubClient
  readonly owner: string
  readonly name: string
}

/** The options of every command that asks GitHub. */
export const remoteOptions = {
  repo: { about: 'cli.option.repo', value: 'OWNER/NAME' },
} as const

/** Where the token comes from, as with GitHub's own tools. */
const tokenNames = ['GITHUB_TOKEN', 'GH_TOKEN'] as const

export async function openRemote(repo: string | undefined, { env }: World): Promise<Result<Remote, Refusal>> {
  const named = repo ?? env.GITHUB_REPOSITORY ?? ''
  const [, owner = '', name = ''] = /^([\w.-]+)\/([\w.-]+)$/.exec(named) ?? []
  if (owner === '') return err({ message: message('cli.noRepo', { got: named }) })
  const token = tokenNames.map(one => env[one]).find(value => value !== undefined && value !== '') ?? ''
  const apiUrl = (env.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, '')
  const client = await connect(token, { apiUrl, userAgent: 'delivery-gates-cli' })
  return client === null ? err({ message: message('cli.noToken', { names: tokenNames }) }) : ok({ client, owner, name })
}

export async function pullRequestOf(
  { client, owner, name }: Remote,
  number: string,
): Promise<Result<Snapshot, Refusal>> {
  if (!/^[1-9]\d{0,9}$/.test(number)) return err({ message: message('cli.pr', { got: number }) })
  try {
    const snapshot = await readSnapshot(client, { owner, name, number: Number(number) })
    return snapshot === null ? err({ message: message('action.notFound', { number: Number(number) }) }) : ok(snapshot)
  } catch (error) {
    return err({ message: unknownBecause('pull-requests', error) })
  }
}
