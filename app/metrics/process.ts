import { monitorEventLoopDelay } from 'node:perf_hooks'
import { type Family, gauge } from './registry.ts'

/** How long callbacks waited for the processor; a blocked loop acknowledges nothing. */
const delay = monitorEventLoopDelay({ resolution: 20 })
delay.enable()
const lag = 'Delay of the event loop since the last reading'

/** Figures of the process; names as in Prometheus' own client libraries. */
export function processFigures(): readonly Family[] {
  const { rss, heapUsed } = process.memoryUsage()
  const { userCPUTime, systemCPUTime } = process.resourceUsage()
  const figures: readonly Family[] = [
    gauge('process_resident_memory_bytes', 'Resident memory of the process.', rss),
    gauge('nodejs_heap_size_used_bytes', 'JavaScript heap in use.', heapUsed),
    {
      ...gauge('process_cpu_seconds_total', 'Processor time of the process.', (userCPUTime + systemCPUTime) / 1e6),
      kind: 'counter',
    },
    gauge(
      'process_start_time_seconds',
      'When the process started, in Unix time.',
      Math.round(Date.now() / 1000 - process.uptime()),
    ),
    gauge('nodejs_eventloop_lag_p50_seconds', `${lag}, median.`, delay.percentile(50) / 1e9),
    gauge('nodejs_eventloop_lag_p99_seconds', `${lag}, 99th percentile.`, delay.percentile(99) / 1e9),
    gauge('nodejs_eventloop_lag_max_seconds', `${lag}, largest.`, delay.max / 1e9),
  ]
  delay.reset()
  return figures
}
