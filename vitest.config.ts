import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** `--mode soak` (npm run soak) sets SOAK for the tests that have a large form, and gives each of them an hour. */
export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/demo/project/**', '**/node_modules/**'],
    env: mode === 'soak' ? { SOAK: '1' } : {},
    testTimeout: mode === 'soak' ? 3_600_000 : 30_000,
    hookTimeout: 60_000,
    // Tests start git, servers and other processes: one worker per core keeps them from starving each other.
    maxWorkers: Math.max(2, availableParallelism()),
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'action/**/*.ts', 'app/**/*.ts', 'cli/**/*.ts'],
      reporter: ['text-summary', 'lcovonly'],
      reportsDirectory: 'coverage',
    },
  },
}))
