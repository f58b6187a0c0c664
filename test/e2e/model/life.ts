/** Branches that the pull request may be against. */
export type Base = 'main' | 'release'
/** In the order of the policy. */
export const items = ['rollback', 'guide', 'audit', 'plan'] as const
export type Item = (typeof items)[number]
export const people = ['li-wei', 'mei', 'ana'] as const
export type Person = (typeof people)[number]
export type Via = 'command' | 'tick' | 'button' | 'review' | 'page'

/** One version of the policy. */
export interface PolicyVersion {
  /** Number in the text of `rollback`: another one is another question. */
  readonly wording: number
  readonly broken: boolean
  /** Counts the texts of the file, which differ even where nothing that matters does. */
  readonly serial: number
}

/** What a commit of the branch holds, and who made the pull request at that commit. */
export interface Head {
  readonly replicas: number
  readonly notes: string | null
  /** Its author, and those of its commits: with another base branch these are others. */
  readonly contributors: Readonly<Record<Base, ReadonlySet<string>>>
  /** Everything that the pull request changes, as git tells it, against each base branch. */
  readonly patches: Readonly<Record<Base, string>>
  /** Made by merging this branch into `parent`, and nothing else. */
  readonly merged?: { readonly base: Base; readonly parent: string }
}

/** What a person did on GitHub, for which a webhook is under way. */
export type News =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'labelled' }
  | { readonly kind: 'people' }
  | { readonly kind: 'policy'; readonly base: Base }
  | { readonly kind: 'deleted'; readonly comment: number }
  | { readonly kind: 'edited'; readonly comment: number }
  | { readonly kind: 'noted'; readonly how: 'edited' | 'deleted'; readonly by: string; readonly comment: number }
  | {
      readonly kind: 'delegate'
      readonly by: string
      readonly to: string
      readonly comment: number
      readonly step: number
      readonly items: readonly ['audit']
    }
  | (Wish & { readonly kind: 'sign' | 'revoke' })

export interface Wish {
  readonly by: string
  /** Empty: whatever the person may. */
  readonly items: readonly Item[]
  readonly via: Via
  /** When it was done, in events of this life. */
  readonly step: number
  /** Head before the person's eyes where box, button, review or page tell it. */
  readonly seen?: string
  /** What box and button were for. */
  readonly seals?: ReadonlyMap<Item, string>
  /** Base branch and policy that a page was made by. */
  readonly terms?: string
  /** The comment that was ticked, the check that was pressed. */
  readonly place?: number
  /** Of two comments, the one with the higher number was written later. */
  readonly comment?: number
  /** The webhook of a button names no pull request: it was closed, of a fork, or its head another one by then. */
  readonly orphan?: boolean
  /** Open points that are accepted. */
  readonly points?: string
}

type Decision = Wish & { readonly kind: 'sign' | 'revoke' }

interface SignOff {
  readonly item: Item
  readonly by: string
  readonly head: string
  readonly base: Base
  readonly policy: PolicyVersion
  readonly points: string
  readonly onBehalfOf?: string
}

interface Delegation {
  readonly from: string
  readonly to: string
}

/** What our comment and our check ask, and since when. */
interface View {
  readonly head: string
  readonly since: number
  readonly questions: ReadonlyMap<Item, { readonly question: string; readonly since: number }>
  readonly seals: ReadonlyMap<Item, string>
}

/** A word that took sign-offs back. `comment`: 0 on a page. */
interface Taken {
  readonly item: Item
  readonly by: string
  readonly comment: number
  readonly step: number
}

/** Comments are told apart by their numbers; a page in between by the time. */
const isNewer = (a: Pick<Taken, 'comment' | 'step'>, b: Pick<Taken, 'comment' | 'step'>): boolean =>
  a.comment > 0 && b.comment > 0 ? a.comment > b.comment : a.step > b.step

/** Who is in a team may be known from so long ago, where no webhook told otherwise. */
const directoryAge = 5 * 60 * 1000

