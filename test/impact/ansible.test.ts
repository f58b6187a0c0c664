import { describe, expect, test } from 'vitest'
import { facts, told } from './helpers.ts'

describe('defaults of roles', () => {
  const change = (before: string | null, after: string | null, path = 'roles/web/defaults/main.yml') =>
    told({ path, before, after })

  test('come, go and change', () => {
    expect(change('---\na: 1\nb: {c: 1}\nold: x\n', '---\na: 2\nb: {c: 2}\nnew: y\n')).toEqual([
      'changed ansible-var a 1 -> 2 roles/web/defaults/main.yml:2',
      'changed ansible-var b null -> null roles/web/defaults/main.yml:3',
      'added ansible-var new null -> y roles/web/defaults/main.yml:4',
      'removed ansible-var old x -> null roles/web/defaults/main.yml:4',
    ])
  })

  test.each([
    ['yes and true', 'a: yes\n', 'a: true\n'],
    ['quotes, order, comments', 'a: 1\nb: "x"\n', '# c\nb: x\na: 1\n'],
    ['two spellings of a fact', 'a: "{{ ansible_os_family }}"\n', 'a: "{{ ansible_facts.os_family }}"\n'],
  ])('nothing: %s', (_, before, after) => {
    expect(change(before, after)).toEqual([])
  })

  test('variables of the role itself are its own affair', () => {
    expect(change('a: 1\n', 'a: 2\n', 'roles/web/vars/main.yml')).toEqual([])
  })

  test('a whole role is one statement', () => {
    expect(
      facts(
        { path: 'roles/web/defaults/main.yml', before: null, after: 'a: 1\nb: 2\n' },
        { path: 'roles/web/tasks/main.yml', before: null, after: '- debug: {msg: x}\n' },
      ),
    ).toEqual(['added ansible-var web'])
  })
})

test('which Ansible is needed', () => {
  expect(
    told({
      path: 'meta/main.yml',
      before: 'galaxy_info: {min_ansible_version: "2.10"}\n',
      after: 'galaxy_info: {min_ansible_version: "2.15"}\n',
    }),
  ).toEqual(['changed runtime-version ansible 2.10 -> 2.15 meta/main.yml:1'])
})

describe('tasks', () => {
  const change = (before: string, after: string) => facts({ path: 'tasks/main.yml', before, after })

  test('jobs of cron', () => {
    const job = (hour: string) =>
      `- block:\n    - ansible.builtin.cron: {name: tidy, minute: "0", hour: "${hour}", job: /tidy}\n`
    expect(change(job('3'), job('4'))).toEqual(['changed cron tidy'])
    expect(change('- debug: {}\n', job('4'))).toEqual(['added cron tidy'])
  })

  test('modes of files that were installed before', () => {
    const copy = (mode: string) => `- name: a\n  copy: {src: a, dest: /etc/a, mode: "${mode}"}\n`
    expect(change(copy('0644'), copy('0600'))).toEqual(['changed file-permission /etc/a'])
    expect(change(copy('0644'), copy('644'))).toEqual([])
    expect(change('- debug: {}\n', copy('0600'))).toEqual([])
  })

  test('variables out of the environment', () => {
    expect(change('- debug: {}\n', `- debug: {msg: "{{ lookup('env', 'MY_NAME') }}"}\n`)).toEqual([
      'added env-var MY_NAME',
    ])
  })
})
