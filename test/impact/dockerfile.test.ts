import { describe, expect, test } from 'vitest'
import { facts, told } from './helpers.ts'

const path = 'Dockerfile'
const change = (before: string, after: string) => facts({ path, before, after })

describe('what an image runs with', () => {
  test('another major tag, a variable, a port, a user, a volume', () => {
    const before = 'FROM node:20-alpine\nENV MODE=a OLD=1\nEXPOSE 80\nUSER node\n'
    const after =
      'FROM node:22-alpine\nENV MODE=b\nENV NEW two words\nEXPOSE 80 8080/udp\nUSER 1000\nVOLUME ["/data"]\n'
    expect(told({ path, before, after })).toEqual([
      'changed base-image node 20-alpine -> 22-alpine Dockerfile:1',
      'changed container-user USER node -> 1000 Dockerfile:5',
      'changed env-var MODE a -> b Dockerfile:2',
      'removed env-var OLD 1 -> null Dockerfile:2',
      'added env-var NEW null -> two words Dockerfile:3',
      'added port 8080 null -> 8080/udp Dockerfile:4',
      'added volume /data null -> /data Dockerfile:6',
    ])
  })

  test('another image is one that goes and one that comes', () => {
    expect(change('FROM debian:12\n', 'FROM alpine:3\n')).toEqual(
      ['removed base-image debian', 'added base-image alpine'].toSorted(),
    )
  })

  test.each([
    ['digest of the same tag', 'FROM node:20@sha256:aa\n', 'FROM node:20@sha256:bb\n'],
    ['patch of a version', 'FROM python:3.12.1-slim\n', 'FROM python:3.12.4-slim\n'],
    ['date in a tag', 'FROM debian:bookworm-20240101-slim\n', 'FROM debian:bookworm-20240211-slim\n'],
    ['long name of the same image', 'FROM node:20\n', 'FROM docker.io/library/node:20\n'],
    [
      'stage that only builds',
      'FROM golang:1.22 AS b\nENV A=1\nFROM scratch\nCOPY --from=b /a /a\n',
      'FROM golang:1.23 AS b\nENV A=2\nFROM scratch\nCOPY --from=b /a /a\n',
    ],
    [
      'stage for developers',
      'FROM node:20 AS dev\nFROM node:20 AS run\n',
      'FROM node:22 AS dev\nFROM node:20 AS run\n',
    ],
    ['comments, continued lines, case', '# x\nFROM a:1\nENV A=1 \\\n  B=2\n', 'from a:1\nENV A=1\n# y\nENV B="2"\n'],
    ['argument that nothing keeps', 'ARG A=1\nFROM a:1\nARG B=1\n', 'ARG A=2\nFROM a:1\nARG B=2\n'],
    ['variables of tools', 'FROM a:1\nENV PATH=/a\n', 'FROM a:1\nENV PATH=/b DEBIAN_FRONTEND=noninteractive\n'],
    ['owner inside the image', 'FROM a:1\nRUN chown a /x\n', 'FROM a:1\nRUN chown b /x\n'],
  ])('nothing: %s', (_, before, after) => {
    expect(change(before, after)).toEqual([])
  })

  test('defaults of arguments are filled in', () => {
    expect(
      told({
        path,
        before: 'ARG V=20\nFROM node:$V\nARG M=a\nENV MODE=${M}\n',
        after: 'ARG V=22\nFROM node:${V}\nARG M=b\nENV MODE=${M}\n',
      }),
    ).toEqual(['changed base-image node 20 -> 22 Dockerfile:2', 'changed env-var MODE a -> b Dockerfile:4'])
  })

  test('what a stage takes over from the one it builds on is its own', () => {
    expect(change('FROM a:1 AS base\nENV A=1\nFROM base\n', 'FROM a:1 AS base\nENV A=2\nFROM base\n')).toEqual([
      'changed env-var A',
    ])
  })

  test('modes of installed files count where both sides install them', () => {
    expect(change('FROM a:1\nCOPY --chmod=755 x /x\n', 'FROM a:1\nCOPY --chmod=700 x /x\n')).toEqual([
      'changed file-permission /x',
    ])
    expect(change('FROM a:1\nRUN chmod 755 /x && a\n', 'FROM a:1\nRUN chmod 700 /x\n')).toEqual([
      'changed file-permission /x',
    ])
    expect(change('FROM a:1\n', 'FROM a:1\nCOPY y /y\nRUN chmod +x /y\n')).toEqual([])
  })

  test('a schedule that the image installs', () => {
    const line = (hour: string) => `FROM a:1\nRUN echo "0 ${hour} * * * /backup" | crontab -\n`
    expect(told({ path, before: line('3'), after: line('4') })).toEqual([
      'changed cron /backup 0 3 * * * -> 0 4 * * * Dockerfile:2',
    ])
  })

  test('a port keeps its number whatever the protocol', () => {
    expect(change('FROM a:1\nEXPOSE 53\n', 'FROM a:1\nEXPOSE 53/udp 53/tcp\n')).toEqual(['changed port 53'])
  })

  test('secrets are never shown', () => {
    expect(
      told({ path, before: 'FROM a:1\n', after: 'FROM a:1\nENV DB_PASSWORD=hunter2 URL=postgres://u:p@h/d\n' }),
    ).toEqual(['added env-var DB_PASSWORD null -> null Dockerfile:2', 'added env-var URL null -> null Dockerfile:2'])
  })

  test.each(['Dockerfile.dev', 'test/Dockerfile', '.devcontainer/Dockerfile', 'docs/Dockerfile.md', 'ci/Dockerfile'])(
    '%s is not looked at',
    other => {
      expect(facts({ path: other, before: 'FROM a:1\n', after: 'FROM a:2\nEXPOSE 1\n' })).toEqual([])
    },
  )

  test.each(['api.Dockerfile', 'Dockerfile.alpine', 'Containerfile', 'docker/web/Dockerfile'])(
    '%s is looked at',
    other => {
      expect(facts({ path: other, before: 'FROM a:1\n', after: 'FROM a:2\n' })).toEqual(['changed base-image a'])
    },
  )
})