/**
 * One pull request's life in plain words: what is true on GitHub, what the App can know of it, and what must follow.
 *
 * A person's last word stands, whatever the order in which two comments arrive. A sign-off is accepted when the person is
 * in the role, or somebody of the role lets them sign and still may, neither of them contributed, and the person had been
 * shown, when they acted, the head as it is now and the question as it is now. What somebody did before they, or the
 * policy's owner, took it back does not count when it arrives afterwards.
 *
 * A sign-off holds as long as all of that is so, the base branch and the question are the same, and the head is the same
 * or, for a question about files, these files are; for `guide`, only merges of the base branch came in between, and for
 * `audit` nothing that the pull request changes is another byte: both under the same policy, and never on a fork.
 * The check is a success when every question that applies has one that holds; a policy that cannot be read is a failure;
 * everything else waits.
 */
export class Life {
  readonly fork: boolean
  readonly heads = new Map<string, Head>()
  head = ''
  base: Base = 'main'
  readonly policies: Record<Base, PolicyVersion> = {
    main: { wording: 0, broken: false, serial: 0 },
    release: { wording: 0, broken: false, serial: 0 },
  }
  readonly members = new Set<string>(['li-wei', 'mei'])
  risky = false
  open = true
  now = 0
  /** Events so far. */
  step = 0

  /** Head for which comment and check were written last. */
  published: string | null = null
  comment: number | null = null
  check: number | null = null
  #view: View | null = null
  #directory: { readonly members: ReadonlySet<string>; readonly at: number } | null = null
  #watchesLabels = true
  #knownBase: Base = 'main'
  #knownOpen = true
  #knownHead = ''

  readonly #words: Decision[] = []
  /** Comments that took sign-offs back, by item and person: the newest of each. */
  readonly #taken = new Map<string, Taken>()
  /** Commands that the ledger has a row of: its first item, and whether one was more than refused. */
  readonly #commands = new Map<number, { readonly item: string; counted: boolean }>()

  /** Decisions in their order, as the ledger must hold them. */
  readonly ledger: string[] = []
  #standing: readonly SignOff[] = []
  #delegations: readonly Delegation[] = []

  constructor(fork: boolean) {
    this.fork = fork
  }

  /** Whether head and base branch are as the App has them. */
  get knowsNow(): boolean {
    return this.#knownHead === this.head && this.#knownBase === this.base
  }

  /** By what a page is made that is opened now; `null`: there is nothing on it. */
  terms: string | null = null
  /** What such a page asks, whether the pull request is open or not. */
  asked: readonly Item[] = []

  /** What a tick or a press sends back now. */
  get seals(): ReadonlyMap<Item, string> {
    return this.#view?.seals ?? new Map()
  }

