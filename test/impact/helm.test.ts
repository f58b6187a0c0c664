import { describe, expect, test } from 'vitest'
import { facts, text, told } from './helpers.ts'

const values = (before: string | null, after: string | null) => ({ path: 'chart/values.yaml', before, after })
const template = (before: string | null, after: string | null, name = 'deployment') => ({
  path: `chart/templates/${name}.yaml`,
  before,
  after,
})

describe('defaults of a chart', () => {
  test('by dotted path, a new block by its top', () => {
    expect(told(values('a: {b: 1, c: 2}\nold: x\n', 'a: {b: 2, c: 2}\nnew: {x: {y: 1}}\n'))).toEqual([
      'changed helm-value a.b 1 -> 2 chart/values.yaml:1',
      'added helm-value new null -> null chart/values.yaml:2',
      'removed helm-value old x -> null chart/values.yaml:2',
    ])
  })

  test('a list is one value; an empty one is none', () => {
    expect(facts(values('a: [1, 2]\nb: []\n', 'a: [1, 3]\nb: {}\n'))).toEqual(['changed helm-value a'])
  })

  test('comments and spelling say nothing', () => {
    expect(facts(values('a: "1"\nb: yes\n', "# x\nb: true\na: '1'\n# c: 2\n"))).toEqual([])
  })

  test('files of environments count, those that try a chart do not', () => {
    expect(facts({ path: 'helm/values-prod.yaml', before: 'a: 1\n', after: 'a: 2\n' })).toEqual([
      'changed helm-value a',
    ])
    for (const path of ['chart/ci/values.yaml', 'helm/values-dev.yaml', 'chart/values.example.yaml']) {
      expect(facts({ path, before: 'a: 1\n', after: 'a: 2\n' })).toEqual([])
    }
  })
})

describe('a chart', () => {
  const chart = (lines: string) => `apiVersion: v2\nname: web\n${lines}`
  const change = (before: string, after: string) =>
    told({ path: 'chart/Chart.yaml', before: chart(before), after: chart(after) })

  test('deploys another version, needs another cluster, brings another major version along', () => {
    const dependency = (version: string) => `dependencies:\n  - {name: db, version: ${version}}\n`
    expect(
      change(
        `version: 1.0.0\nappVersion: "1"\nkubeVersion: ">=1.25"\n${dependency('12.1.0')}`,
        `version: 1.1.0\nappVersion: "2"\nkubeVersion: ">=1.27"\n${dependency('13.0.0')}`,
      ),
    ).toEqual([
      'changed dependency-major db 12.1.0 -> 13.0.0 chart/Chart.yaml:7',
      'changed helm-value appVersion 1 -> 2 chart/Chart.yaml:4',
      'changed runtime-version kubernetes >=1.25 -> >=1.27 chart/Chart.yaml:5',
    ])
  })

  test('its own version and minor versions say nothing', () => {
    expect(
      change(
        'version: 1.0.0\ndependencies: [{name: db, version: 12.1.0}]\n',
        'version: 1.1.0\ndependencies: [{name: db, version: 12.2.0}]\n',
      ),
    ).toEqual([])
  })
})

describe('templates', () => {
  const object = (body: string) => text`
    {{- if .Values.enabled }}
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: {{ include "web.fullname" . }}
    spec:
      replicas: 1
      ${body}
    {{- end }}
  `

  test('what is rendered whatever the values are', () => {
    expect(told(template(object('paused: true'), object('paused: false')))).toEqual([
      'changed k8s-resource Deployment null -> null chart/templates/deployment.yaml:3',
    ])
  })

  test('a line that takes a new value is part of what is said of the value', () => {
    const after = object('paused: true').replace('replicas: 1', 'replicas: {{ .Values.replicas }}')
    expect(facts(values('a: 1\n', 'a: 1\nreplicas: 1\n'), template(object('paused: true'), after))).toEqual([
      'added helm-value replicas',
    ])
  })

  test('a value that values.yaml does not tell of', () => {
    const after = object('paused: {{ .Values.paused }}')
    expect(facts(values('a: 1\n', 'a: 2\n'), template(object('x: y'), after))).toEqual([
      'added helm-value paused',
      'changed helm-value a',
      'changed k8s-resource Deployment',
    ])
  })

  test('a value inside a new block is part of the block', () => {
    const after = object('paused: {{ .Values.rollout.paused }}')
    expect(
      facts(values('a: 1\n', 'a: 1\nrollout: {max: 1}\n'), template(object('x: y').replace('x: y', ''), after)),
    ).toEqual(['added helm-value rollout'])
  })

  test('variables of containers, in helpers too', () => {
    const env = (name: string) => `{{- define "web.env" -}}\nenv:\n  - name: ${name}\n    value: x\n{{- end }}\n`
    expect(facts({ path: 'chart/templates/_env.tpl', before: env('OLD_NAME'), after: env('NEW_NAME') })).toEqual([
      'added env-var NEW_NAME',
      'removed env-var OLD_NAME',
    ])
  })

  test('an object that the deployer has to ask for is part of the value that asks', () => {
    expect(facts(values('a: 1\n', 'a: 1\nenabled: false\n'), template(null, object('x: y')))).toEqual([
      'added helm-value enabled',
    ])
    expect(facts(values('a: 1\n', 'a: 1\nenabled: true\n'), template(null, object('x: y')))).toEqual([
      'added helm-value enabled',
      'added k8s-resource Deployment',
    ])
  })

  test('where containers find volumes', () => {
    const mounts = (lines: string) => object(`volumeMounts:\n${lines}`)
    expect(
      facts(
        template(
          mounts('- name: a\n  mountPath: /a\n'),
          mounts('- name: a\n  mountPath: /a\n- name: b\n  mountPath: /b\n'),
        ),
      ),
    ).toEqual(['added volume /b'])
  })

  test('a version that the values name too is one statement', () => {
    const chart = (version: string) => `name: web\nappVersion: "${version}"\n`
    const image = (tag: string) => `image: {tag: "${tag}"}\n`
    expect(
      facts(values(image('1'), image('2')), { path: 'chart/Chart.yaml', before: chart('1'), after: chart('2') }),
    ).toEqual(['changed helm-value image.tag'])
  })

  test('users of containers', () => {
    expect(facts(template(object('runAsUser: 0'), object('runAsUser: 1000')))).toEqual([
      'changed container-user Deployment',
    ])
  })

  test.each([
    ['comments', object('paused: true'), object('{{- /* two\nlines */}}\n# more\n  paused: true')],
    ['quotes and trimming', object('paused: {{ .Values.p }}'), object('paused: "{{- .Values.p | quote -}}"')],
    ['labels of the version', object('helm.sh/chart: a'), object('helm.sh/chart: b')],
  ])('nothing: %s', (_, before, after) => {
    expect(facts(template(before, after))).toEqual([])
  })
})
