import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Registry } from '../metrics/registry.ts'
import { contentType } from '../metrics/registry.ts'
import { type Answer, send } from './http.ts'

/** What `/metrics` answers, wherever it is. */
export const metricsAnswer = async (metrics: Registry): Promise<Answer> => ({
  status: 200,
  text: await metrics.render(),
  headers: { 'content-type': contentType },
})

const limits = { headersTimeout: 5_000, requestTimeout: 5_000, maxHeaderSize: 8 * 1024 }

/** `/metrics` alone on a port of its own, which a reverse proxy does not know (security.md T-83). */
export async function listenForMetrics(
  metrics: Registry,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const server: Server = createServer(limits, (request, response) => {
    const wanted = (request.url ?? '').split('?', 1)[0] === '/metrics' && /^(?:GET|HEAD)$/.test(request.method ?? '')
    const answer = wanted ? metricsAnswer(metrics) : Promise.resolve({ status: 404, text: 'not found' })
    answer.then(ready => send(request, response, ready)).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
