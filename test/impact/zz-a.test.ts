import { test } from 'vitest'
import { told } from './helpers.ts'

test('x', () => {
  const path = 'src/main/resources/application.yml'
  const port = (value: string) => `server:\n  name: a\n${value}`
  console.log(told({ path, before: port(''), after: port('  port: ${SERVER_PORT:8080}\n') }))
  console.log(told({ path, before: port('  port: ${SERVER_PORT:80}\n'), after: port('  port: ${SERVER_PORT:8080}\n') }))
  const p2 = 'src/main/resources/application.properties'
  console.log(told({ path: p2, before: 'a=1\n', after: 'a=1\nserver.port=${SERVER_PORT:8080}\n' }))
  console.log(told({ path: p2, before: 'a=1\n', after: 'a=1\ndb.password=${DB_PASSWORD:abc}\n' }))
  for (const key of ['oauth', 'token', 'x'])
    console.log(
      told({ path: 'config.yml', before: `features:\n  ${key}: true\n`, after: `features:\n  ${key}: false\n` }),
    )
  console.log(told({ path: 'config.yml', before: `a: 1\n`, after: `a: 1\nfeatures:\n  a: false\n` }))
  console.log(
    told({
      path: 'clickhouse/users.xml',
      before: `<c>\n<a>1</a>\n</c>`,
      after: `<c>\n<a>1</a><b><x>1</x><y>2</y></b>\n</c>`,
    }),
  )
  console.log(told({ path: 'config.example.ini', before: `[a]\nx=1\n`, after: `[a]\nx=1\n[b]\nx=1\ny=2\n` }))
})
