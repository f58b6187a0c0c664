import { describe, expect, test } from 'vitest'
import { facts, text, told } from './helpers.ts'

const path = 'deploy/app.yaml'
const change = (before: string, after: string) => facts({ path, before, after })

const deployment = (container: string, extra = '') => text`
  apiVersion: apps/v1
  kind: Deployment
  metadata:
    name: web
    labels: {app.kubernetes.io/version: "${extra}", app: web}
  spec:
    replicas: 1
    template:
      spec:
        containers:
          - {name: web, ${container}}
`

describe('objects of Kubernetes', () => {
  test('come, go and change', () => {
    const map = (name: string, value: string) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndata: {a: ${value}}\n`
    expect(
      told({ path, before: `${map('a', '1')}---\n${map('b', '1')}`, after: `${map('a', '2')}---\n${map('c', '1')}` }),
    ).toEqual([
      'changed k8s-resource ConfigMap/a null -> null deploy/app.yaml:1',
      'removed k8s-resource ConfigMap/b null -> null deploy/app.yaml:6',
      'added k8s-resource ConfigMap/c null -> null deploy/app.yaml:6',
    ])
  })

  test('what keeps data loses it', () => {
    for (const kind of ['PersistentVolumeClaim', 'StatefulSet', 'CustomResourceDefinition', 'Namespace']) {
      expect(facts({ path, before: `apiVersion: v1\nkind: ${kind}\nmetadata: {name: a}\n`, after: null })).toEqual([
        `removed! k8s-resource ${kind}/a`,
      ])
    }
  })

  test('variables, ports and users are stated as such, and the object is not', () => {
    const before = deployment('image: web:1, env: [{name: A, value: x}]')
    const after = deployment(
      'image: web:1, env: [{name: A, value: y}, {name: B, valueFrom: {secretKeyRef: {name: s, key: b}}}], ports: [{containerPort: 80}], securityContext: {runAsUser: 1}',
    )
    expect(change(before, after)).toEqual([
      'added container-user Deployment/web',
      'changed env-var A',
      'added env-var B',
      'added port 80',
    ])
  })

  test('an image is an effective change', () => {
    expect(change(deployment('image: web:1'), deployment('image: web:2'))).toEqual([
      'changed k8s-resource Deployment/web',
    ])
  })

  test('where containers find volumes', () => {
    const pod = (source: string, mount: string) =>
      `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {volumes: [{name: v, ${source}}], containers: [{name: c, volumeMounts: [${mount}]}]}\n`
    const mount = '{name: v, mountPath: /data}'
    expect(change(pod('emptyDir: {}', mount), pod('hostPath: {path: /x}', mount))).toEqual(['changed volume /data'])
    expect(change(pod('emptyDir: {}', mount), pod('emptyDir: {}', `${mount}, {name: v, mountPath: /b}`))).toEqual([
      'added volume /b',
    ])
  })

  test('a schedule', () => {
    const job = (schedule: string) =>
      `apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: tidy}\nspec: {schedule: "${schedule}"}\n`
    expect(told({ path, before: job('0 3 * * *'), after: job('0 4 * * *') })).toEqual([
      'changed cron CronJob/tidy 0 3 * * * -> 0 4 * * * deploy/app.yaml:4',
    ])
  })

  test.each([
    ['labels of a version', deployment('image: web:1', '1'), deployment('image: web:1', '2')],
    [
      'order of documents and keys',
      'apiVersion: v1\nkind: A\nmetadata: {name: a}\n---\nkind: B\napiVersion: v1\nmetadata: {name: b}\n',
      'kind: B\napiVersion: v1\nmetadata:\n  name: b\n---\napiVersion: v1\nkind: A\nmetadata: {name: a}\n',
    ],
    ['comments', deployment('image: web:1'), `# licence\n${deployment('image: web:1')}`],
    ['no object at all', 'a: 1\n', 'a: 2\n'],
  ])('nothing: %s', (_, before, after) => {
    expect(change(before, after)).toEqual([])
  })

  test('descriptions of a definition say nothing, its fields do', () => {
    const definition = (about: string, fields: string) =>
      `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: a.b}\nspec: {schema: {description: ${about}, properties: {${fields}}}}\n`
    expect(change(definition('x', 'a: {type: string}'), definition('y', 'a: {type: string}'))).toEqual([])
    expect(
      change(definition('x', 'a: {type: string}'), definition('x', 'a: {type: string}, description: {type: string}')),
    ).toEqual(['changed k8s-resource CustomResourceDefinition/a.b'])
  })

  test('a definition too large to be parsed is compared by its lines', () => {
    const large = (line: string) =>
      `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: a.b\nspec:\n${'  x: y\n'.repeat(100_000)}  ${line}\n`
    expect(change(large('a: 1'), large('a: 2'))).toEqual(['changed k8s-resource CustomResourceDefinition/a.b'])
    expect(change(large('description: 1'), large('description: 2'))).toEqual([])
  })
})

describe('kustomize', () => {
  const overlay = 'overlays/prod/kustomization.yaml'

  test('images, patches and generators change what is rendered', () => {
    expect(
      facts({
        path: overlay,
        before: 'images: [{name: a, newTag: "1"}]\n',
        after: 'images: [{name: a, newTag: "2"}]\n',
      }),
    ).toEqual(['changed k8s-resource Kustomization/prod'])
  })

  test('a listed file that changed too speaks for itself', () => {
    const object = {
      path: 'overlays/prod/map.yaml',
      before: null,
      after: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\n',
    }
    expect(facts({ path: overlay, before: 'resources: []\n', after: 'resources: [./map.yaml]\n' }, object)).toEqual([
      'added k8s-resource ConfigMap/m',
    ])
    expect(facts({ path: overlay, before: 'resources: [a, b]\n', after: 'resources: [b, a]\n' })).toEqual([])
  })
})
