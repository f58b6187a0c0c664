import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { readConfig } from '../../app/config.ts'
import { readDockerfile } from '../../src/impact/readers/dockerfile.ts'
import { read } from '../project/files.ts'
import { keyPair } from '../sandbox/auth.ts'

// biome-ignore lint/suspicious/noExplicitAny: YAML of other programs; what is read here is what is asserted
type Loose = any

const pinned = /^[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}$/

function dockerfileProblems(text: string): readonly string[] {
  const all = readDockerfile(text).map(({ name, text: value }) => ({ name, value: value.trim() }))
  const of = (name: string) => all.filter(one => one.name === name).map(one => one.value)
  const stages = new Set(of('FROM').flatMap(value => / AS (\S+)$/i.exec(value)?.[1] ?? []))
  const bases = of('FROM').map(value => value.split(' ')[0] ?? '')
  const last = all.slice(all.findLastIndex(one => one.name === 'FROM'))
  const lastOf = (name: string) => last.findLast(one => one.name === name)?.value ?? ''
  const problems = [
    ...bases.filter(base => !stages.has(base) && !pinned.test(base)).map(base => `${base} is not pinned`),
    ...(/^[1-9]\d{3,}:[1-9]\d{3,}$/.test(lastOf('USER')) ? [] : ['runs as root, or as a name']),
    ...(lastOf('VOLUME') === '/data' ? [] : ['another volume than /data']),
    ...(lastOf('CMD').startsWith('["node"') ? [] : ['a shell stands before the App']),
    ...(/CMD \["node", "-e"/.test(lastOf('HEALTHCHECK')) ? [] : ['no health check by node']),
    ...(/NODE_ENV=production/.test(lastOf('ENV')) ? [] : ['NODE_ENV is not production']),
    ...(of('ADD').length === 0 ? [] : ['ADD fetches or unpacks']),
    ...(of('ENV').some(value => /SECRET|TOKEN|PRIVATE_KEY|DATABASE_URL/.test(value)) ? ['a secret in the image'] : []),
  ]
  const install = of('RUN').filter(value => /npm (ci|i|install)\b/.test(value))
  if (install.some(value => !/npm ci --omit=dev --ignore-scripts/.test(value)))
    problems.push('installs more than it runs')
  return problems
}

describe('S-10 Dockerfile', () => {
  const text = read('Dockerfile')

  test('pinned, without root, with its health check', () => expect(dockerfileProblems(text)).toEqual([]))

  test.each([
    ['a tag alone', (from: string) => from.replace(/@sha256:\S+/, ''), /is not pinned/],
    ['root', (from: string) => from.replace('USER 10001:10001', 'USER root'), /root/],
    ['no user', (from: string) => from.replace(/^USER .*\n/m, ''), /root/],
    ['a shell', (from: string) => from.replace('CMD ["node", "app/index.ts"]', 'CMD node app/index.ts'), /shell/],
    ['dev dependencies', (from: string) => from.replace('--omit=dev ', ''), /more than it runs/],
    ['a secret', (from: string) => from.replace('PORT=3000', 'WEBHOOK_SECRET=x'), /secret/],
  ])('%s is found', (_, change, expected) => expect(dockerfileProblems(change(text)).join()).toMatch(expected))

  test('its Node is the one that the tests run on', () => {
    expect(text).toContain(`FROM node:${read('.node-version').trim()}-`)
    expect(text.match(/^FROM node:/gm)).toHaveLength(1)
  })

  test('only what the App runs on goes into the image', () => {
    const lines = read('.dockerignore')
      .split('\n')
      .filter(line => line !== '' && !line.startsWith('#'))
    expect(lines).toEqual(['*', '!app', '!src', '!package.json', '!package-lock.json', '!.npmrc', '!LICENSE'])
  })
})

function composeProblems(text: string): readonly string[] {
  const { services, secrets } = parse(text, { merge: true }) as Loose
  const problems: string[] = []
  for (const [name, service] of Object.entries<Loose>(services)) {
    const say = (wrong: boolean, what: string) => wrong && problems.push(`${name}: ${what}`)
    say(service.build === undefined && !pinned.test(service.image ?? ''), 'image is not pinned')
    say(service.read_only !== true, 'may write into its image')
    say(!service.cap_drop?.includes('ALL'), 'keeps capabilities')
    say(!service.security_opt?.includes('no-new-privileges:true'), 'may gain privileges')
    say(service.privileged === true || service.network_mode === 'host', 'is not contained')
    say(
      (service.ports ?? []).some((port: string) => !port.startsWith('127.0.0.1:')),
      'is open to the network',
    )
    const plain = Object.entries<string>(service.environment ?? {})
    say(
      plain.some(([key]) => /SECRET|PASSWORD|TOKEN|_KEY|DATABASE_URL/.test(key) && !/_(FILE|PATH)$/.test(key)),
      'names a secret',
    )
  }
  for (const [name, secret] of Object.entries<Loose>(secrets)) if (typeof secret.file !== 'string') problems.push(name)
  return problems
}

describe('S-10 compose.yaml', () => {
  const text = read('compose.yaml')

  test('contained, with secrets from files', () => expect(composeProblems(text)).toEqual([]))

  test.each([
    ['read_only: true', 'read_only: false', /may write/],
    ['- 127.0.0.1:3000:3000', '- 3000:3000', /open to the network/],
    ['      - ALL', '      - CHOWN', /capabilities/],
    ['no-new-privileges:true', 'seccomp:unconfined', /privileges/],
    ['PRIVATE_KEY_PATH: /run/secrets/private-key', 'PRIVATE_KEY: abc', /secret/],
    [/@sha256:\S+/, '', /pinned/],
  ])('%s → %s is found', (from, to, expected) =>
    expect(composeProblems(text.replace(from, to)).join()).toMatch(expected),
  )

  test('R-15 a stop waits for longer than the App drains, and the metrics are open to nobody outside', () => {
    const { app } = (parse(text) as Loose).services
    expect(Number.parseInt(app.stop_grace_period, 10)).toBeGreaterThan(20)
    expect(app.environment.METRICS_PORT).toBe(9090)
    expect(app.ports).toEqual(['127.0.0.1:3000:3000'])
    expect(app.mem_limit).toBeDefined()
    expect(app.pids_limit).toBeGreaterThan(0)
  })

  test('PostgreSQL is only there with its profile, and only for the App', () => {
    const { services, networks } = parse(text) as Loose
    expect(services.postgres).toMatchObject({ profiles: ['postgres'], networks: ['database'] })
    expect(services.postgres.ports).toBeUndefined()
    expect(networks.database.internal).toBe(true)
    expect(services.app.profiles).toBeUndefined()
    expect(services.app.depends_on.postgres).toEqual({ condition: 'service_healthy', required: false })
  })

  test('the user and the volume are those of the image', () => {
    const { services } = parse(text) as Loose
    expect(read('Dockerfile')).toContain(`USER ${services.app.user}\n`)
    expect(services.app.volumes).toEqual(['data:/data'])
  })
})

const folder = 'examples/app/kubernetes'
const names = ['configmap', 'deployment', 'networkpolicy', 'poddisruptionbudget', 'secret-template/secrets', 'service']
const objects = (): readonly Loose[] =>
  names.flatMap(name => parseAllDocuments(read(`${folder}/${name}.yaml`)).map(document => document.toJS()))
const only = (kind: string): Loose => objects().find(one => one.kind === kind)

function podProblems({ spec, template = spec.template }: Loose): readonly string[] {
  const pod = template.spec
  const [container, ...more] = pod.containers
  const problems: string[] = []
  const say = (right: boolean, what: string) => right || problems.push(what)
  say(more.length === 0, 'one container')
  say(pod.automountServiceAccountToken === false, 'a token of the cluster')
  say(pod.securityContext.runAsNonRoot === true && pod.securityContext.runAsUser > 999, 'root')
  say(pod.securityContext.seccompProfile?.type === 'RuntimeDefault', 'seccomp')
  say(container.securityContext.readOnlyRootFilesystem === true, 'writable')
  say(container.securityContext.allowPrivilegeEscalation === false, 'escalation')
  say(container.securityContext.capabilities?.drop?.includes('ALL') === true, 'capabilities')
  say(pinned.test(container.image), 'pinned')
  say(container.resources.limits.memory !== undefined, 'no limit')
  say(
    container.resources.requests?.cpu !== undefined && container.resources.requests.memory !== undefined,
    'no requests',
  )
  const started = container.startupProbe?.periodSeconds * container.startupProbe?.failureThreshold
  say(
    container.startupProbe?.httpGet.path === '/healthz' && started >= 300,
    'a long ledger is verified before it listens',
  )
  say(pod.hostNetwork !== true && pod.hostPID !== true && pod.hostIPC !== true, 'of the host')
  say(!pod.volumes.some((volume: Loose) => volume.hostPath !== undefined), 'a path of the host')
  say(container.livenessProbe.httpGet.path === '/healthz', 'liveness must not depend on GitHub or the database')
  say(container.readinessProbe.httpGet.path === '/readyz', 'readiness')
  return problems
}

describe('S-10 Kubernetes example', () => {
  test('the pod is contained', () => expect(podProblems(only('Deployment'))).toEqual([]))

  test('a pod that is not is found', () => {
    const broken = structuredClone(only('Deployment'))
    broken.spec.template.spec.securityContext = {}
    broken.spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem = false
    broken.spec.template.spec.containers[0].livenessProbe.httpGet.path = '/readyz'
    broken.spec.template.spec.containers[0].startupProbe.failureThreshold = 3
    broken.spec.template.spec.hostNetwork = true
    expect(podProblems(broken)).toEqual([
      'root',
      'seccomp',
      'writable',
      expect.stringMatching(/^a long ledger/),
      'of the host',
      expect.stringMatching(/^liveness/),
    ])
  })

  test('all parts mean the same pods', () => {
    const labels = only('Deployment').spec.template.metadata.labels
    expect(only('Deployment').spec.selector.matchLabels).toEqual(labels)
    expect(only('Service').spec.selector).toEqual(labels)
    expect(only('PodDisruptionBudget').spec.selector.matchLabels).toEqual(labels)
    expect(only('NetworkPolicy').spec.podSelector.matchLabels).toEqual(labels)
    const [container] = only('Deployment').spec.template.spec.containers
    expect(container.ports).toEqual([
      { name: 'http', containerPort: 3000 },
      { name: 'metrics', containerPort: Number(only('ConfigMap').data.METRICS_PORT) },
    ])
    expect(only('Service').spec.ports).toEqual([{ name: 'http', port: 80, targetPort: 'http' }])
    expect(only('Deployment').spec.replicas).toBeGreaterThan(1)
    // Drained within what the App takes at most (20 s), after the pause before it.
    expect(only('Deployment').spec.template.spec.terminationGracePeriodSeconds).toBeGreaterThan(10 + 20)
  })

  test('T-83 metrics and the App are reached by those who need them only; nothing else goes out', () => {
    const { policyTypes, ingress, egress } = only('NetworkPolicy').spec
    expect(policyTypes).toEqual(['Ingress', 'Egress'])
    const open = (rules: readonly Loose[]) =>
      rules.map(({ from, to, ports }) => [
        (from ?? to)?.length ?? 0,
        ports.map((one: Loose) => `${one.port}/${one.protocol}`).join(' '),
      ])
    expect(open(ingress)).toEqual([
      [1, 'http/TCP'],
      [1, 'metrics/TCP'],
    ])
    expect(open(egress)).toEqual([
      [1, '53/UDP 53/TCP'],
      [1, '5432/TCP'],
      [1, '443/TCP'],
    ])
    const anywhere = egress.at(-1).to[0].ipBlock
    expect(anywhere.except).toEqual(['10.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'])
  })

  test('one instance stays while nodes are drained, and while a new version comes', () => {
    expect(only('PodDisruptionBudget').spec.minAvailable).toBe(1)
    expect(only('Deployment').spec.strategy.rollingUpdate.maxUnavailable).toBe(0)
  })

  test('no secret stands in the configuration that everybody may read', () => {
    const secret = /SECRET|TOKEN|PASSWORD|PRIVATE_KEY|LEDGER_KEY|DATABASE_URL/
    expect(Object.keys(only('ConfigMap').data).filter(name => secret.test(name))).toEqual([])
    const [container] = only('Deployment').spec.template.spec.containers
    expect(container.env.filter((one: Loose) => one.valueFrom?.secretKeyRef === undefined)).toEqual([])
  })

  test('what it sets is what the App starts with', () => {
    const [container] = only('Deployment').spec.template.spec.containers
    const secrets = objects().filter(one => one.kind === 'Secret')
    const filled: Readonly<Record<string, string>> = {
      APP_ID: '7',
      WEBHOOK_SECRET: 'x'.repeat(32),
      PRIVATE_KEY: keyPair(0).privateKey,
    }
    const env: Record<string, string> = { ...only('ConfigMap').data }
    for (const { name, valueFrom } of container.env) {
      if (valueFrom.secretKeyRef.optional === true) continue
      const secret = secrets.find(one => one.metadata.name === valueFrom.secretKeyRef.name)
      const template = secret?.stringData[valueFrom.secretKeyRef.key]
      expect([name, typeof template]).toEqual([name, 'string'])
      env[name] = filled[name] ?? template
    }
    const config = readConfig(env)
    expect(config.ok ? [] : config.error).toEqual([])
    expect(config).toMatchObject({ value: { databaseUrl: env.DATABASE_URL } })
  })

  test('the placeholders of the template start no App', () => {
    const env = Object.assign({}, ...objects().map(one => one.stringData ?? {}))
    const config = readConfig({ ...env, PRIVATE_KEY: env['private-key.pem'] })
    expect(config.ok ? [] : config.error).toHaveLength(3)
  })
})