  /** The App looks at the pull request, and publishes what it sees. */
  look(): void {
    const policy = this.#policy
    this.#knownBase = this.base
    this.#knownOpen = this.open
    this.#knownHead = this.head
    this.#watchesLabels = !policy.broken
    this.terms = policy.broken ? null : `${this.base} ${policy.serial}`
    this.asked = this.#applicable()
    if (!policy.broken && (this.#directory === null || this.now - this.#directory.at >= directoryAge)) {
      this.#directory = { members: new Set(this.members), at: this.now }
    }
    this.#publish()
  }

  #publish(): void {
    if (!this.open) return
    this.published = this.head
    const before = this.#view
    const asked = this.#applicable().map(item => [item, this.#question(item)] as const)
    this.#view = {
      head: this.head,
      since: before?.head === this.head ? before.since : this.step,
      questions: new Map(
        asked.map(([item, question]) => {
          const known = before?.questions.get(item)
          return [item, known?.question === question ? known : { question, since: this.step }]
        }),
      ),
      seals: this.#sealsNow(),
    }
  }

  #question = (item: Item): string =>
    JSON.stringify([item, item === 'rollback' ? this.#policy.wording : 0, this.head, this.base])

  /** A question, and the last comment that took an answer to it back. */
  #sealsNow(): ReadonlyMap<Item, string> {
    const last = (item: Item) => {
      const all = [...this.#taken.values()].filter(one => one.item === item)
      const newest = all.find(one => all.every(other => other === one || isNewer(one, other)))
      return newest === undefined ? '' : `${newest.comment} ${newest.step}`
    }
    return new Map(this.#applicable().map(item => [item, `${this.#question(item)} ${last(item)}`]))
  }

  /** The App has been told. `true`: it has looked. */
  hear(news: News): boolean {
    switch (news.kind) {
      case 'nothing':
        return false
      case 'labelled':
        if (!this.#watchesLabels) return false
        break
      case 'people':
        this.#directory = null
        if (!this.#knownOpen) return false
        break
      case 'policy':
        if (news.base !== this.#knownBase || !this.#knownOpen) return false
        break
      case 'deleted':
      case 'edited':
        if (news.comment !== this.comment) return false
        break
      case 'noted':
        if (!this.#isHeld(news.comment)) return false
        this.look()
        if (!this.#policy.broken) {
          this.ledger.push(`${news.how} ${this.#commands.get(news.comment)?.item} ${news.by} command`)
        }
        return true
      case 'delegate':
        this.look()
        this.#delegate(news)
        this.#publish()
        return true
      case 'sign':
      case 'revoke': {
        if (news.via === 'tick' && news.place !== this.comment) return false
        if (news.orphan === true && !(this.#knownOpen && this.#knownHead === news.seen)) return false
        const view = this.#view
        this.look()
        if (news.via === 'button' && news.place !== this.check) return true
        const still = this.#inOrder(news)
        if (still === null) return true
        if (news.kind === 'sign') this.#sign(still, view)
        else this.#revoke(still)
        this.#publish()
        return true
      }
    }
    this.look()
    return true
  }

  /** Whether the ledger has more than a refusal of what stood in this comment. */
  #isHeld = (comment: number): boolean => this.#commands.get(comment)?.counted === true

  /** Without what the person has said otherwise in a later comment that was here before. */
  #inOrder(news: Decision): (Wish & { readonly except?: readonly Item[] }) | null {
    const { comment = 0, via, step } = news
    if (via === 'page') this.#words.push(news)
    if (via !== 'command') return news
    const against = this.#words.filter(
      one => one.by === news.by && one.kind !== news.kind && isNewer(wordOf(one), { comment, step }),
    )
    this.#words.push(news)
    const all = against.some(one => one.items.length === 0)
    if (news.items.length === 0) {
      // To leave a sign-off out is safe; a revocation only where all of it was given anew.
      if (news.kind === 'sign' ? against.length > 0 : all) return null
      return { ...news, except: against.flatMap(one => one.items) }
    }
    const left = news.items.filter(item => !all && !against.some(one => one.items.includes(item)))
    return left.length === 0 ? null : { ...news, items: left }
  }

  #applicable(): readonly Item[] {
    if (this.#policy.broken) return []
    return items.filter(item => item !== 'plan' || this.risky)
  }

  get #policy(): PolicyVersion {
    return this.policies[this.base]
  }

  get #head(): Head {
    return (
      this.heads.get(this.head) ?? {
        replicas: 0,
        notes: null,
        contributors: { main: new Set(), release: new Set() },
        patches: { main: '', release: '' },
      }
    )
  }

  #isMember = (person: string): boolean => this.#directory?.members.has(person) === true
  #isContributor = (person: string): boolean => this.#head.contributors[this.base].has(person)

  #holds(signOff: SignOff): boolean {
    const { item, by, onBehalfOf } = signOff
    const authority = onBehalfOf === undefined || this.#isMember(by) ? by : onBehalfOf
    const lent = authority === by || this.#delegations.some(one => one.from === authority && one.to === by)
    return (
      signOff.base === this.base &&
      (item !== 'rollback' || signOff.policy.wording === this.#policy.wording) &&
      lent &&
      this.#isMember(authority) &&
      !this.#isContributor(by) &&
      !this.#isContributor(authority) &&
      (signOff.head === this.head || this.#outlivesPushes(signOff))
    )
  }

  #outlivesPushes({ item, head, policy }: SignOff): boolean {
    const signed = this.heads.get(head)
    if (signed === undefined) return false
    if (item === 'rollback' || item === 'plan') return signed.replicas === this.#head.replicas
    const same = signed.patches[this.base] === this.#head.patches[this.base]
    if (this.fork || policy.serial !== this.#policy.serial || !same) return false
    return item === 'audit' || this.#cameByMerges(head)
  }

  /** Whether nothing but merges of the base branch lies between that head and this one. */
  #cameByMerges(signed: string): boolean {
    for (let at = this.head; at !== signed; ) {
      const merged = this.heads.get(at)?.merged
      if (merged?.base !== this.base) return false
      at = merged.parent
    }
    return true
  }

  /** By whose leave somebody outside the role may sign. */
  #lender(by: string, item: Item): string | undefined {
    if (item !== 'audit') return undefined
    return this.#delegations.find(one => one.to === by && this.#isMember(one.from) && !this.#isContributor(one.from))
      ?.from
  }

  #sign(wish: Wish & { readonly except?: readonly Item[] }, view: View | null): void {
    const { by, items: named, via, step, points = '' } = wish
    const seen = wish.seen ?? (view !== null && view.since <= step ? view.head : null)
    if (!this.open || seen !== this.head || this.#policy.broken) return
    const wanted = via === 'review' ? (['rollback'] as const) : named
    const may = (item: Item) => this.#isMember(by) || this.#lender(by, item) !== undefined
    const chosen = this.#applicable().filter(item =>
      wanted.length > 0 ? wanted.some(one => one === item) : may(item) && !this.#signedBy(item, by),
    )
    const seals = this.#sealsNow()
    for (const item of chosen) {
      const shown = view?.questions.get(item)
      const sawIt = shown?.question === this.#question(item) && shown.since <= step
      if (via === 'review' && (!sawIt || this.#wasTaken(item, by, step))) continue
      // A button for what was asked before names nothing that is asked now.
      if (via === 'button' && wish.seals?.get(item) !== seals.get(item)) continue
      if (!may(item) || this.#isContributor(by)) {
        this.#record(`rejected ${item} ${by} ${via}`, item, wish.comment, false)
        continue
      }
      if (via === 'command' && !sawIt) continue
      if (via === 'page' && wish.terms !== this.terms) continue
      if (via === 'tick' && wish.seals?.get(item) !== seals.get(item)) continue
      if (item === 'plan' && points !== '') continue
      if (this.#signedBy(item, by, points)) continue
      this.#record(`signed ${item} ${by} ${via}${points}`, item, wish.comment, true)
      const lender = this.#isMember(by) ? undefined : this.#lender(by, item)
      const given = { item, by, head: this.head, base: this.base, policy: this.#policy, points }
      const others = this.#standing.filter(one => one.item !== item || one.by !== by)
      this.#standing = [...others, lender === undefined ? given : { ...given, onBehalfOf: lender }]
    }
  }

  #record(row: string, item: string, comment: number | undefined, counts: boolean): void {
    this.ledger.push(row)
    if (comment === undefined) return
    const known = this.#commands.get(comment) ?? { item, counted: false }
    this.#commands.set(comment, { ...known, counted: known.counted || counts })
  }

  #signedBy = (item: Item, by: string, points?: string): boolean =>
    this.#standing.some(
      one => one.item === item && one.by === by && (points === undefined || one.points === points) && this.#holds(one),
    )

  /** Whether they, or the policy's owner, took the item back at that moment or later. */
  #wasTaken = (item: Item, by: string, step: number): boolean =>
    [...this.#taken.values()].some(one => one.item === item && (one.by === by || one.by === 'olga') && one.step >= step)

  #revoke({ by, items: named, via, comment, step, except = [] }: Wish & { except?: readonly Item[] }): void {
    if (!this.open || this.#policy.broken) return
    const chosen = this.#applicable().filter(item => (named.length > 0 ? named.includes(item) : !except.includes(item)))
    const isOwner = by === 'olga' && named.length > 0
    for (const item of chosen) {
      const concerned =
        isOwner ||
        this.#isMember(by) ||
        this.#lender(by, item) !== undefined ||
        this.#standing.some(one => one.item === item && one.by === by)
      const known = this.#taken.get(`${item} ${by}`)
      const taken = { item, by, comment: comment ?? 0, step }
      if (concerned && (known === undefined || isNewer(taken, known))) this.#taken.set(`${item} ${by}`, taken)
    }
    if (comment !== undefined && (named.length === 0 || named.includes('audit'))) this.#undelegate(by, isOwner, comment)
    for (const item of chosen) {
      const all = this.#standing.filter(one => one.item === item)
      const own = all.filter(one => one.by === by)
      const taken = own.length > 0 ? own : isOwner ? all : []
      for (const { by: signer } of taken) {
        this.#record(`revoked ${item} ${by} ${via}`, item, comment, true)
        this.#standing = this.#standing.filter(one => one.item !== item || one.by !== signer)
      }
    }
  }

  #undelegate(by: string, isOwner: boolean, comment: number): void {
    const own = this.#delegations.filter(one => one.from === by)
    const taken = own.length > 0 ? own : isOwner ? this.#delegations : []
    for (const one of taken) {
      this.#record(`revoked audit ${by} command`, 'audit', comment, true)
      this.#delegations = this.#delegations.filter(other => other !== one)
    }
  }

  #delegate({ by, to, comment, step }: Extract<News, { kind: 'delegate' }>): void {
    if (!this.open || this.#policy.broken) return
    const overtaken = this.#words.some(
      one =>
        one.kind === 'revoke' &&
        one.by === by &&
        isNewer(wordOf(one), { comment, step }) &&
        (one.items.length === 0 || one.items.includes('audit')),
    )
    if (overtaken) return
    if (!this.#isMember(by) || this.#isContributor(by)) {
      this.#record(`rejected audit ${by} command`, 'audit', comment, false)
      return
    }
    if (to === by || this.#isMember(to) || this.#isContributor(to)) return
    if (this.#delegations.some(one => one.from === by && one.to === to)) return
    this.#record(`delegated audit ${by} command`, 'audit', comment, true)
    this.#delegations = [...this.#delegations, { from: by, to }]
  }

  /** Whether a question is answered. Somebody and whoever signs for them are one. */
  done(item: Item): boolean {
    const holding = this.#standing.filter(one => one.item === item && this.#holds(one))
    const whose = holding.map(one => (this.#isMember(one.by) ? one.by : (one.onBehalfOf ?? one.by)))
    return new Set(whose).size >= (item === 'plan' ? 2 : 1)
  }

  /** What the check must say when the App has looked. */
  get conclusion(): 'success' | 'failure' | 'action_required' {
    if (this.#policy.broken) return 'failure'
    return this.#applicable().every(item => this.done(item)) ? 'success' : 'action_required'
  }

  /** Boxes that the comment must show, and whether they are ticked. */
  get boxes(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#applicable().map(item => [item, this.done(item) ? 'x' : ' ']))
  }
}

const wordOf = ({ comment = 0, step }: Decision) => ({ comment, step })

export const policyText = ({ wording, broken }: Pick<PolicyVersion, 'wording' | 'broken'>): string =>
  broken
    ? 'version: 1\nchecklists: ['
    : `version: 1
roles: { implementer: ["@acme/implementation"], policy-owner: ["@olga"] }
checklists:
  - id: readiness
    items:
      - { id: rollback, text: "Rollback rehearsed (${wording})", role: implementer, covers: ["deploy/**"], by_review: true }
      - { id: guide, text: Guide followed, role: implementer, carry: clean_merges }
      - { id: audit, text: Audited, role: implementer, carry: identical_patch, delegable: true }
  - id: risky
    when: { labels: [risky] }
    items:
      - { id: plan, text: Second plan, role: implementer, count: 2, covers: ["deploy/**"], conditional: false }
`
