/** Prometheus text format, version 0.0.4. Labels are words of our own, never names from outside (T-83). */
export function renderMetrics(outcomes: ReadonlyMap<string, number>, gauges: Readonly<Record<string, number>>): string {
  const webhooks = [...outcomes].sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    '# HELP delivery_gates_webhooks_total Webhook requests since the start, by what became of them.',
    '# TYPE delivery_gates_webhooks_total counter',
    ...webhooks.map(([outcome, count]) => `delivery_gates_webhooks_total{outcome="${outcome}"} ${count}`),
    ...Object.entries(gauges).flatMap(([name, value]) => [
      `# TYPE delivery_gates_${name} gauge`,
      `delivery_gates_${name} ${value}`,
    ]),
    '# TYPE process_resident_memory_bytes gauge',
    `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
  ].join('\n')
}
