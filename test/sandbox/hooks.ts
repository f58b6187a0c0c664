import { createHmac, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { installationHas, levelCovers } from './access.ts'
import type { Contract } from './contract/index.ts'
import type { Account, AppRecord, InstallationRecord, Json, RepositoryRecord, World } from './state.ts'
import { organizationView, userView } from './views/accounts.ts'
import { repositoryView } from './views/repositories.ts'

export interface HookMode {
  /** Recorded in `sandbox.deliveries` with status 0, never sent, unknown to `GET /app/hook/deliveries`. */
  readonly drop?: boolean
  /** Sent twice, with one GUID. */
  readonly duplicate?: boolean
  readonly delayMs?: number
  /** Deliveries that wait at the same time leave in an order chosen by this seed. */
  readonly shuffle?: number
  /** Kept back until `release` or `discard`, each by itself and in any order. */
  readonly hold?: boolean
}

export interface Delivery {
  /** `X-GitHub-Delivery`; a redelivery keeps it. */
  readonly id: string
  readonly event: string
  readonly action: string | undefined
  readonly hookUrl: string
  readonly payload: Json
  /** HTTP status of the receiver; 0 while waiting, when dropped, and when nothing answered. */
  readonly status: number
  readonly at: string
  readonly redelivery: boolean
}

export interface DeliveryRecord extends Delivery {
  hookUrl: string
  status: number
  /** What the REST API calls the delivery. */
  readonly number: number
  readonly app: AppRecord
  readonly installationId: number | null
  readonly repositoryId: number | null
  readonly body: string
  durationMs: number
  dropped: boolean
  /** When it was sent; null: not yet. */
  sentAt: string | null
}

export interface Emission {
  readonly event: string
  readonly action?: string
  readonly repository?: RepositoryRecord
  readonly organization?: Account
  readonly sender: Account
  /** Only this App hears of it. */
  readonly app?: AppRecord
  readonly payload: () => Json
}

/** GitHub gives up on a receiver after ten seconds, and never tries again by itself. */
const receiverTimeoutMs = 10_000
const idleTimeoutMs = 30_000

/** The least permission under which GitHub lets an App subscribe. */
const eventPermissions: Readonly<Record<string, readonly string[]>> = {
  pull_request: ['pull_requests'],
  pull_request_review: ['pull_requests'],
  issue_comment: ['issues', 'pull_requests'],
  push: ['contents'],
  check_run: ['checks'],
  check_suite: ['checks'],
  status: ['statuses'],
  issues: ['issues'],
  deployment: ['deployments'],
  deployment_status: ['deployments'],
  deployment_protection_rule: ['deployments'],
  merge_group: ['merge_queues'],
  workflow_run: ['actions'],
  team: ['members'],
  membership: ['members'],
  organization: ['members'],
}

/** Events that every App gets without asking. */
const always = new Set(['installation', 'installation_repositories', 'ping'])

export class Hooks {
  readonly deliveries: DeliveryRecord[] = []
  readonly #world: World
  readonly #contract: Contract | undefined
  readonly #violations: string[]
  readonly #lanes = new Map<number, DeliveryRecord[]>()
  readonly #held: DeliveryRecord[] = []
  #open = 0
  #closed = false
  #mode: HookMode = {}
  #random = 0

  constructor(world: World, contract: Contract | undefined, violations: string[]) {
    this.#world = world
    this.#contract = contract
    this.#violations = violations
  }

  get mode(): HookMode {
    return this.#mode
  }

  /** A seed starts anew with every assignment. */
  set mode(mode: HookMode) {
    this.#mode = mode
    this.#random = mode.shuffle ?? 0
  }

  /** So that a payload that takes work is made only when somebody hears it. */
  hasSubscribers(emission: Omit<Emission, 'payload' | 'sender'>): boolean {
    return this.#subscribers(emission).length > 0
  }

  emit(emission: Emission): void {
    for (const installation of this.#subscribers(emission)) this.#enqueue(emission, installation)
  }

  /** To the hook of an App as such, without an installation. */
  ping(app: AppRecord): void {
    const zen = 'Keep it logically awesome.'
    const hook = {
      type: 'App',
      id: app.id,
      name: 'web',
      active: true,
      events: app.events,
      app_id: app.id,
      config: { content_type: 'json', insecure_ssl: '0', secret: '********', url: app.webhookUrl },
      created_at: app.createdAt,
      updated_at: app.createdAt,
      deliveries_url: `${this.#world.apiUrl}/app/hook/deliveries`,
    }
    this.#send(app, { event: 'ping', payload: { zen, hook_id: app.id, hook }, installation: null, repository: null })
  }

  /** What `hold` has kept back, oldest first. */
  get held(): readonly Delivery[] {
    return this.#held
  }

  /** Sends one that was kept back, to where the App's hook is now. */
  release(id: string): void {
    const delivery = this.#takeHeld(id)
    delivery.dropped = false
    delivery.hookUrl = delivery.app.webhookUrl ?? delivery.hookUrl
    this.#line(delivery)
  }

  /** Loses one that was kept back, as `drop` does. */
  discard(id: string): void {
    this.#takeHeld(id)
  }

  /** Forgets what was delivered: long runs would fill the memory. */
  forget(): void {
    this.deliveries.length = 0
    this.#held.length = 0
  }

  #takeHeld(id: string): DeliveryRecord {
    const index = this.#held.findIndex(known => known.id === id)
    const [delivery] = index < 0 ? [] : this.#held.splice(index, 1)
    if (delivery === undefined) throw new Error(`no delivery ${id} is kept back`)
    return delivery
  }

  redeliver(id: string): void {
    const delivery = this.deliveries.findLast(known => known.id === id)
    if (delivery === undefined) throw new Error(`no delivery ${id}`)
    this.#queue({
      ...delivery,
      number: this.#world.nextId(),
      hookUrl: delivery.app.webhookUrl ?? delivery.hookUrl,
      status: 0,
      at: this.#world.now(),
      durationMs: 0,
      redelivery: true,
      dropped: false,
      sentAt: null,
    })
  }

  /** Resolves when nothing waits and nothing is under way. */
  async idle(): Promise<void> {
    let left = this.#open
    let until = performance.now() + idleTimeoutMs
    while (this.#open > 0) {
      if (this.#open !== left) until = performance.now() + idleTimeoutMs
      if (performance.now() > until) throw new Error(`${this.#open} webhook deliveries still under way, none for 30 s`)
      left = this.#open
      await sleep(2)
    }
  }

  close(): void {
    this.#closed = true
    for (const lane of this.#lanes.values()) this.#open -= lane.splice(0).length
  }

  #subscribers({
    event,
    app,
    repository,
    organization,
  }: Omit<Emission, 'payload' | 'sender'>): readonly InstallationRecord[] {
    return [...this.#world.installations.values()].filter(installation => {
      if (app !== undefined && installation.app !== app) return false
      if (installation.app.webhookUrl === undefined || installation.suspendedAt !== null) return false
      if (repository !== undefined && !installationHas(installation, repository)) return false
      if (organization !== undefined && installation.account.id !== organization.id) return false
      if (always.has(event)) return true
      const needed = eventPermissions[event]
      const permitted = needed?.some(name => levelCovers(installation.permissions[name], 'read')) ?? true
      return permitted && installation.app.events.includes(event)
    })
  }

  #enqueue({ event, action, repository, organization, sender, payload }: Emission, installation: InstallationRecord) {
    const world = this.#world
    const owner = organization ?? repository?.owner
    const specific = payload()
    const full = {
      ...(action === undefined ? {} : { action }),
      ...specific,
      ...(repository === undefined || 'repository' in specific
        ? {}
        : { repository: repositoryView(world, repository) }),
      ...(owner?.kind === 'Organization' ? { organization: organizationView(world, owner) } : {}),
      ...('installation' in specific ? {} : { installation: { id: installation.id, node_id: installation.nodeId } }),
      sender: userView(world, sender),
    }
    this.#send(installation.app, {
      event,
      payload: full,
      installation: installation.id,
      repository: repository?.id ?? null,
    })
  }

  #send(
    app: AppRecord,
    sent: { event: string; payload: Json; installation: number | null; repository: number | null },
  ): void {
    const { event, payload } = sent
    const action = typeof payload.action === 'string' ? payload.action : undefined
    for (const problem of this.#contract?.checkWebhook(event, action, payload) ?? []) {
      this.#violations.push(`webhook ${event}${action === undefined ? '' : `.${action}`}: ${problem}`)
    }
    if (app.webhookUrl === undefined) return
    const body = JSON.stringify(payload)
    const delivery: DeliveryRecord = {
      id: randomUUID(),
      number: this.#world.nextId(),
      event,
      action,
      hookUrl: app.webhookUrl,
      payload: JSON.parse(body) as Json,
      body,
      status: 0,
      at: this.#world.now(),
      redelivery: false,
      app,
      installationId: sent.installation,
      repositoryId: sent.repository,
      durationMs: 0,
      sentAt: null,
      dropped: this.mode.drop === true || this.mode.hold === true,
    }
    if (this.mode.hold === true) this.#held.push(delivery)
    this.#queue(delivery)
    if (this.mode.duplicate) this.#queue({ ...delivery, number: this.#world.nextId() })
  }

  #queue(delivery: DeliveryRecord): void {
    this.deliveries.push(delivery)
    if (!delivery.dropped) this.#line(delivery)
  }

  #line(delivery: DeliveryRecord): void {
    if (this.#closed) return
    this.#open += 1
    const lane = this.#lanes.get(delivery.app.id)
    if (lane !== undefined) {
      lane.push(delivery)
      return
    }
    this.#lanes.set(delivery.app.id, [delivery])
    setImmediate(() => void this.#drain(delivery.app.id))
  }

  async #drain(appId: number): Promise<void> {
    const lane = this.#lanes.get(appId) ?? []
    while (lane.length > 0) {
      const { delayMs = this.mode.shuffle === undefined ? 0 : 10 } = this.mode
      if (delayMs > 0) await sleep(delayMs)
      const [delivery] = lane.splice(this.#next(lane.length), 1)
      if (delivery === undefined) break
      await this.#post(delivery)
      this.#open -= 1
    }
    this.#lanes.delete(appId)
  }

  #next(length: number): number {
    if (this.mode.shuffle === undefined) return 0
    this.#random = (Math.imul(this.#random, 1_664_525) + 1_013_904_223) >>> 0
    return (this.#random >>> 8) % length
  }

  async #post(delivery: DeliveryRecord): Promise<void> {
    const started = performance.now()
    const { app, body } = delivery
    try {
      const response = await fetch(delivery.hookUrl, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': 'GitHub-Hookshot/5a4db0f',
          'x-github-event': delivery.event,
          'x-github-delivery': delivery.id,
          'x-github-hook-id': String(app.id),
          'x-github-hook-installation-target-id': String(app.id),
          'x-github-hook-installation-target-type': 'integration',
          'x-hub-signature-256': `sha256=${createHmac('sha256', app.webhookSecret).update(body).digest('hex')}`,
        },
        body,
        signal: AbortSignal.timeout(receiverTimeoutMs),
        redirect: 'manual',
      })
      await response.arrayBuffer()
      delivery.status = response.status
    } catch {
      delivery.status = 0
    }
    delivery.durationMs = performance.now() - started
    delivery.sentAt = this.#world.now()
  }
}
